package org.osteocohort.measure.treatment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.osteocohort.exposure.DrugEra;
import org.osteocohort.phenotype.Assessment;

/**
 * Days on which a child has shown to keep a bisphosphonate: an infusion that follows another by two months or more, or
 * half a year of tablets with supply on most days (windows of the study's clinical reference, section 10).
 */
final class PersistentUse {
    private static final Set<String> INFUSIONS = Set.of("bisphosphonate.zoledronic_acid", "bisphosphonate.pamidronate");
    private static final int BETWEEN_INFUSIONS_DAYS = 60;
    private static final int ORAL_DAYS = 180;

    /** The usual share of days covered that makes a persistent user. */
    private static final double DAYS_COVERED = 0.8;

    private PersistentUse() {}

    static SortedSet<LocalDate> days(Assessment child, Set<String> items) {
        SortedSet<LocalDate> persistent = new TreeSet<>();
        SortedSet<LocalDate> infusions = Treatment.days(child, INFUSIONS);
        infusions.stream()
                .filter(day -> !infusions.first().isAfter(day.minusDays(BETWEEN_INFUSIONS_DAYS)))
                .forEach(persistent::add);
        child.exposures().stream()
                .filter(era -> items.contains(era.item()) && !INFUSIONS.contains(era.item()))
                .filter(PersistentUse::coversHalfAYear)
                .forEach(era -> persistent.add(era.start().plusDays(ORAL_DAYS - 1L)));
        return persistent;
    }

    private static boolean coversHalfAYear(DrugEra era) {
        long length = ChronoUnit.DAYS.between(era.start(), era.end()) + 1;
        return length >= ORAL_DAYS && era.days() >= DAYS_COVERED * length;
    }
}
