package org.osteocohort.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osteocohort.job.Extract;
import org.osteocohort.job.Job;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.measure.tally.TallyKey;
import org.osteocohort.problem.Problem;
import org.osteocohort.problem.QualityGateException;

/** Stops a run whose tables hold too many rows that could not be used: the rest would not speak for the children. */
public final class QualityGate {
    private final Tally tally;
    private final double most;
    private final List<Problem> problems = new ArrayList<>();

    private QualityGate(Tally tally, double most) {
        this.tally = tally;
        this.most = most;
    }

    /**
     * Compares each table of each site with the job's limit.
     *
     * @throws QualityGateException with every table above it; names tables, columns, rules and numbers of rows
     */
    public static void require(Tally tally, Job job) {
        QualityGate gate = new QualityGate(tally, job.quality().maxQuarantinedShare());
        job.extracts().forEach(gate::judge);
        if (!gate.problems.isEmpty()) {
            throw new QualityGateException(gate.problems);
        }
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

    private void judge(Extract extract, String table, SortedMap<String, Long> faults) {
        long rows = tally.count(TallyKey.of(Quarantine.ROWS, extract.site(), table));
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
