package org.osteocohort.source.omop;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.osteocohort.ehr.DatePrecision;

/** A birth date as exactly as it is known; an unknown month or day is the first. */
record BirthDate(LocalDate date, DatePrecision precision) {
    /**
     * From what a PERSON row holds; any part may be null. Year, month and day win over a date that disagrees. A date
     * adds the missing parts, unless it is the first of the year or month that a database fills in for want of better.
     */
    static Optional<BirthDate> of(Long year, Long month, Long day, LocalDate written) {
        Optional<BirthDate> parts = of(year, month, day);
        if (written == null || parts.isPresent() && parts.get().precision == DatePrecision.DAY) {
            return parts;
        }
        if (parts.isEmpty()) {
            return Optional.of(new BirthDate(written, DatePrecision.DAY));
        }
        LocalDate known = parts.get().date;
        boolean sameMonth = parts.get().precision == DatePrecision.YEAR || known.getMonth() == written.getMonth();
        boolean agrees = known.getYear() == written.getYear() && sameMonth;
        return agrees && !written.equals(known) ? Optional.of(new BirthDate(written, DatePrecision.DAY)) : parts;
    }

    private static Optional<BirthDate> of(Long year, Long month, Long day) {
        if (year == null || year < 1 || year > 9999) {
            return Optional.empty();
        }
        int knownYear = Math.toIntExact(year);
        if (month == null || month < 1 || month > 12) {
            return Optional.of(new BirthDate(LocalDate.of(knownYear, 1, 1), DatePrecision.YEAR));
        }
        int knownMonth = Math.toIntExact(month);
        if (day != null && day >= 1 && day <= 31) {
            try {
                return Optional.of(
                        new BirthDate(LocalDate.of(knownYear, knownMonth, Math.toIntExact(day)), DatePrecision.DAY));
            } catch (DateTimeException noSuchDay) {
                // The 30th of February: the month is still known.
            }
        }
        return Optional.of(new BirthDate(LocalDate.of(knownYear, knownMonth, 1), DatePrecision.MONTH));
    }
}
