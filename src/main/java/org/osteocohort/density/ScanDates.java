package org.osteocohort.density;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The days on which a child's scans are dated. A scan takes in the readings of the days after it that belong to it. It
 * is dated by its first Z-score, so that a density in grams next to it never moves the day from which the Z-score
 * counts; by its first reading when it has no Z-score.
 */
final class ScanDates {
    private final int sameScanDays;
    private final NavigableSet<LocalDate> dates = new TreeSet<>();

    /** @param readings in order of time */
    ScanDates(List<DensityReading> readings, int sameScanDays) {
        this.sameScanDays = sameScanDays;
        for (DensityReading reading : readings) {
            if (reading.tellsZScore() && !within(dates.floor(reading.date()), reading.date())) {
                dates.add(reading.date());
            }
        }
        for (DensityReading reading : readings) {
            if (of(reading) == null) {
                dates.add(reading.date());
            }
        }
    }

    /** The date of the scan that a reading belongs to: one that began shortly before, else one shortly after. */
    LocalDate of(DensityReading reading) {
        LocalDate begun = dates.floor(reading.date());
        if (within(begun, reading.date())) {
            return begun;
        }
        LocalDate next = dates.ceiling(reading.date());
        return within(reading.date(), next) ? next : null;
    }

    private boolean within(LocalDate from, LocalDate to) {
        return from != null && to != null && ChronoUnit.DAYS.between(from, to) <= sameScanDays;
    }
}
