package org.osteocohort.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The published numbers of all tables, each with an entry: the order in which it came first. */
final class PublishedNumbers {
    static final int NOT_PUBLISHED = -1;

    private final Predicate<CellId> everSomebody;
    private final Map<CellId, Integer> entries = new HashMap<>();
    private final List<CellId> cells = new ArrayList<>();
    private final BitSet nobody = new BitSet();
    private long[] counts = new long[1024];

    /**
     * No numbers yet.
     *
     * @param everSomebody whether an earlier run hid a number or showed it above zero
     */
    PublishedNumbers(Predicate<CellId> everSomebody) {
        this.everSomebody = everSomebody;
    }

    /**
     * Adds a number.
     *
     * @param count null when it is hidden already
     * @return the number's entry, the same for every time that it is published
     * @throws IllegalStateException when the cell is there with another count
     */
    int add(CellId id, Long count) {
        long known = count == null ? CellSystem.UNKNOWN : count;
        Integer there = entries.putIfAbsent(id, cells.size());
        if (there != null) {
            if (counts[there] != known) {
                throw new IllegalStateException(
                        "two numbers for one cell of " + id.space().name());
            }
            return there;
        }
        if (count != null && count < 0) {
            throw new IllegalStateException("a negative count of " + id.space().name());
        }
        if (cells.size() == counts.length) {
            counts = Arrays.copyOf(counts, 2 * counts.length);
        }
        counts[cells.size()] = known;
        nobody.set(cells.size(), known == 0 && !everSomebody.test(id));
        cells.add(id);
        return cells.size() - 1;
    }

    int entry(CellId id) {
        return entries.getOrDefault(id, NOT_PUBLISHED);
    }

    long count(int entry) {
        return counts[entry];
    }

    /** By entry. */
    List<CellId> cells() {
        return cells;
    }

    /** Whether the number is nobody, and was nobody in every earlier run, so that nothing can be told about it. */
    boolean isNobody(int entry) {
        return nobody.get(entry);
    }
}
