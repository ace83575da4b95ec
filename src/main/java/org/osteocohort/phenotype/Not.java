package org.osteocohort.phenotype;

import java.util.Objects;

/**
 * The criterion does not hold, judged on each day by what was on record up to it: what came later does not count against
 * the past. Unknown counts as not holding: ask for knowledge apart.
 */
public record Not(Criterion criterion) implements Criterion {
    public Not {
        Objects.requireNonNull(criterion, "criterion");
    }

    @Override
    public Outcome evaluate(Findings findings) {
        return findings.outcome(criterion).not();
    }

    @Override
    public boolean asksForFracture() {
        return false;
    }

    @Override
    public boolean holdsWithoutRecords() {
        return !criterion.holdsWithoutRecords();
    }

    @Override
    public Clause describe(Glossary glossary) {
        return Clause.before("not", criterion.describe(glossary));
    }
}
