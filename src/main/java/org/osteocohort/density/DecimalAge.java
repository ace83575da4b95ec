package org.osteocohort.density;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.OptionalDouble;
import org.osteocohort.ehr.DatePrecision;
import org.osteocohort.ehr.Patient;

/** Age in years with a fraction: whole on birthdays, in between the share of the year that has passed. */
final class DecimalAge {
    private DecimalAge() {}

    /**
     * The child's age on a day; empty before birth, and when the birth date is known by the year only, since a year is
     * too coarse for a Z-score.
     */
    static OptionalDouble of(Patient patient, LocalDate day) {
        LocalDate birth = patient.birthDate();
        if (birth == null || patient.birthDatePrecision() == DatePrecision.YEAR || day.isBefore(birth)) {
            return OptionalDouble.empty();
        }
        long years = ChronoUnit.YEARS.between(birth, day);
        if (birthday(birth, years).isAfter(day)) {
            years--;
        }
        LocalDate last = birthday(birth, years);
        double length = ChronoUnit.DAYS.between(last, birthday(birth, years + 1));
        return OptionalDouble.of(years + ChronoUnit.DAYS.between(last, day) / length);
    }

    /** A child born on 29 February has its birthday on 1 March in years without that day. */
    private static LocalDate birthday(LocalDate birth, long years) {
        LocalDate birthday = birth.plusYears(years);
        return birthday.getDayOfMonth() < birth.getDayOfMonth() ? birthday.plusDays(1) : birthday;
    }
}
