package org.osteocohort.disclosure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.IntPredicate;
import java.util.function.LongUnaryOperator;
import org.osteocohort.measure.tally.TableRows;
import org.osteocohort.measure.tally.ValueStatus;
import org.osteocohort.table.Column;

/**
 * The rows of one table as cells: enters their counts into the graph, and takes the hidden ones out of the rows.
 *
 * @param <R> the row
 */
final class TableCells<R extends Record> {
    private static final String STATUS_COLUMN = "value_status";

    private static final int NONE = -1;

    private final TableRows<R> rows;
    private final TableRules<R> rules;
    private final Map<String, List<String>> derived;
    private final List<String> columns;
    private final int status;
    private final List<int[]> entries = new ArrayList<>();

    TableCells(TableRows<R> rows, TableRules<R> rules) {
        this.rows = rows;
        this.rules = rules;
        this.derived = rules.derived();
        this.columns = rows.table().columns().stream().map(Column::name).toList();
        this.status = columns.indexOf(STATUS_COLUMN);
    }

    String table() {
        return rows.table().name();
    }

    /**
     * Adds all counts of the rows.
     *
     * @throws IllegalArgumentException when nothing is said about a number
     */
    void enter(CellGraph graph) {
        List<String> undeclared = numbers(rules.settings());
        // Rules are asked about each row on its own, so that it matters to nobody when.
        List<Map<String, CellId>> cells =
                rows.rows().parallelStream().map(rules::cells).toList();
        for (int place = 0; place < cells.size(); place++) {
            Object[] numbers = rows.table().values(rows.rows().get(place));
            Map<String, CellId> counts = cells.get(place);
            for (String column : undeclared) {
                if (numbers[columns.indexOf(column)] != null && !counts.containsKey(column)) {
                    throw new IllegalArgumentException(
                            "nothing says what the column " + column + " of the table " + table() + " is");
                }
            }
            int[] entered = new int[columns.size()];
            for (int column = 0; column < entered.length; column++) {
                CellId cell = counts.get(columns.get(column));
                entered[column] = cell == null ? NONE : graph.cell(cell, (Long) numbers[column]);
            }
            entries.add(entered);
        }
    }

    /** Adds what a reader can compute, once the counts of all tables are there. */
    void relate(CellGraph graph) {
        // Numbers are only looked at by now, so that rows can tell of them at the same time.
        graph.join(rows.rows().parallelStream()
                .collect(graph::beside, (beside, row) -> rules.relate(row, beside), CellGraph::join));
    }

    /** Tells of each count of each row its column and entry. */
    void forEachCount(BiConsumer<String, Integer> action) {
        for (int[] entered : entries) {
            for (int column = 0; column < entered.length; column++) {
                if (entered[column] != NONE) {
                    action.accept(columns.get(column), entered[column]);
                }
            }
        }
    }

    /** The columns of numbers that must be counts, since they are neither derived nor settings. */
    private List<String> numbers(Set<String> settings) {
        return rows.table().columns().stream()
                .filter(column -> switch (column.type()) {
                    case LONG -> true;
                    case DOUBLE -> !derived.containsKey(column.name()) && !settings.contains(column.name());
                    case TEXT, INTEGER, BOOLEAN, DATE -> false;
                })
                .map(Column::name)
                .toList();
    }

    /** The rows without what is hidden, told by entry. */
    TableRows<R> shown(IntPredicate hidden) {
        List<R> shown = new ArrayList<>();
        for (int place = 0; place < entries.size(); place++) {
            Set<String> gone = new HashSet<>();
            int[] entered = entries.get(place);
            for (int column = 0; column < entered.length; column++) {
                if (entered[column] != NONE && hidden.test(entered[column])) {
                    gone.add(columns.get(column));
                }
            }
            R row = rows.rows().get(place);
            shown.add(gone.isEmpty() ? row : without(gone, rows.table().values(row)));
        }
        return new TableRows<>(rows.table(), shown);
    }

    private R without(Set<String> gone, Object[] left) {
        gone.forEach(column -> left[columns.indexOf(column)] = null);
        derived.forEach((column, counts) -> {
            if (counts.stream().anyMatch(gone::contains)) {
                left[columns.indexOf(column)] = null;
            }
        });
        left[status] = ValueStatus.SUPPRESSED.label();
        return rows.table().row(left);
    }

    /** The same rows with every count rounded, and what is derived computed anew as far as that can be. */
    TableRows<R> rounded(TableRows<R> shown, LongUnaryOperator rounding) {
        List<R> rounded = new ArrayList<>();
        for (int place = 0; place < entries.size(); place++) {
            Object[] row = rows.table().values(shown.rows().get(place));
            int[] entered = entries.get(place);
            for (int column = 0; column < entered.length; column++) {
                if (entered[column] != NONE && row[column] != null) {
                    row[column] = rounding.applyAsLong((Long) row[column]);
                }
            }
            derived.keySet().forEach(column -> row[columns.indexOf(column)] = null);
            rounded.add(rules.estimated(rows.table().row(row)));
        }
        return new TableRows<>(rows.table(), rounded);
    }
}
