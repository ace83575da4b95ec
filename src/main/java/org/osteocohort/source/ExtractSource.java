package org.osteocohort.source;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
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
     * The files of which other files' rows tell something too, such as those with the products that prescriptions point
     * to: when one of them changes, so may the rows of any file. Paths within the extract, with slashes; when the extract
     * cannot be listed, none, and {@link #read} tells why.
     */
    Set<String> sharedFiles(Configuration hadoop);

    /** What else than the content of files decides on their rows, such as which tables there are; may be empty. */
    default String circumstances(Configuration hadoop) {
        return "";
    }

    /**
     * The rows of all files; see {@link #read(SparkSession, Predicate)}.
     *
     * @throws org.osteocohort.problem.BadInputException with all problems together
     */
    default Dataset<Row> read(SparkSession spark) {
        return read(spark, file -> true);
    }

    /**
     * Rows in the shape of {@link CanonicalRows}, holding only events that a code set row speaks for. All that only the
     * extract as a whole can show, such as a table that is absent, is judged of all files, but only the chosen ones are
     * opened.
     *
     * @param chosen whether to read a file, by its path within the extract, with slashes; {@link #sharedFiles} must be
     *     chosen together with any other file
     * @throws org.osteocohort.problem.BadInputException when tables or columns are missing or files cannot be read; all
     *     problems together
     */
    Dataset<Row> read(SparkSession spark, Predicate<String> chosen);
}
