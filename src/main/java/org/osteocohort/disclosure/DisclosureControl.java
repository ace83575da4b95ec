package org.osteocohort.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.osteocohort.measure.tally.TableRows;
import org.osteocohort.measure.tally.ValueStatus;
import org.osteocohort.table.Column;
import org.osteocohort.table.Table;

/**
 * Hides what must not be shown in the reports of a run, all tables together. A hidden number is null and its row's
 * status is {@code suppressed}, whatever the reason. Applied twice it changes nothing more.
 */
public final class DisclosureControl {
    private static final String STATUS_COLUMN = "value_status";
    private static final List<TableRules<?>> RULES = List.of(
            new PrevalenceRules(),
            new IncidenceRules(),
            new StandardizedRateRules(),
            new ComparisonRules(),
            new CauseProfileRules(),
            new TreatmentCoverageRules(),
            new TimeToTreatmentRules(),
            new PersistenceRules(),
            new FractureRateRules(),
            new PhenotypeOverlapRules(),
            new AttritionRules(),
            new DataQualityRules());

    private final int threshold;

    /**
     * Control with a threshold.
     *
     * @param threshold the smallest count of children, above zero, that may be shown
     */
    public DisclosureControl(int threshold) {
        if (threshold < 1) {
            throw new IllegalArgumentException("the disclosure threshold must be at least 1");
        }
        this.threshold = threshold;
    }

    /**
     * The reports as they may be shown.
     *
     * @param tables the same tables in the same order, each row in its place
     * @param suppressed what was hidden and why, for the operator only, in a fixed order
     */
    public record Disclosed(List<TableRows<?>> tables, List<SuppressionRow> suppressed) {
        public Disclosed {
            tables = List.copyOf(tables);
            suppressed = List.copyOf(suppressed);
        }
    }

    /**
     * Hides what must be hidden.
     *
     * @throws IllegalArgumentException when nothing is declared about a table: it is not shown then
     * @throws IllegalStateException when the numbers contradict each other
     */
    public Disclosed apply(List<TableRows<?>> tables) {
        CellGraph graph = new CellGraph();
        tables.forEach(rows -> enter(rows, graph));
        SortedMap<CellId, HiddenBecause> hidden = Suppression.of(graph.system(), threshold);
        List<TableRows<?>> shown = new ArrayList<>();
        Set<CellId> hiddenCells = new HashSet<>(hidden.keySet());
        tables.forEach(rows -> shown.add(hide(rows, hiddenCells)));
        List<SuppressionRow> suppressed = hidden.entrySet().stream()
                .map(entry -> new SuppressionRow(
                        entry.getKey().space().name(),
                        entry.getKey().described(),
                        entry.getValue().label()))
                .toList();
        return new Disclosed(shown, suppressed);
    }

    private static <R extends Record> void enter(TableRows<R> rows, CellGraph graph) {
        TableRules<R> rules = rulesOf(rows.table());
        Map<String, Integer> places = places(rows.table());
        for (R row : rows.rows()) {
            Object[] values = rows.table().values(row);
            Map<String, CellId> cells = rules.cells(row);
            requireDeclared(rules, cells, values);
            cells.forEach((column, cell) -> graph.cell(cell, (Long) values[places.get(column)]));
            rules.relate(row, graph);
        }
    }

    /** A number about which nothing is said cannot be protected. */
    private static void requireDeclared(TableRules<?> rules, Map<String, CellId> cells, Object[] values) {
        List<Column> columns = rules.table().columns();
        for (int place = 0; place < values.length; place++) {
            String column = columns.get(place).name();
            boolean declared = switch (columns.get(place).type()) {
                case LONG -> cells.containsKey(column);
                case DOUBLE ->
                    rules.derived().containsKey(column) || rules.settings().contains(column);
                case TEXT, INTEGER, BOOLEAN, DATE -> true;
            };
            if (!declared && values[place] != null) {
                throw new IllegalArgumentException("nothing says what the column " + column + " of the table "
                        + rules.table().name() + " is");
            }
        }
    }

    private static <R extends Record> TableRows<R> hide(TableRows<R> rows, Set<CellId> hidden) {
        TableRules<R> rules = rulesOf(rows.table());
        Map<String, Integer> places = places(rows.table());
        List<R> shown = new ArrayList<>();
        for (R row : rows.rows()) {
            Set<String> columns = new HashSet<>();
            rules.cells(row).forEach((column, cell) -> {
                if (hidden.contains(cell)) {
                    columns.add(column);
                }
            });
            shown.add(columns.isEmpty() ? row : hide(row, rules, columns, places));
        }
        return new TableRows<>(rows.table(), shown);
    }

    private static <R extends Record> R hide(
            R row, TableRules<R> rules, Set<String> hiddenColumns, Map<String, Integer> places) {
        Object[] values = rules.table().values(row);
        hiddenColumns.forEach(column -> values[places.get(column)] = null);
        rules.derived().forEach((column, counts) -> {
            if (counts.stream().anyMatch(hiddenColumns::contains)) {
                values[places.get(column)] = null;
            }
        });
        values[places.get(STATUS_COLUMN)] = ValueStatus.SUPPRESSED.label();
        return rules.table().row(values);
    }

    /** Where each column stands among the values of a row. */
    private static Map<String, Integer> places(Table<?> table) {
        Map<String, Integer> places = new HashMap<>();
        table.columns().forEach(column -> places.put(column.name(), places.size()));
        return places;
    }

    @SuppressWarnings("unchecked")
    private static <R extends Record> TableRules<R> rulesOf(Table<R> table) {
        for (TableRules<?> rules : RULES) {
            if (rules.table() == table) {
                return (TableRules<R>) rules;
            }
        }
        throw new IllegalArgumentException("nothing says what the numbers of the table " + table.name() + " are");
    }
}
