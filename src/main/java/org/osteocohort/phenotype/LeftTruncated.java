package org.osteocohort.phenotype;

/** Observation began too late in life for early fractures to be on record. */
public record LeftTruncated() implements Criterion {
    @Override
    public Outcome evaluate(Findings findings) {
        boolean truncated = findings.fractures().stream().anyMatch(fracture -> fracture.leftTruncated());
        return truncated ? Outcome.MET_BY_ABSENCE : Outcome.NOT_MET;
    }

    @Override
    public boolean asksForFracture() {
        return false;
    }

    @Override
    public Clause describe(Glossary glossary) {
        return Clause.of("observation began too late in life for early fractures to be on record");
    }
}
