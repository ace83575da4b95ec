package org.osteocohort.assess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.osteocohort.measure.quality.DataQualityMeasure;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.measure.tally.TallyKey;
import org.osteocohort.report.QuarantineRow;
import org.osteocohort.source.CanonicalRows;
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

    /** Drug records of which nobody can tell what drug they are; parts are site, table and column. */
    static final String UNMAPPED = DataQualityMeasure.UNMAPPED_DRUGS;

    private static final int TABLE = 1;
    private static final int LINE = 3;
    private static final int ROWS_OF_FAULT = CanonicalRows.FAULT_TYPE.fieldIndex("rows");

    /** Writes one row. */
    interface Sink {
        void write(QuarantineRow row) throws IOException;
    }

    private final Sink sink;
    private final Map<List<String>, long[]> rows = new HashMap<>();
    private final Map<TallyKey, long[]> faults = new HashMap<>();
    private final List<QuarantineRow> waiting = new ArrayList<>();

    Quarantine(Sink sink) {
        this.sink = sink;
    }

    /** Counts a canonical row; its own fault, if it has one, waits to be written. */
    void see(Row row) {
        Row origin = row.getStruct(CanonicalPositions.ORIGIN);
        if (isUnmappedDrug(row)) {
            Row fault = row.getStruct(CanonicalPositions.FAULT);
            TallyKey key = TallyKey.of(UNMAPPED, origin.getString(0), origin.getString(TABLE), fault.getString(0));
            faults.computeIfAbsent(key, absent -> new long[1])[0] += fault.getLong(ROWS_OF_FAULT);
            return;
        }
        // What a source brought together from several rows is none of them.
        boolean ofTheSource = row.isNullAt(CanonicalPositions.OBSERVATION) || !origin.isNullAt(LINE);
        if (ofTheSource) {
            rows.computeIfAbsent(List.of(origin.getString(0), origin.getString(TABLE)), key -> new long[1])[0]++;
        }
        if (!row.isNullAt(CanonicalPositions.FAULT)) {
            Row fault = row.getStruct(CanonicalPositions.FAULT);
            put(origin, fault.getString(0), fault.getString(1));
        }
    }

    private static boolean isUnmappedDrug(Row row) {
        return !row.isNullAt(CanonicalPositions.FAULT)
                && FaultRule.UNMAPPED_DRUG
                        .label()
                        .equals(row.getStruct(CanonicalPositions.FAULT).getString(1));
    }

    /**
     * Puts a row away that the rows around it show to be wrong.
     *
     * @param origin of the shape {@link CanonicalRows#ORIGIN_TYPE}
     * @param field of the canonical row; null when it is the row as a whole
     */
    void put(Row origin, String field, FaultRule rule) {
        put(origin, field, rule.label());
    }

    private void put(Row origin, String column, String rule) {
        String site = origin.getString(0);
        String table = origin.getString(TABLE);
        Long line = origin.isNullAt(LINE) ? null : origin.getLong(LINE);
        waiting.add(new QuarantineRow(site, table, origin.getString(2), line, column, rule));
        TallyKey key = TallyKey.of(FAULTS, site, table, column == null ? "" : column, rule);
        faults.computeIfAbsent(key, absent -> new long[1])[0]++;
    }

    /** Writes what waits in the order of places: rows of a child come in any order. */
    void flush() {
        waiting.sort(null);
        try {
            for (QuarantineRow row : waiting) {
                sink.write(row);
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
