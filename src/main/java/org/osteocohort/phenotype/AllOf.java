package org.osteocohort.phenotype;

import java.util.List;

/** Every criterion holds, on the same days. */
public record AllOf(List<Criterion> criteria) implements Criterion {
    public AllOf {
        criteria = List.copyOf(criteria);
    }

    @Override
    public Outcome evaluate(Findings findings) {
        Outcome all = Outcome.MET_BY_ABSENCE;
        for (Criterion criterion : criteria) {
            all = all.and(findings.outcome(criterion));
            if (!all.everMet()) {
                return all;
            }
        }
        return all;
    }

    @Override
    public boolean asksForFracture() {
        return criteria.stream().anyMatch(Criterion::asksForFracture);
    }

    @Override
    public boolean holdsWithoutRecords() {
        return criteria.stream().allMatch(Criterion::holdsWithoutRecords);
    }

    @Override
    public Clause describe(Glossary glossary) {
        return new Clause(
                "all of",
                criteria.stream().map(criterion -> criterion.describe(glossary)).toList());
    }
}
