package org.osteocohort.phenotype;

import java.util.Objects;

/** The criterion does not hold in the whole record. Unknown counts as not holding: ask for knowledge apart. */
public record Not(Criterion criterion) implements Criterion {
    public Not {
        Objects.requireNonNull(criterion, "criterion");
    }

    @Override
    public Outcome evaluate(Findings findings) {
        return findings.outcome(criterion).met() ? Outcome.NOT_MET : Outcome.MET_BY_ABSENCE;
    }

    @Override
    public boolean asksForFracture() {
        return false;
    }

    @Override
    public Clause describe(Glossary glossary) {
        return Clause.before("not", criterion.describe(glossary));
    }
}
