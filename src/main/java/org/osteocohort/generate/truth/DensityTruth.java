package org.osteocohort.generate.truth;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osteocohort.generate.design.DesignedFracture;
import org.osteocohort.generate.design.DesignedPatient;
import org.osteocohort.generate.design.DesignedScan;

/** Which Z-scores decide (sections 2 and 7): spine or body less head; adjusted for height if there is such a number. */
final class DensityTruth {
    private static final double LOW = -2.0;
    private static final int DAYS_BEFORE_FIRST_FRACTURE = 365;
    private static final int DAYS_AFTER_LAST_FRACTURE = 730;
    private static final double FALL = 0.5;
    private static final int SHORTEST_FALL_DAYS = 183;
    private static final int LONGEST_FALL_DAYS = 730;

    /** A Z-score that may decide. */
    record UsableZ(LocalDate date, String site, double z) {
        boolean low() {
            return z <= LOW;
        }
    }

    private final List<UsableZ> usable = new ArrayList<>();

    DensityTruth(DesignedPatient patient) {
        Map<String, DesignedScan> chosen = new TreeMap<>();
        for (DesignedScan scan : patient.scans()) {
            if (scan.measure().site() != null) {
                chosen.merge(
                        scan.date() + " " + scan.measure().site(),
                        scan,
                        (first, second) -> second.measure().adjusted() ? second : first);
            }
        }
        chosen.values()
                .forEach(scan ->
                        usable.add(new UsableZ(scan.date(), scan.measure().site(), scan.value())));
    }

    List<UsableZ> all() {
        return List.copyOf(usable);
    }

    /** The usable Z-scores from a year before the first of these events to two years after the last, in time order. */
    List<UsableZ> around(List<DesignedFracture> events) {
        LocalDate from = events.get(0).date().minusDays(DAYS_BEFORE_FIRST_FRACTURE);
        LocalDate to = events.get(events.size() - 1).date().plusDays(DAYS_AFTER_LAST_FRACTURE);
        return usable.stream()
                .filter(z -> !z.date().isBefore(from) && !z.date().isAfter(to))
                .toList();
    }

    /** Whether Z-scores speak for fragility: one is low, or they fell by half a unit within six to 24 months. */
    static boolean supports(List<UsableZ> scores) {
        return scores.stream().anyMatch(UsableZ::low)
                || scores.stream().anyMatch(first -> scores.stream().anyMatch(second -> fell(first, second)));
    }

    private static boolean fell(UsableZ first, UsableZ second) {
        long days = ChronoUnit.DAYS.between(first.date(), second.date());
        return first.site().equals(second.site())
                && days >= SHORTEST_FALL_DAYS
                && days <= LONGEST_FALL_DAYS
                && first.z() - second.z() >= FALL;
    }
}
