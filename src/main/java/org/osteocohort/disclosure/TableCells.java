package org.osteocohort.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private final TableRows<R> rows;
    private final TableRules<R> rules;
    private final Map<String, List<String>> derived;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Map<String, CellId>> cells = new ArrayList<>();

    TableCells(TableRows<R> rows, TableRules<R> rules) {
        this.rows = rows;
        this.rules = rules;
        this.derived = rules.derived();
        rows.table().columns().forEach(column -> places.put(column.name(), places.size()));
    }

    String table() {
        return rows.table().name();
    }

    /** The cells of each row by column, once they were entered. */
    List<Map<String, CellId>> cells() {
        return cells;
    }

    /**
     * Adds all counts and relations of the rows.
     *
     * @throws IllegalArgumentException when nothing is said about a number
     */
    void enter(CellGraph graph) {
        List<String> undeclared = numbers(rules.settings());
        for (R row : rows.rows()) {
            Object[] values = rows.table().values(row);
            Map<String, CellId> counts = rules.cells(row);
            for (String column : undeclared) {
                if (values[places.get(column)] != null && !counts.containsKey(column)) {
                    throw new IllegalArgumentException(
                            "nothing says what the column " + column + " of the table " + table() + " is");
                }
            }
            counts.forEach((column, cell) -> graph.cell(cell, (Long) values[places.get(column)]));
            rules.relate(row, graph);
            cells.add(counts);
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

    /** The rows without what is hidden. */
    TableRows<R> shown(Set<CellId> hidden) {
        List<R> shown = new ArrayList<>();
        for (int place = 0; place < cells.size(); place++) {
            R row = rows.rows().get(place);
            Set<String> columns = new HashSet<>();
            cells.get(place).forEach((column, cell) -> {
                if (hidden.contains(cell)) {
                    columns.add(column);
                }
            });
            shown.add(columns.isEmpty() ? row : without(columns, row));
        }
        return new TableRows<>(rows.table(), shown);
    }

    private R without(Set<String> hiddenColumns, R row) {
        Object[] values = rows.table().values(row);
        hiddenColumns.forEach(column -> values[places.get(column)] = null);
        derived.forEach((column, counts) -> {
            if (counts.stream().anyMatch(hiddenColumns::contains)) {
                values[places.get(column)] = null;
            }
        });
        values[places.get(STATUS_COLUMN)] = ValueStatus.SUPPRESSED.label();
        return rows.table().row(values);
    }

    /** The same rows with every count rounded, and what is derived computed anew as far as that can be. */
    TableRows<R> rounded(TableRows<R> shown, LongUnaryOperator rounding) {
        List<R> rounded = new ArrayList<>();
        for (int place = 0; place < cells.size(); place++) {
            Object[] values = rows.table().values(shown.rows().get(place));
            for (String column : cells.get(place).keySet()) {
                Long count = (Long) values[places.get(column)];
                values[places.get(column)] = count == null ? null : (Long) rounding.applyAsLong(count);
            }
            derived.keySet().forEach(column -> values[places.get(column)] = null);
            rounded.add(rules.estimated(rows.table().row(values)));
        }
        return new TableRows<>(rows.table(), rounded);
    }
}
