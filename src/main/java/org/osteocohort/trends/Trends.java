package org.osteocohort.trends;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.osteocohort.measure.quality.QualityChecks;
import org.osteocohort.measure.tally.TableRows;
import org.osteocohort.measure.tally.ValueStatus;
import org.osteocohort.table.Table;
import org.osteocohort.trends.Headline.Key;

/** Compares the published numbers of a run with those of the last one. */
public final class Trends {
    /** The tables whose rows are compared. */
    public static final List<Table<?>> TABLES = Headlines.TABLES;

    /** Of a first run, which has nothing to be compared with. */
    public static final TableRows<TrendRow> NONE = new TableRows<>(TrendRow.TABLE, List.of());

    private static final String ABSENT = "absent";
    private static final String SEPARATOR = ";";

    private final Drift drift;
    private final String why;

    private Trends(Drift drift, String why) {
        this.drift = drift;
        this.why = why;
    }

    /**
     * What has changed.
     *
     * @param before the tables of the last run as published; one that cannot be read may be left out
     * @param after the tables of this run as they will be published
     * @param differences in what the runs differ, in a fixed order
     * @param checks tell how large a change is expected
     * @return the rows of this run in their order, then those that only the last run had
     */
    public static TableRows<TrendRow> of(
            List<TableRows<?>> before, List<TableRows<?>> after, List<String> differences, QualityChecks checks) {
        Map<Key, Headline> earlier = Headlines.of(before);
        Map<Key, Headline> later = Headlines.of(after);
        Set<Key> keys = new LinkedHashSet<>(later.keySet());
        keys.addAll(earlier.keySet());
        Trends trends = new Trends(new Drift(checks), String.join(SEPARATOR, differences));
        List<TrendRow> rows = new ArrayList<>();
        for (Key key : keys) {
            rows.add(trends.row(key, sideOf(earlier, key), sideOf(later, key)));
        }
        return new TableRows<>(TrendRow.TABLE, rows);
    }

    private static Headline sideOf(Map<Key, Headline> headlines, Key key) {
        return headlines.getOrDefault(key, new Headline(key, null, null, null, ABSENT));
    }

    private TrendRow row(Key key, Headline before, Headline after) {
        Double relativeChange = Drift.relativeChange(before, after);
        Double threshold = drift.threshold(key);
        Double estimateDifference =
                before.estimate() == null || after.estimate() == null ? null : after.estimate() - before.estimate();
        return new TrendRow(
                key.measure(),
                key.phenotype(),
                key.kind(),
                key.item(),
                key.caseClass(),
                key.denominatorName(),
                key.period(),
                key.site(),
                before.numerator(),
                after.numerator(),
                difference(before.numerator(), after.numerator()),
                before.denominator(),
                after.denominator(),
                difference(before.denominator(), after.denominator()),
                before.estimate(),
                after.estimate(),
                estimateDifference,
                relativeChange,
                threshold,
                Drift.status(relativeChange, threshold),
                before.status(),
                after.status(),
                valueStatus(before, after, estimateDifference).label(),
                why);
    }

    private static Long difference(Long before, Long after) {
        return before == null || after == null ? null : Long.valueOf(after - before);
    }

    private static ValueStatus valueStatus(Headline before, Headline after, Double estimateDifference) {
        boolean hidden =
                Stream.of(before, after).map(Headline::status).anyMatch(ValueStatus.SUPPRESSED.label()::equals);
        return hidden ? ValueStatus.SUPPRESSED : ValueStatus.of(Objects.nonNull(estimateDifference));
    }
}
