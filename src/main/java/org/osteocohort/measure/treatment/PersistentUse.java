package org.osteocohort.measure.treatment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.osteocohort.exposure.DrugEra;
import org.osteocohort.phenotype.Assessment;

/**
 * Days on which a child has shown to keep a bisphosphonate: an infusion two months or more after another of the year
 * before, or half a year of tablets with supply on most days (windows of the study's clinical reference, section 10). An
 * infusion years after the last one begins anew.
 */
final class PersistentUse {
    private static final Set<String> INFUSIONS = Set.of("bisphosphonate.zoledronic_acid", "bisphosphonate.pamidronate");
    private static final int BETWEEN_INFUSIONS_DAYS = 60;
    private static final int LONGEST_BETWEEN_INFUSIONS_DAYS = 365;
    private static final int ORAL_DAYS = 180;

    /** The usual share of days covered that makes a persistent user. */
    private static final double DAYS_COVERED = 0.8;

    private PersistentUse() {}

    static SortedSet<LocalDate> days(Assessment child, Set<String> items) {
        SortedSet<LocalDate> persistent = new TreeSet<>();
        SortedSet<LocalDate> infusions = Treatment.days(child, INFUSIONS);
        infusions.stream().filter(day -> followsAnother(day, infusions)).forEach(persistent::add);
        child.exposures().stream()
                .filter(era -> items.contains(era.item()) && !INFUSIONS.contains(era.item()))
                .filter(PersistentUse::coversHalfAYear)
                .forEach(era -> persistent.add(era.start().plusDays(ORAL_DAYS - 1L)));
        return persistent;
    }

    private static boolean followsAnother(LocalDate day, SortedSet<LocalDate> infusions) {
        LocalDate first = day.minusDays(LONGEST_BETWEEN_INFUSIONS_DAYS);
        LocalDate afterLast = day.minusDays(BETWEEN_INFUSIONS_DAYS - 1L);
        return !infusions.subSet(first, afterLast).isEmpty();
    }

    private static boolean coversHalfAYear(DrugEra era) {
        long length = ChronoUnit.DAYS.between(era.start(), era.end()) + 1;
        return length >= ORAL_DAYS && era.days() >= DAYS_COVERED * length;
    }
}
