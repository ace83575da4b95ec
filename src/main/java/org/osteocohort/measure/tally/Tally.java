package org.osteocohort.measure.tally;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Counts by key, as a tree: the measure, then part by part of the key. Tallies of parts of the children merge by addition,
 * in any order, into the tally of all. Holds no children, only cells. Not safe for use by several threads.
 */
public final class Tally {
    private final Map<String, TallyBranch> measures = new TreeMap<>();

    /** The cells of a measure. */
    public TallyBranch of(String measure) {
        return measures.computeIfAbsent(measure, TallyBranch::new);
    }

    /** Counts one more. */
    public void add(TallyKey key) {
        add(key, 1);
    }

    public void add(TallyKey key, long count) {
        of(key.measure()).at(key.parts()).add(count);
    }

    /** Adds a row that {@link #rows()} of another tally made. */
    public void add(TallyRow row) {
        of(row.measure()).at(TallyKey.split(row.cell())).add(row.count());
    }

    /** Adds all counts of the other tally to this one. */
    public void merge(Tally other) {
        other.measures.forEach((measure, cells) -> of(measure).merge(cells, 1));
    }

    /** Takes all counts of the other tally away from this one; cells may become zero, or less. */
    public void subtract(Tally other) {
        other.measures.forEach((measure, cells) -> of(measure).merge(cells, -1));
    }

    /** Closes all cells of a measure. */
    public void remove(String measure) {
        measures.remove(measure);
    }

    /** Closes the cells that are zero, of these measures. */
    public void closeZeros(Predicate<String> ofMeasure) {
        measures.forEach((measure, cells) -> {
            if (ofMeasure.test(measure)) {
                cells.closeZeros();
            }
        });
    }

    /** The count of a key; zero when nothing was counted there. */
    public long count(TallyKey key) {
        TallyBranch cells = measures.get(key.measure());
        return cells == null ? 0 : cells.count(key.parts());
    }

    /** Every cell of one measure, in the order of keys: part by part, a shorter key before those that go on from it. */
    public void forEach(String measure, BiConsumer<List<String>, Long> action) {
        TallyBranch cells = measures.get(measure);
        if (cells != null) {
            cells.forEach(action);
        }
    }

    /** All counts as flat rows, in the order of measures and keys. */
    public List<TallyRow> rows() {
        List<TallyRow> rows = new ArrayList<>();
        measures.forEach((measure, cells) ->
                cells.forEach((parts, count) -> rows.add(new TallyRow(measure, TallyKey.joined(parts), count))));
        return rows;
    }
}
