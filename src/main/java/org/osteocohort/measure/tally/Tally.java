package org.osteocohort.measure.tally;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Counts by key. Tallies of parts of the children merge by addition, in any order, into the tally of all. Holds no
 * children, only cells. Not safe for use by several threads.
 */
public final class Tally {
    private final Map<TallyKey, Count> counts = new HashMap<>();

    /** One number, changed in place: a run adds to a cell far more often than it opens one. */
    private static final class Count {
        private long value;
    }

    /** Counts one more. */
    public void add(TallyKey key) {
        add(key, 1);
    }

    public void add(TallyKey key, long count) {
        Count of = counts.computeIfAbsent(key, opened -> new Count());
        of.value = Math.addExact(of.value, count);
    }

    /** Adds a row that {@link #rows()} of another tally made. */
    public void add(TallyRow row) {
        add(new TallyKey(row.measure(), TallyKey.split(row.cell())), row.count());
    }

    /** Adds all counts of the other tally to this one. */
    public void merge(Tally other) {
        other.counts.forEach((key, count) -> add(key, count.value));
    }

    /** The count of a key; zero when nothing was counted there. */
    public long count(TallyKey key) {
        Count count = counts.get(key);
        return count == null ? 0 : count.value;
    }

    /** Every cell of one measure, in the order of keys. */
    public void forEach(String measure, BiConsumer<List<String>, Long> action) {
        SortedMap<TallyKey, Long> cells = new TreeMap<>();
        counts.forEach((key, count) -> {
            if (key.measure().equals(measure)) {
                cells.put(key, count.value);
            }
        });
        cells.forEach((key, count) -> action.accept(key.parts(), count));
    }

    /** All counts as flat rows, in the order of keys. */
    public List<TallyRow> rows() {
        List<TallyRow> rows = new ArrayList<>(counts.size());
        new TreeMap<>(counts)
                .forEach((key, count) -> rows.add(new TallyRow(key.measure(), key.joinedParts(), count.value)));
        return rows;
    }
}
