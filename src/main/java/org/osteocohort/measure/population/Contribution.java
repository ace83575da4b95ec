package org.osteocohort.measure.population;

import java.time.LocalDate;
import java.util.List;
import org.osteocohort.density.BoneDensity;
import org.osteocohort.phenotype.Assessment;

/**
 * What a child brings to the denominators.
 *
 * @param days the days on which it is counted: observed, in the study and of the population's age
 * @param usableScans days of bone densities with a Z-score, ascending
 * @param lookBackDays how long such a result makes a tested child; null for ever
 */
public record Contribution(ObservedTime days, boolean regularCare, List<LocalDate> usableScans, Integer lookBackDays) {
    public Contribution {
        usableScans = List.copyOf(usableScans);
    }

    /** What the child brings to the study as a whole. */
    public static Contribution of(Assessment child, StudyFrame frame) {
        return new Contribution(
                ObservedTime.contributed(child.history(), frame),
                RegularCare.holds(child.history(), frame),
                child.boneDensity().stream()
                        .filter(result -> result.zUsed() != null)
                        .map(BoneDensity::scanDate)
                        .sorted()
                        .toList(),
                frame.settings().lookBackDays());
    }

    /** What it brings to one period of the study. */
    public Contribution within(ReportPeriod period) {
        return new Contribution(days.within(period.start(), period.end()), regularCare, usableScans, lookBackDays);
    }

    boolean testedBy(LocalDate day) {
        LocalDate earliest = lookBackDays == null ? LocalDate.MIN : day.minusDays(lookBackDays);
        return usableScans.stream().anyMatch(scan -> !scan.isAfter(day) && !scan.isBefore(earliest));
    }
}
