package org.osteocohort.trends;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osteocohort.measure.quality.QualityCheck;
import org.osteocohort.measure.quality.QualityChecks;
import org.osteocohort.measure.quality.Severity;
import org.osteocohort.problem.Problem;
import org.osteocohort.problem.QualityGateException;
import org.osteocohort.trends.Headline.Key;

/**
 * A change from run to run that is larger than a site expects. Judged are the rows read of each table, and the share of
 * cases of each phenotype among all observed children of the study.
 */
public final class Drift {
    private static final String PREVALENCE_CHECK = "prevalence_drift";
    private static final String ROWS_CHECK = "rows_read_drift";
    private static final double PERCENT = 100;

    private final QualityChecks checks;

    /** The demands of a file of checks; a check that it does not name demands nothing. */
    public Drift(QualityChecks checks) {
        this.checks = checks;
    }

    private static Optional<String> check(String measure, String kind, String denominatorName, String period) {
        if (measure.equals(Headlines.ROWS_READ)) {
            return Optional.of(ROWS_CHECK);
        }
        boolean headline = measure.equals(Headlines.PERIOD_PREVALENCE)
                && kind.equals(Headlines.PHENOTYPE)
                && denominatorName.equals(Headlines.OBSERVED)
                && period.equals(Headlines.STUDY);
        return headline ? Optional.of(PREVALENCE_CHECK) : Optional.empty();
    }

    /** The largest relative change that passes; null when none is demanded. */
    Double threshold(Key key) {
        return check(key.measure(), key.kind(), key.denominatorName(), key.period())
                .map(checks::of)
                .map(QualityCheck::threshold)
                .orElse(null);
    }

    /** The change as a share of what was before; null when a side is hidden or absent, or there was nothing before. */
    static Double relativeChange(Headline before, Headline after) {
        Double from = judged(before);
        Double to = judged(after);
        return from == null || to == null || from == 0 ? null : (to - from) / from;
    }

    private static Double judged(Headline headline) {
        if (!headline.key().measure().equals(Headlines.ROWS_READ)) {
            return headline.estimate();
        }
        return headline.denominator() == null
                ? null
                : Double.valueOf(headline.denominator().doubleValue());
    }

    static String status(Double relativeChange, Double threshold) {
        if (relativeChange == null || threshold == null) {
            return TrendRow.NOT_APPLICABLE;
        }
        return Math.abs(relativeChange) <= threshold ? TrendRow.PASSED : TrendRow.FAILED;
    }

    /** What has changed too much, in a sentence; made of published numbers. */
    public static String describe(TrendRow row) {
        String what = row.measure().equals(Headlines.ROWS_READ)
                ? "rows read of the table " + row.item()
                : "prevalence of " + row.item() + " (" + row.caseClass() + ")";
        String where = row.site().equals("all") ? "" : " at the site '" + row.site() + "'";
        return String.format(
                Locale.ROOT,
                "%s%s changed by %+.1f %% since the last run, expected are up to %.1f %%; what differs: %s",
                what,
                where,
                row.relativeChange() * PERCENT,
                row.threshold() * PERCENT,
                row.why().isEmpty() ? "nothing" : row.why().replace(";", ", "));
    }

    /**
     * Stops a run whose numbers have changed too much, where a site calls that fatal.
     *
     * @throws QualityGateException with every such change
     */
    public void require(List<TrendRow> rows) {
        List<Problem> problems = rows.stream()
                .filter(TrendRow::drifted)
                .filter(this::fatal)
                .map(row -> new Problem("output", describe(row)))
                .toList();
        if (!problems.isEmpty()) {
            throw new QualityGateException(problems);
        }
    }

    private boolean fatal(TrendRow row) {
        return check(row.measure(), row.kind(), row.denominatorName(), row.period())
                .map(checks::of)
                .filter(check -> check.severity() == Severity.FATAL)
                .isPresent();
    }
}
