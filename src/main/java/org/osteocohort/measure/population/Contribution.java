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
        return within(period.start(), period.end());
    }

    /** What it brings to one day. */
    public Contribution on(LocalDate day) {
        return within(day, day);
    }

    private Contribution within(LocalDate from, LocalDate to) {
        return new Contribution(days.within(from, to), regularCare, usableScans, lookBackDays);
    }

    /** Whether it is a tested child on one of its days, so that whoever is so on a day is so in every period around it. */
    boolean tested() {
        for (LocalDate scan : usableScans) {
            LocalDate last = lookBackDays == null ? LocalDate.MAX : scan.plusDays(lookBackDays);
            if (!days.within(scan, last).none()) {
                return true;
            }
        }
        return false;
    }
}
