package org.osteocohort.phenotype;

import java.util.Comparator;
import org.osteocohort.fracture.FractureEvent;

/** Observation began too late in life for early fractures to be on record; held against the first fracture that is. */
public record LeftTruncated() implements Criterion {
    @Override
    public Outcome evaluate(Findings findings) {
        return findings.fractures().stream()
                .filter(FractureEvent::leftTruncated)
                .min(Comparator.comparing(FractureEvent::date))
                .map(first -> Outcome.met(first.date(), first.evidence()))
                .orElse(Outcome.NOT_MET);
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
