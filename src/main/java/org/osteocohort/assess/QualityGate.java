package org.osteocohort.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osteocohort.job.Extract;
import org.osteocohort.job.Job;
import org.osteocohort.measure.quality.DataQualityMeasure;
import org.osteocohort.measure.quality.DataQualityRow;
import org.osteocohort.measure.quality.Severity;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.measure.tally.TallyKey;
import org.osteocohort.problem.Problem;
import org.osteocohort.problem.QualityGateException;
import org.osteocohort.source.CanonicalRows;

/**
 * Stops a run whose data would not speak for the children: too many rows of a table could not be used, or a check that
 * the site calls fatal has failed.
 */
public final class QualityGate {
    private static final double PERCENT = 100;

    private final Tally tally;
    private final double most;
    private final List<Problem> problems = new ArrayList<>();

    private QualityGate(Tally tally, double most) {
        this.tally = tally;
        this.most = most;
    }

    /**
     * Compares each table of each site with the job's limit, and each fatal check with its threshold.
     *
     * @throws QualityGateException with every table and check above it; names tables, columns, rules and numbers of
     *     rows, never a value
     */
    public static void require(Tally tally, Job job, Study study) {
        QualityGate gate = new QualityGate(tally, job.quality().maxQuarantinedShare());
        job.extracts().forEach(gate::judge);
        List<DataQualityRow> checks = new DataQualityMeasure(study.frame(), study.qualityChecks()).rows(tally);
        job.extracts().forEach(extract -> gate.judgeFatal(extract, checks));
        if (!gate.problems.isEmpty()) {
            throw new QualityGateException(gate.problems);
        }
    }

    private void judgeFatal(Extract extract, List<DataQualityRow> checks) {
        for (DataQualityRow check : checks) {
            boolean fatal = check.severity().equals(Severity.FATAL.label());
            if (fatal && check.failed() && check.site().equals(extract.site())) {
                String column = check.columnName().isEmpty() ? "" : "." + check.columnName();
                problems.add(new Problem(
                        extract.path().toString(),
                        String.format(
                                Locale.ROOT,
                                "the fatal check %s on %s%s has failed: %s %% (%d of %d) are violations, allowed are"
                                        + " %s %%",
                                check.checkName(),
                                check.tableName(),
                                column,
                                percent(check.share()),
                                check.violations(),
                                check.checked(),
                                percent(check.threshold()))));
            }
        }
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f", share * PERCENT);
    }

    private void judge(Extract extract) {
        SortedMap<String, SortedMap<String, Long>> tables = new TreeMap<>();
        tally.forEach(Quarantine.FAULTS, (parts, count) -> {
            if (parts.get(0).equals(extract.site())) {
                String column = parts.get(2).isEmpty() ? "" : " in " + parts.get(2);
                tables.computeIfAbsent(parts.get(1), table -> new TreeMap<>())
                        .merge(parts.get(3) + column, count, Long::sum);
            }
        });
        tables.forEach((table, faults) -> judge(extract, table, faults));
    }

    /** Lines of no known table are a share of all rows: there are no good ones among them. */
    private long rows(String site, String table) {
        if (!table.equals(CanonicalRows.NO_TABLE)) {
            return tally.count(TallyKey.of(Quarantine.ROWS, site, table));
        }
        long[] all = new long[1];
        tally.forEach(Quarantine.ROWS, (parts, count) -> all[0] += parts.get(0).equals(site) ? count : 0);
        return all[0];
    }

    private void judge(Extract extract, String table, SortedMap<String, Long> faults) {
        long rows = rows(extract.site(), table);
        long bad = faults.values().stream().mapToLong(Long::longValue).sum();
        if (bad > most * rows) {
            String rules = faults.entrySet().stream()
                    .map(fault -> fault.getKey() + ": " + fault.getValue())
                    .collect(Collectors.joining(", "));
            problems.add(new Problem(
                    extract.path().toString(),
                    "the table " + table + " holds more faults than quality.maxQuarantinedShare, " + most + ", allows: "
                            + bad + " in " + rows + " rows (" + rules + ")"));
        }
    }
}
