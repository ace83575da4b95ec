package org.osteocohort.phenotype;

import java.util.Objects;

/** A criterion under the name that its definition file gives it; it means what the criterion means. */
public record Named(String name, Criterion criterion) implements Criterion {
    public Named {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(criterion, "criterion");
    }

    @Override
    public Outcome evaluate(Findings findings) {
        return criterion.evaluate(findings);
    }

    @Override
    public boolean asksForFracture() {
        return criterion.asksForFracture();
    }

    @Override
    public boolean holdsWithoutRecords() {
        return criterion.holdsWithoutRecords();
    }

    @Override
    public Clause describe(Glossary glossary) {
        return Clause.of(glossary.quoted(this));
    }
}
