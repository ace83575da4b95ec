package org.osteocohort.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.osteocohort.measure.tally.TableRows;
import org.osteocohort.table.Table;

/**
 * Hides what must not be shown in the reports of a run, all tables together. A hidden number is null and its row's
 * status is {@code suppressed}, whatever the reason. Unless counts are rounded, applied twice it changes nothing more.
 */
public final class DisclosureControl {
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

    /** The tables of a run, in their order. */
    public static final List<Table<?>> TABLES =
            RULES.stream().<Table<?>>map(TableRules::table).toList();

    private final int threshold;
    private final Rounding rounding;

    /**
     * Control with a threshold, without rounding.
     *
     * @param threshold the smallest count of children, above zero, that may be shown
     */
    public DisclosureControl(int threshold) {
        this(threshold, Rounding.NONE);
    }

    /**
     * Control with a threshold and rounding of what is shown.
     *
     * @param threshold the smallest count of children, above zero, that may be shown
     * @param roundTo counts are shown as multiples of this; 1 for none
     */
    public DisclosureControl(int threshold, int roundTo) {
        if (threshold < 1) {
            throw new IllegalArgumentException("the disclosure threshold must be at least 1");
        }
        this.threshold = threshold;
        this.rounding = new Rounding(roundTo, threshold);
    }

    /**
     * The reports as they may be shown.
     *
     * @param tables the same tables in the same order, and their rows in the same order as far as they are published
     * @param suppressed what was hidden and why, for the operator only, in a fixed order
     * @param summary how much was hidden, for the operator only, in a fixed order
     * @param released the ledger for the next run, for the operator only, in a fixed order
     */
    public record Disclosed(
            List<TableRows<?>> tables,
            List<SuppressionRow> suppressed,
            List<SuppressionSummaryRow> summary,
            List<ReleasedRow> released) {
        public Disclosed {
            tables = List.copyOf(tables);
            suppressed = List.copyOf(suppressed);
            summary = List.copyOf(summary);
            released = List.copyOf(released);
        }
    }

    /** As {@link #apply(List, Ledger)}, when nothing was published before. */
    public Disclosed apply(List<TableRows<?>> tables) {
        return apply(tables, Ledger.NONE);
    }

    /**
     * Hides what must be hidden.
     *
     * @param ledger of the rows {@link Disclosed#released()} of the last run that was published
     * @throws IllegalArgumentException when nothing is declared about a table or one of its numbers: it is not shown then
     * @throws IllegalStateException when the numbers contradict each other
     */
    public Disclosed apply(List<TableRows<?>> tables, Ledger ledger) {
        Entered entered = entered(tables, ledger);
        CellSystem system = entered.system();
        int[] ranks = entered.ranks();
        Suppression suppression = Suppression.of(system, threshold, ledger);
        HiddenCells hidden = suppression.hidden();
        List<TableRows<?>> shown = new ArrayList<>();
        entered.tables().forEach(table -> shown.add(rounding.apply(table, entry -> !hidden.visible(ranks[entry]))));
        return new Disclosed(
                shown,
                suppressed(system, hidden),
                SuppressionSummary.of(entered.tables(), entry -> hidden.reason(ranks[entry])),
                suppression.released());
    }

    /** All numbers of all tables; {@code ranks} are their places in the system by their entries. */
    private record Entered(List<TableCells<?>> tables, CellSystem system, int[] ranks) {}

    /** The graph is as large as the system and ends here, before anything is decided. */
    private Entered entered(List<TableRows<?>> tables, Ledger ledger) {
        CellGraph graph = new CellGraph(ledger::everSomebody);
        List<TableCells<?>> entered = new ArrayList<>();
        Detail detail = Detail.of(tables, threshold);
        tables.forEach(rows -> entered.add(cells(rows, detail)));
        entered.forEach(table -> table.enter(graph));
        entered.forEach(table -> table.relate(graph));
        int[] ranks = graph.ranks();
        return new Entered(entered, graph.system(ranks), ranks);
    }

    private static List<SuppressionRow> suppressed(CellSystem system, HiddenCells hidden) {
        List<SuppressionRow> suppressed = new ArrayList<>();
        for (int cell = 0; cell < system.size(); cell++) {
            if (!hidden.visible(cell)) {
                String counted = system.cell(cell).space().name();
                suppressed.add(new SuppressionRow(
                        counted, system.described(cell), hidden.reason(cell).label()));
            }
        }
        return suppressed;
    }

    private static <R extends Record> TableCells<R> cells(TableRows<R> rows, Detail detail) {
        TableRules<R> rules = rulesOf(rows.table());
        return new TableCells<>(detail.published(rows, rules), rules);
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
