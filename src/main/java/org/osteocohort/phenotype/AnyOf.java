package org.osteocohort.phenotype;

import java.util.List;

/** At least one criterion holds, each on days of its own. */
public record AnyOf(List<Criterion> criteria) implements Criterion {
    public AnyOf {
        criteria = List.copyOf(criteria);
    }

    @Override
    public Outcome evaluate(Findings findings) {
        Outcome any = Outcome.NOT_MET;
        for (Criterion criterion : criteria) {
            any = any.or(findings.outcome(criterion));
        }
        return any;
    }

    @Override
    public boolean asksForFracture() {
        return !criteria.isEmpty() && criteria.stream().allMatch(Criterion::asksForFracture);
    }

    @Override
    public boolean holdsWithoutRecords() {
        return criteria.stream().anyMatch(Criterion::holdsWithoutRecords);
    }

    @Override
    public Clause describe(Glossary glossary) {
        return new Clause(
                "at least one of",
                criteria.stream().map(criterion -> criterion.describe(glossary)).toList());
    }
}
