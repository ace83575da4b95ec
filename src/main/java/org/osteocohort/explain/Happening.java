package org.osteocohort.explain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;

/**
 * Something that came to be on a day, in sentences.
 *
 * @param sort what is told first when several things stand on one day
 */
record Happening(LocalDate day, Sort sort, String text) {
    static final Comparator<Happening> CHRONOLOGICAL =
            Comparator.comparing(Happening::day).thenComparing(Happening::sort).thenComparing(Happening::text);

    enum Sort {
        OBSERVATION_BEGINS,
        FRACTURE,
        BONE_DENSITY,
        DRUG,
        TAG,
        VERDICT,
        OBSERVATION_ENDS,
        DEATH
    }

    Happening {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(sort, "sort");
        Objects.requireNonNull(text, "text");
    }
}
