package org.osteocohort.phenotype;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.osteocohort.density.BoneDensity;
import org.osteocohort.density.DensitySite;
import org.osteocohort.tag.CodedEvent;

/**
 * The Z-score of one site fell between two scans.
 *
 * @param atLeast by how much
 * @param fromDays the scans lie at least so many days apart
 * @param toDays and at most so many
 * @param sites sites of the skeleton that decide
 */
public record DensityFall(double atLeast, int fromDays, int toDays, Set<DensitySite> sites) implements Criterion {
    /** Scores are recorded with one or two decimals; a difference must not fail for binary rounding. */
    private static final double ROUNDING = 1e-9;

    public DensityFall {
        sites = Set.copyOf(sites);
    }

    @Override
    public Outcome evaluate(Findings findings) {
        Outcome found = Outcome.NOT_MET;
        for (BoneDensity earlier : findings.boneDensity()) {
            for (BoneDensity later : findings.boneDensity()) {
                if (comparable(earlier, later) && earlier.zUsed() - later.zUsed() >= atLeast - ROUNDING) {
                    List<CodedEvent> evidence = new ArrayList<>(earlier.evidence());
                    evidence.addAll(later.evidence());
                    found = found.or(Outcome.met(later.scanDate(), evidence));
                }
            }
        }
        return found;
    }

    private boolean comparable(BoneDensity earlier, BoneDensity later) {
        long days = ChronoUnit.DAYS.between(earlier.scanDate(), later.scanDate());
        return earlier.site() == later.site()
                && sites.contains(earlier.site())
                && earlier.zUsed() != null
                && later.zUsed() != null
                && earlier.zSource() == later.zSource()
                && days >= fromDays
                && days <= toDays;
    }

    @Override
    public boolean asksForFracture() {
        return false;
    }

    @Override
    public Clause describe(Glossary glossary) {
        return Clause.of("the Z-score fell by " + atLeast + " or more at the " + Words.list(sites)
                + " between two scans " + Words.days(fromDays) + " to " + Words.days(toDays) + " apart");
    }
}
