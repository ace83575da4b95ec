package org.osteocohort.generate.design;

import java.util.function.Consumer;

/**
 * A sort of child, with one known answer of every phenotype.
 *
 * @param perMillion children of this sort in a million of the general profile
 * @param clinicWeight relative frequency among the patients of a bone clinic
 * @param course draws one such child
 */
public record Archetype(String name, double perMillion, double clinicWeight, Consumer<Design> course) {
    /** The child of this sort for one stream of random numbers. */
    public DesignedPatient design(StudyWindow window, Draw draw) {
        Design design = new Design(name, window, draw);
        course.accept(design);
        return design.finished();
    }
}
