package org.osteocohort.phenotype;

import java.io.Serializable;
import java.util.Objects;

/** One way into a class: the class, the name of the way and its condition. */
public record ClassRule(CaseClass caseClass, String path, Criterion when) implements Serializable {
    public ClassRule {
        Objects.requireNonNull(caseClass, "caseClass");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(when, "when");
    }
}
