package org.osteocohort.generate.design;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.Year;

/** Birthdays as people are counted: who was born on 29 February turns a year older on 1 March of other years. */
public final class Birthdays {
    private static final MonthDay LEAP_DAY = MonthDay.of(Month.FEBRUARY, 29);

    private Birthdays() {}

    public static LocalDate birthday(LocalDate birth, int years) {
        int year = birth.getYear() + years;
        if (MonthDay.from(birth).equals(LEAP_DAY) && !Year.isLeap(year)) {
            return LocalDate.of(year, Month.MARCH, 1);
        }
        return birth.withYear(year);
    }

    /** Completed years. */
    public static int age(LocalDate birth, LocalDate day) {
        int years = day.getYear() - birth.getYear();
        return day.isBefore(birthday(birth, years)) ? years - 1 : years;
    }
}
