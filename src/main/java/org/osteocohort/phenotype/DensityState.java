package org.osteocohort.phenotype;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.osteocohort.density.BoneDensity;
import org.osteocohort.density.DensitySite;
import org.osteocohort.fracture.FractureEvent;

/**
 * A bone density result in some state, anywhere in the record or around the fractures that another criterion counts.
 *
 * @param state what the result must be
 * @param zAtMost a Z-score is low at or below this
 * @param sites sites of the skeleton that decide
 * @param choice which Z-score decides
 * @param around the criterion whose fractures give the window; null for any scan
 * @param daysBefore the window opens so many days before the first counted fracture
 * @param daysAfter and closes so many days after the last one
 * @param beforeAgeYears scans count before this birthday; null for any age
 */
public record DensityState(
        State state,
        double zAtMost,
        Set<DensitySite> sites,
        ZScoreChoice choice,
        Criterion around,
        int daysBefore,
        int daysAfter,
        Integer beforeAgeYears)
        implements Criterion {
    /** Height-for-age below which a Z-score without height adjustment is doubtful (ISCD: short children). */
    private static final double SHORT_HEIGHT_Z = -2.0;

    /** What a result can be asked to be. */
    public enum State {
        /** At or below the threshold. */
        LOW,
        /** Any Z-score at all; its absence means unknown, never normal. */
        KNOWN,
        /** A Z-score without height adjustment in a child who is short for age. */
        SHORT_UNADJUSTED
    }

    public DensityState {
        sites = Set.copyOf(sites);
    }

    @Override
    public Outcome evaluate(Findings findings) {
        if (findings.boneDensity().isEmpty()) {
            return Outcome.NOT_MET;
        }
        List<BoneDensity> scans = findings.boneDensity().stream()
                .filter(scan -> sites.contains(scan.site()) && holds(scan))
                .filter(scan -> beforeAgeYears == null || findings.beforeBirthday(scan.scanDate(), beforeAgeYears))
                .sorted(Comparator.comparing(BoneDensity::scanDate).thenComparing(BoneDensity::site))
                .toList();
        if (around == null) {
            return scans.isEmpty()
                    ? Outcome.NOT_MET
                    : Outcome.met(scans.get(0).scanDate(), scans.get(0).evidence());
        }
        Outcome found = Outcome.NOT_MET;
        for (FractureSeries series : findings.outcome(around).series()) {
            found = found.or(near(series, scans));
        }
        return found;
    }

    private boolean holds(BoneDensity scan) {
        Double z = choice.of(scan);
        if (z == null) {
            return false;
        }
        return switch (state) {
            case LOW -> z <= zAtMost;
            case KNOWN -> true;
            case SHORT_UNADJUSTED ->
                scan.zHeightAdjusted() == null && scan.heightZ() != null && scan.heightZ() < SHORT_HEIGHT_Z;
        };
    }

    /**
     * The first day on which a scan and the fractures known by then fit together: each further fracture widens the
     * window, so a scan may come to lie in it only later.
     */
    private Outcome near(FractureSeries series, List<BoneDensity> scans) {
        LocalDate opens = series.first().minusDays(daysBefore);
        LocalDate best = null;
        BoneDensity chosen = null;
        for (int position = series.qualifying(); position < series.events().size(); position++) {
            FractureEvent last = series.events().get(position);
            LocalDate closes = last.date().plusDays(daysAfter);
            for (BoneDensity scan : scans) {
                boolean inside =
                        !scan.scanDate().isBefore(opens) && !scan.scanDate().isAfter(closes);
                LocalDate on = Outcome.later(last.date(), scan.scanDate());
                if (inside && (best == null || on.isBefore(best))) {
                    best = on;
                    chosen = scan;
                }
            }
        }
        return chosen == null ? Outcome.NOT_MET : Outcome.met(best, chosen.evidence());
    }

    @Override
    public boolean asksForFracture() {
        return around != null && around.asksForFracture();
    }

    @Override
    public Clause describe(Glossary glossary) {
        String what = switch (state) {
            case LOW -> "a bone density Z-score of " + zAtMost + " or lower";
            case KNOWN -> "a bone density Z-score, whatever its value,";
            case SHORT_UNADJUSTED ->
                "a bone density Z-score without height adjustment, in a child whose height Z-score is below "
                        + SHORT_HEIGHT_Z + ",";
        };
        String age = beforeAgeYears == null ? "" : ", " + Words.beforeBirthday(beforeAgeYears);
        String text = what + " at the " + Words.list(sites) + score() + age;
        if (around == null) {
            return Clause.of(text);
        }
        String window = ", from " + Words.days(daysBefore) + " before the first to " + Words.days(daysAfter)
                + " after the last fracture that counts for";
        return Clause.before(text + window, around.describe(glossary));
    }

    private String score() {
        if (state == State.SHORT_UNADJUSTED) {
            return "";
        }
        return switch (choice) {
            case ADJUSTED_ELSE_RAW -> " (adjusted for height when there is such a score, else as it is)";
            case RAW -> " (not adjusted for height)";
            case ADJUSTED_ONLY -> " (adjusted for height)";
        };
    }
}
