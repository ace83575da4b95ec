package org.osteocohort.source;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.job.Extract;
import org.osteocohort.source.omop.OmopSource;

/** One extract, ready to be read. */
public interface ExtractSource {
    /** The source for an extract's format. */
    static ExtractSource of(Extract extract, CodeSets codeSets) {
        return switch (extract.format()) {
            case OMOP -> new OmopSource(extract, codeSets);
        };
    }

    /**
     * The extract's rows in the shape of {@link CanonicalRows}, holding only events that a code set row speaks for.
     *
     * @throws org.osteocohort.problem.BadInputException when tables or columns are missing or files cannot be read; all
     *     problems together
     */
    Dataset<Row> read(SparkSession spark);
}
