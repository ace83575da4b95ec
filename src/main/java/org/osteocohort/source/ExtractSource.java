package org.osteocohort.source;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** One extract, ready to be read. */
public interface ExtractSource {
    /** What a reader of the reports must know of how this format is read, for the run's manifest; whole sentences. */
    default List<String> notes() {
        return List.of();
    }

    /**
     * The extract's rows in the shape of {@link CanonicalRows}, holding only events that a code set row speaks for.
     *
     * @throws org.osteocohort.problem.BadInputException when tables or columns are missing or files cannot be read; all
     *     problems together
     */
    Dataset<Row> read(SparkSession spark);
}
