package org.osteocohort.measure.population;

import java.io.Serializable;
import java.util.Objects;

/**
 * What the measures need to know of a phenotype.
 *
 * @param name as in the verdicts
 * @param asksForFracture whether nobody can meet it without a fracture; attrition shows that step only where it holds
 */
public record StudyPhenotype(String name, boolean asksForFracture) implements Serializable {
    public StudyPhenotype {
        Objects.requireNonNull(name, "name");
    }
}
