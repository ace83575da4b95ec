package org.osteocohort.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** How much of the reports is lost to disclosure control. */
final class SuppressionSummary {
    private static final String SHOWN = "shown";

    private SuppressionSummary() {}

    /**
     * By table in the given order, column by name, and reason.
     *
     * @param reasons by entry, null when it is shown
     */
    static List<SuppressionSummaryRow> of(List<TableCells<?>> tables, IntFunction<HiddenBecause> reasons) {
        List<SuppressionSummaryRow> rows = new ArrayList<>();
        for (TableCells<?> table : tables) {
            Map<String, Map<String, Long>> columns = new TreeMap<>();
            table.forEachCount((column, entry) -> {
                HiddenBecause reason = reasons.apply(entry);
                columns.computeIfAbsent(column, name -> new TreeMap<>())
                        .merge(reason == null ? SHOWN : reason.label(), 1L, Long::sum);
            });
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
