package org.osteocohort.measure.comparison;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.osteocohort.measure.incidence.IncidenceRow;
import org.osteocohort.measure.population.Counted;
import org.osteocohort.measure.population.Stratum;
import org.osteocohort.measure.prevalence.PrevalenceRow;
import org.osteocohort.measure.prevalence.PrevalenceType;

/** Finds the row of a table by what it counts and among whom. */
final class RowIndex<R> {
    private final Map<Key, R> rows = new HashMap<>();

    private RowIndex(List<R> rows, Function<R, Key> key) {
        rows.forEach(row -> this.rows.put(key.apply(row), row));
    }

    private record Key(Counted what, String denominator, String period, Stratum stratum) {}

    /** The rows of period prevalence. */
    static RowIndex<PrevalenceRow> ofPrevalence(List<PrevalenceRow> rows) {
        List<PrevalenceRow> periodRows = rows.stream()
                .filter(row -> row.prevalenceType().equals(PrevalenceType.PERIOD.label()))
                .toList();
        return new RowIndex<>(
                periodRows,
                row -> new Key(
                        new Counted(row.kind(), row.item(), row.caseClass()),
                        row.denominatorName(),
                        row.period(),
                        new Stratum(
                                row.sex(), row.ageGroup(), row.ageBand(), row.race(), row.ethnicity(), row.site())));
    }

    static RowIndex<IncidenceRow> ofIncidence(List<IncidenceRow> rows) {
        return new RowIndex<>(
                rows,
                row -> new Key(
                        new Counted(row.kind(), row.item(), row.caseClass()),
                        row.denominatorName(),
                        row.period(),
                        new Stratum(
                                row.sex(), row.ageGroup(), row.ageBand(), row.race(), row.ethnicity(), row.site())));
    }

    /** The row; empty when the job does not divide children like this. */
    Optional<R> row(Counted what, String denominator, String period, Stratum stratum) {
        return Optional.ofNullable(rows.get(new Key(what, denominator, period, stratum)));
    }
}
