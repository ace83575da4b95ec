package org.osteocohort;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osteocohort.disclosure.DisclosureControl;
import org.osteocohort.disclosure.DisclosureControl.Disclosed;
import org.osteocohort.disclosure.Ledger;
import org.osteocohort.disclosure.ReleasedRow;
import org.osteocohort.disclosure.SuppressionRow;
import org.osteocohort.disclosure.SuppressionSummaryRow;
import org.osteocohort.measure.quality.QualityChecks;
import org.osteocohort.measure.tally.TableRows;
import org.osteocohort.publish.LastRun;
import org.osteocohort.publish.Manifest;
import org.osteocohort.publish.OutputFolder;
import org.osteocohort.table.Table;
import org.osteocohort.trends.Drift;
import org.osteocohort.trends.TrendRow;
import org.osteocohort.trends.Trends;

/**
 * What a run takes from the last published one: its ledger, since readers have its reports, and its numbers, to compare
 * with. A first run takes nothing.
 */
final class SinceLastRun {
    private final Optional<LastRun> lastRun;

    /** The rows of the ledger until it is made of them, which is when they are no longer needed: they are many. */
    private List<ReleasedRow> released;

    private SinceLastRun(Optional<LastRun> lastRun, List<ReleasedRow> released) {
        this.lastRun = lastRun;
        this.released = released;
    }

    /**
     * Opens the last run of an output; done before hours of work, since without the ledger nothing may be published.
     *
     * @param stage told when there is one
     * @throws org.osteocohort.publish.PublishingException when there is a last run that cannot be read
     */
    static SinceLastRun of(OutputFolder output, Consumer<String> stage) {
        Optional<LastRun> lastRun = output.lastRun();
        lastRun.ifPresent(last -> stage.accept("reading what earlier runs showed"));
        return new SinceLastRun(
                lastRun,
                lastRun.map(last -> last.restricted(ReleasedRow.TABLE, ReleasedRow::understood))
                        .orElse(List.of()));
    }

    /** The id of the last run; null for a first. */
    String runId() {
        return lastRun.map(LastRun::runId).orElse(null);
    }

    /** What earlier runs showed and hid, to decide by; for one call. */
    Ledger ledger() {
        Ledger ledger = Ledger.of(released);
        released = null;
        return ledger;
    }

    /**
     * What the last run showed and hid, when it published the same children: counting and hiding would give the same, and
     * who shows the same tables again tells nothing.
     *
     * @param stage told when its tables are read
     * @return empty when it did not, or its tables are not as they were published
     */
    Optional<Disclosed> sameAs(CohortAssessment assessment, Consumer<String> stage) {
        return lastRun.filter(last -> assessment.isPublishedBy(last.runId())).flatMap(last -> shownBy(last, stage));
    }

    private Optional<Disclosed> shownBy(LastRun last, Consumer<String> stage) {
        stage.accept("nothing changed: showing what the last run showed");
        try {
            List<TableRows<?>> tables = new ArrayList<>();
            for (Table<?> table : DisclosureControl.TABLES) {
                tables.add(asPublished(last, table));
            }
            return Optional.of(new Disclosed(
                    tables,
                    last.restrictedAsPublished(SuppressionRow.TABLE),
                    last.restrictedAsPublished(SuppressionSummaryRow.TABLE),
                    released));
        } catch (IOException notAsPublished) {
            return Optional.empty();
        }
    }

    private static <R extends Record> TableRows<R> asPublished(LastRun last, Table<R> table) throws IOException {
        return new TableRows<>(table, last.reportAsPublished(table));
    }

    /**
     * What has changed.
     *
     * @param reports of this run, after disclosure control
     * @throws org.osteocohort.problem.QualityGateException when it changed more than a fatal check allows
     */
    TableRows<TrendRow> trends(List<TableRows<?>> reports, Manifest manifest, QualityChecks checks) {
        if (lastRun.isEmpty()) {
            return Trends.NONE;
        }
        List<TableRows<?>> before = new ArrayList<>();
        for (Table<?> table : Trends.TABLES) {
            report(lastRun.get(), table).ifPresent(before::add);
        }
        TableRows<TrendRow> trends = Trends.of(before, reports, lastRun.get().differences(manifest), checks);
        new Drift(checks).require(trends.rows());
        return trends;
    }

    private static <R extends Record> Optional<TableRows<?>> report(LastRun lastRun, Table<R> table) {
        return lastRun.report(table).map(rows -> new TableRows<>(table, rows));
    }
}
