package org.osteocohort.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How much of the reports is lost to disclosure control. */
final class SuppressionSummary {
    private static final String SHOWN = "shown";

    private SuppressionSummary() {}

    /** By table in the given order, column by name, and reason. */
    static List<SuppressionSummaryRow> of(List<TableCells<?>> tables, CellSystem system, HiddenCells hidden) {
        Map<CellId, String> outcomes = new HashMap<>();
        for (int cell = 0; cell < system.size(); cell++) {
            if (!hidden.visible(cell)) {
                outcomes.put(system.cell(cell), hidden.reason(cell).label());
            }
        }
        List<SuppressionSummaryRow> rows = new ArrayList<>();
        for (TableCells<?> table : tables) {
            Map<String, Map<String, Long>> columns = new TreeMap<>();
            for (Map<String, CellId> row : table.cells()) {
                row.forEach((column, cell) -> columns.computeIfAbsent(column, name -> new TreeMap<>())
                        .merge(outcomes.getOrDefault(cell, SHOWN), 1L, Long::sum));
            }
            columns.forEach((column, numbers) -> add(table.table(), column, numbers, rows));
        }
        return rows;
    }

    private static void add(String table, String column, Map<String, Long> numbers, List<SuppressionSummaryRow> rows) {
        double all = numbers.values().stream().mapToLong(Long::longValue).sum();
        numbers.forEach(
                (outcome, number) -> rows.add(new SuppressionSummaryRow(table, column, outcome, number, number / all)));
    }
}
