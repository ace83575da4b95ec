package org.osteocohort.ehr;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;

/**
 * Age by the calendar. A year is never 365 days here: rules such as "before the 10th birthday" would otherwise come
 * days too early.
 */
public final class Age {
    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);

    private Age() {}

    /** The day on which a child completes so many years; a child of 29 February does so on 1 March of other years. */
    public static LocalDate birthday(LocalDate birthDate, int years) {
        LocalDate day = birthDate.plusYears(years);
        boolean leapDayMissing = MonthDay.from(birthDate).equals(LEAP_DAY) && !day.isLeapYear();
        return leapDayMissing ? day.plusDays(1) : day;
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
