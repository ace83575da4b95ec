package org.osteocohort.source.vocabulary;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;

/**
 * From a concept id, any number but zero, to a small whole number. Open addressing over two plain arrays: it is asked
 * twice for every row of every event table, and a map of boxed numbers would cost more than reading the row.
 */
final class ConceptPositions implements Serializable {
    private static final long serialVersionUID = 1L;
    static final int NONE = -1;
    /** OMOP's id for "no matching concept", so free to mark empty places. */
    private static final long EMPTY = 0;

    private final long[] ids;
    private final int[] positions;
    private final int mask;

    ConceptPositions(Map<Long, Integer> entries) {
        int capacity = Integer.highestOneBit(Math.max(4, entries.size()) * 4 - 1);
        this.ids = new long[capacity];
        this.positions = new int[capacity];
        this.mask = capacity - 1;
        Arrays.fill(positions, NONE);
        entries.forEach((id, position) -> {
            if (id != EMPTY) {
                int place = place(id);
                ids[place] = id;
                positions[place] = position;
            }
        });
    }

    /** The number of an id, {@link #NONE} when it has none. */
    int of(long id) {
        return id == EMPTY ? NONE : positions[place(id)];
    }

    private int place(long id) {
        long mixed = id * 0x9E3779B97F4A7C15L;
        int place = (int) (mixed >>> 32) & mask;
        while (ids[place] != EMPTY && ids[place] != id) {
            place = (place + 1) & mask;
        }
        return place;
    }
}
