package org.osteocohort.source;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Drug records of which nobody can tell what drug they are. They may be all of a table, so a task passes on how many it
 * met in each file, and not the rows.
 */
public final class UnmappedDrugs {
    private static final int RULE = CanonicalRows.FAULT_TYPE.fieldIndex("rule");
    private static final int COLUMN = CanonicalRows.FAULT_TYPE.fieldIndex("column");
    private static final int FAULT = CanonicalRows.SCHEMA.fieldIndex(CanonicalRows.FAULT);
    private static final int ORIGIN = CanonicalRows.SCHEMA.fieldIndex(CanonicalRows.ORIGIN);

    private UnmappedDrugs() {}

    /** The fault of such a record, in the shape of {@link CanonicalRows#FAULT_TYPE}. */
    public static Column fault(String column) {
        return struct(
                lit(column).as("column"),
                lit(FaultRule.UNMAPPED_DRUG.label()).as("rule"),
                lit(null).cast("long").as("rows"));
    }

    /** The rows, of which those with the fault are summed up for each file in each partition. */
    public static Dataset<Row> summedUp(Dataset<Row> rows) {
        MapPartitionsFunction<Row, Row> sum = Sum::new;
        return rows.mapPartitions(sum, Encoders.row(CanonicalRows.SCHEMA));
    }

    /** A row that stands for many of one file. */
    public static Row row(String site, String table, String file, String column, long count) {
        return CanonicalRow.part(CanonicalRows.SCHEMA)
                .with(
                        CanonicalRows.ORIGIN,
                        CanonicalRow.part(CanonicalRows.ORIGIN_TYPE)
                                .with("site", site)
                                .with("table", table)
                                .with("file", file)
                                .row())
                .with(
                        CanonicalRows.FAULT,
                        CanonicalRow.part(CanonicalRows.FAULT_TYPE)
                                .with("column", column)
                                .with("rule", FaultRule.UNMAPPED_DRUG.label())
                                .with("rows", count)
                                .row())
                .row();
    }

    private static boolean is(Row row) {
        return !row.isNullAt(FAULT)
                && FaultRule.UNMAPPED_DRUG.label().equals(row.getStruct(FAULT).getString(RULE));
    }

    /** Passes rows on and counts. */
    private static final class Sum implements Iterator<Row> {
        private final Iterator<Row> rows;
        private final Map<List<String>, Long> counts = new TreeMap<>(Comparator.comparing(List::toString));
        private Row ahead;
        private Iterator<Row> sums;

        Sum(Iterator<Row> rows) {
            this.rows = rows;
        }

        @Override
        public boolean hasNext() {
            while (ahead == null && rows.hasNext()) {
                Row row = rows.next();
                if (is(row)) {
                    Row origin = row.getStruct(ORIGIN);
                    List<String> place = List.of(
                            origin.getString(0),
                            origin.getString(1),
                            origin.getString(2),
                            row.getStruct(FAULT).getString(COLUMN));
                    counts.merge(place, 1L, Long::sum);
                } else {
                    ahead = row;
                }
            }
            if (ahead == null && sums == null) {
                List<Row> found = new ArrayList<>();
                counts.forEach((place, count) ->
                        found.add(row(place.get(0), place.get(1), place.get(2), place.get(3), count)));
                sums = found.iterator();
            }
            return ahead != null || sums.hasNext();
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Row next = ahead == null ? sums.next() : ahead;
            ahead = null;
            return next;
        }
    }
}
