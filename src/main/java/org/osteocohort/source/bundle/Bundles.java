package org.osteocohort.source.bundle;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.osteocohort.problem.BadInputException;
import org.osteocohort.source.CanonicalRows;
import org.osteocohort.source.files.FailedRead;

/**
 * Canonical rows packed by child and file. A row is what one task met of a child in a file at once, so that a child may
 * have several rows of a file; or a single row of nobody.
 */
public final class Bundles {
    public static final String PATIENT_ID = CanonicalRows.PATIENT_ID;
    public static final String SITE = "site";
    public static final String FILE = "file";
    /** Of a row of nobody, by which such rows are told apart; else null. */
    public static final String LINE = "line";
    /** Rows of the shape {@link #ROW_TYPE}, one after the other. */
    public static final String ROWS = "rows";

    public static final String TABLE = "table";

    /** What is left of a canonical row when the child, the site and the file are told already. */
    public static final StructType ROW_TYPE = rowType();

    public static final StructType SCHEMA = new StructType()
            .add(PATIENT_ID, DataTypes.StringType)
            .add(SITE, DataTypes.StringType)
            .add(FILE, DataTypes.StringType)
            .add(LINE, DataTypes.LongType)
            .add(ROWS, DataTypes.BinaryType);

    private Bundles() {}

    private static StructType rowType() {
        StructType type = new StructType().add(TABLE, DataTypes.StringType).add(LINE, DataTypes.LongType);
        for (StructField field : CanonicalRows.SCHEMA.fields()) {
            if (!field.name().equals(CanonicalRows.PATIENT_ID) && !field.name().equals(CanonicalRows.ORIGIN)) {
                type = type.add(field);
            }
        }
        return type;
    }

    /**
     * Packs rows while they are read; nothing is shuffled.
     *
     * @param rows in the shape of {@link CanonicalRows}
     * @throws BadInputException when a file that had to be looked into turns out to be damaged
     */
    public static Dataset<Row> of(Dataset<Row> rows) {
        Column origin = col(CanonicalRows.ORIGIN);
        Column[] parts = Arrays.stream(ROW_TYPE.fieldNames())
                .map(name -> name.equals(TABLE) || name.equals(LINE) ? origin.getField(name) : col(name))
                .toArray(Column[]::new);
        Dataset<Row> keyed = rows.select(
                col(PATIENT_ID),
                origin.getField("site"),
                origin.getField("file"),
                struct(parts).as("row"));
        return rows.sparkSession().createDataFrame(inSparksBytes(keyed).mapPartitions(Bundling::new), SCHEMA);
    }

    /** Below the rows that Spark makes for others, so that each is copied once and never taken to pieces. */
    private static JavaRDD<InternalRow> inSparksBytes(Dataset<Row> rows) {
        try {
            return ((org.apache.spark.sql.classic.Dataset<Row>) rows)
                    .queryExecution()
                    .toRdd()
                    .toJavaRDD();
        } catch (Exception failure) {
            // A vocabulary that is joined is read already now. Spark throws checked exceptions that it does not
            // declare.
            FailedRead.in(failure).ifPresent(problem -> {
                throw new BadInputException(List.of(problem));
            });
            throw failure;
        }
    }
}
