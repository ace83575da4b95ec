package org.osteocohort.source.files;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * A table about codes and not about people, of which some rows are wanted on the driver. A small one is there already:
 * asking it starts no Spark job, which would take longer than reading it. A large one is asked where its files are.
 */
public final class LookupTable {
    /** Whether a row matters. */
    public interface RowTest extends Predicate<Row>, Serializable {}

    /** What a part of the rows gives. */
    public interface PartScan extends UnaryOperator<Iterator<Row>>, Serializable {}

    private final Dataset<Row> rows;
    private final boolean onDriver;

    /** @param onDriver whether the rows are a local relation, which Spark evaluates without a job */
    LookupTable(Dataset<Row> rows, boolean onDriver) {
        this.rows = rows;
        this.onDriver = onDriver;
    }

    /** The same table with these columns only. */
    public LookupTable select(String first, String... others) {
        return new LookupTable(rows.select(first, others), onDriver);
    }

    /** The rows for which the condition is true. */
    public LookupTable where(Column condition) {
        return new LookupTable(rows.filter(condition), onDriver);
    }

    /** The rows that matter, in any order. */
    public List<Row> matching(RowTest matters) {
        if (!onDriver) {
            return rows.filter((FilterFunction<Row>) matters::test).collectAsList();
        }
        return rows.collectAsList().stream().filter(matters).toList();
    }

    /** What a function makes of each part of the rows, in any order. */
    public List<Row> scan(PartScan function, StructType result) {
        if (!onDriver) {
            return rows.mapPartitions((MapPartitionsFunction<Row, Row>) function::apply, Encoders.row(result))
                    .collectAsList();
        }
        List<Row> found = new ArrayList<>();
        function.apply(rows.collectAsList().iterator()).forEachRemaining(found::add);
        return found;
    }

    /** All rows, in any order. */
    public List<Row> rows() {
        return rows.collectAsList();
    }
}
