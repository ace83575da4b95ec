package org.osteocohort.ehr;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Age by the calendar. A year is never 365 days here: rules such as "before the 10th birthday" would otherwise come
 * days too early.
 */
public final class Age {
    private static final int MONTHS_OF_A_YEAR = 12;

    private Age() {}

    /** The day on which a child completes so many years; a child of 29 February does so on 1 March of other years. */
    public static LocalDate birthday(LocalDate birthDate, int years) {
        return monthDay(birthDate, (long) years * MONTHS_OF_A_YEAR);
    }

    /** The day on which a child completes so many months; the next day where a month lacks the day of birth. */
    public static LocalDate monthDay(LocalDate birthDate, long months) {
        LocalDate day = birthDate.plusMonths(months);
        return day.getDayOfMonth() < birthDate.getDayOfMonth() ? day.plusDays(1) : day;
    }

    /** Completed months on a day; negative before birth. */
    public static long completedMonths(LocalDate birthDate, LocalDate day) {
        long months = (long) (day.getYear() - birthDate.getYear()) * MONTHS_OF_A_YEAR
                + day.getMonthValue()
                - birthDate.getMonthValue();
        return day.isBefore(monthDay(birthDate, months)) ? months - 1 : months;
    }

    /** Completed years on a day; negative before birth. */
    public static int completedYears(LocalDate birthDate, LocalDate day) {
        int years = day.getYear() - birthDate.getYear();
        return day.isBefore(birthday(birthDate, years)) ? years - 1 : years;
    }

    /** Days lived before a day: 0 on the day of birth. */
    public static long days(LocalDate birthDate, LocalDate day) {
        return ChronoUnit.DAYS.between(birthDate, day);
    }
}
