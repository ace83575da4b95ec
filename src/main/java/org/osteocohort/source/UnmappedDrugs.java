package org.osteocohort.source;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/**
 * Drug records of which nobody can tell what drug they are. They may be all of a table, so that {@link
 * org.osteocohort.source.bundle.Bundles} passes on how many of them a task met in each file, and not the rows.
 */
public final class UnmappedDrugs {
    private UnmappedDrugs() {}

    /** The fault of one such record, in the shape of {@link CanonicalRows#FAULT_TYPE}. */
    public static Column fault(String column) {
        return struct(
                lit(column).as("column"), lit(FaultRule.UNMAPPED_DRUG.label()).as("rule"), lit(1L).as("rows"));
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
}
