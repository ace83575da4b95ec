package org.osteocohort.assess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.osteocohort.ehr.EventDomain;
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

    /** Cells that could not be used, of rows that are used without them; parts are site, table and column. */
    static final String CELL_FAULTS = DataQualityMeasure.CELL_FAULTS;

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
            write(origin, fault.getString(0), fault.getString(1));
            count(
                    canDoWithout(row)
                            ? cell(origin, fault.getString(0))
                            : fault(origin, fault.getString(0), fault.getString(1)));
        }
    }

    /**
     * Whether the row is used though a cell of it cannot be: a visit, or a drug record, whose end or amount is then
     * unknown. A result without its number, or a patient without a birth date, has lost what it is about.
     */
    private static boolean canDoWithout(Row row) {
        boolean ofDrug = !row.isNullAt(CanonicalPositions.EVENT)
                && EventDomain.DRUG.name().equals(EventRow.domain(row.getStruct(CanonicalPositions.EVENT)));
        return ofDrug || !row.isNullAt(CanonicalPositions.VISIT);
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
        write(origin, field, rule.label());
        count(fault(origin, field, rule.label()));
    }

    /** Tells of a cell that cannot be used, of a row that is used without it. */
    void putCell(Row origin, String field, FaultRule rule) {
        write(origin, field, rule.label());
        count(cell(origin, field));
    }

    private void write(Row origin, String column, String rule) {
        Long line = origin.isNullAt(LINE) ? null : origin.getLong(LINE);
        waiting.add(new QuarantineRow(
                origin.getString(0), origin.getString(TABLE), origin.getString(2), line, column, rule));
    }

    private static TallyKey fault(Row origin, String column, String rule) {
        return TallyKey.of(FAULTS, origin.getString(0), origin.getString(TABLE), column == null ? "" : column, rule);
    }

    private static TallyKey cell(Row origin, String column) {
        return TallyKey.of(CELL_FAULTS, origin.getString(0), origin.getString(TABLE), column);
    }

    private void count(TallyKey key) {
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
