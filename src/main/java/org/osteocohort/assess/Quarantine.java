package org.osteocohort.assess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osteocohort.assess.SourceRow.Fault;
import org.osteocohort.assess.SourceRow.Observation;
import org.osteocohort.measure.quality.DataQualityMeasure;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.measure.tally.TallyKey;
import org.osteocohort.report.QuarantineRow;
import org.osteocohort.source.FaultRule;

/**
 * What of a partition's rows could not be used: written with its place, and counted. Every row is counted too, so that
 * the share of the useless is known.
 */
final class Quarantine {
    /** Rows that the study asks for; parts are site and table. */
    static final String ROWS = DataQualityMeasure.ROWS;

    /** Rows that could not be used as they are; parts are site, table, column (may be empty) and rule. */
    static final String FAULTS = DataQualityMeasure.FAULTS;

    /** Cells that could not be used, of rows that are used without them; parts are site, table and column. */
    static final String CELL_FAULTS = DataQualityMeasure.CELL_FAULTS;

    /** Drug records of which nobody can tell what drug they are; parts are site, table and column. */
    static final String UNMAPPED = DataQualityMeasure.UNMAPPED_DRUGS;

    /** Writes one row of a child or of nobody. */
    interface Sink {
        void write(Owner owner, QuarantineRow row) throws IOException;
    }

    private final Sink sink;
    private final Map<List<String>, long[]> rows = new HashMap<>();
    /** Where the last row stood, and the count of its table: the rows of a table come together. */
    private Place lastPlace;

    private long[] rowsOfLast;
    private final Map<TallyKey, long[]> faults = new HashMap<>();
    private final List<QuarantineRow> waiting = new ArrayList<>();

    Quarantine(Sink sink) {
        this.sink = sink;
    }

    /** Counts a row; its own fault, if it has one, waits to be written. */
    void see(SourceRow row) {
        Place place = row.place();
        Fault fault = row.fault();
        if (fault != null && FaultRule.UNMAPPED_DRUG.label().equals(fault.rule())) {
            TallyKey key = TallyKey.of(UNMAPPED, place.site(), place.table(), fault.column());
            faults.computeIfAbsent(key, absent -> new long[1])[0] += fault.rows();
            return;
        }
        // What a source brought together from several rows is none of them.
        boolean ofTheSource = !(row.part() instanceof Observation) || place.line() != null;
        if (ofTheSource) {
            rowsOfTable(place)[0]++;
        }
        if (fault != null) {
            write(place, fault.column(), fault.rule());
            boolean used = row.part() != null && row.part().canDoWithoutCell();
            count(used ? cell(place, fault.column()) : fault(place, fault.column(), fault.rule()));
        }
    }

    private long[] rowsOfTable(Place place) {
        boolean same = lastPlace != null
                && place.table().equals(lastPlace.table())
                && place.site().equals(lastPlace.site());
        if (!same) {
            rowsOfLast = rows.computeIfAbsent(List.of(place.site(), place.table()), key -> new long[1]);
            lastPlace = place;
        }
        return rowsOfLast;
    }

    /**
     * Puts a row away that the rows around it show to be wrong.
     *
     * @param field of the canonical row; null when it is the row as a whole
     */
    void put(Place place, String field, FaultRule rule) {
        write(place, field, rule.label());
        count(fault(place, field, rule.label()));
    }

    /** Tells of a cell that cannot be used, of a row that is used without it. */
    void putCell(Place place, String field, FaultRule rule) {
        write(place, field, rule.label());
        count(cell(place, field));
    }

    private void write(Place place, String column, String rule) {
        waiting.add(new QuarantineRow(place.site(), place.table(), place.file(), place.line(), column, rule));
    }

    private static TallyKey fault(Place place, String column, String rule) {
        return TallyKey.of(FAULTS, place.site(), place.table(), column == null ? "" : column, rule);
    }

    private static TallyKey cell(Place place, String column) {
        return TallyKey.of(CELL_FAULTS, place.site(), place.table(), column);
    }

    private void count(TallyKey key) {
        faults.computeIfAbsent(key, absent -> new long[1])[0]++;
    }

    /** Writes what waits, all of one owner, in the order of places: rows of a child come in any order. */
    void flush(Owner owner) {
        waiting.sort(null);
        try {
            for (QuarantineRow row : waiting) {
                sink.write(owner, row);
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        waiting.clear();
    }

    /** Adds the counts to a tally. */
    void count(Tally tally) {
        rows.forEach((key, count) -> tally.add(new TallyKey(ROWS, key), count[0]));
        faults.forEach((key, count) -> tally.add(key, count[0]));
    }
}
