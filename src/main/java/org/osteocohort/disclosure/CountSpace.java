package org.osteocohort.disclosure;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A kind of count, and the axes by which its cells are told apart.
 *
 * @param name what is counted, for example {@code population}
 * @param partitioned axes whose levels exclude each other and together make the level {@link #TOTAL}
 */
record CountSpace(String name, List<String> axes, Set<String> partitioned) {
    /** The level of an axis that holds all others. */
    static final String TOTAL = "all";

    CountSpace {
        Objects.requireNonNull(name, "name");
        axes = List.copyOf(axes);
        partitioned = Set.copyOf(partitioned);
        if (!axes.containsAll(partitioned)) {
            throw new IllegalArgumentException("a partitioned axis is none of the axes of " + name);
        }
    }

    /** A space in which no margin is published. */
    static CountSpace of(String name, String... axes) {
        return new CountSpace(name, List.of(axes), Set.of());
    }

    CellId cell(String... coordinates) {
        return CellId.of(this, coordinates);
    }
}
