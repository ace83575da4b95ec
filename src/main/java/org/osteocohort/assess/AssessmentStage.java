package org.osteocohort.assess;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.measure.tally.TallyRow;
import org.osteocohort.problem.BadInputException;
import org.osteocohort.source.bundle.Bundles;
import org.osteocohort.source.files.FailedRead;

/** The one Spark job of a run: scan, shuffle by child, assess, write the restricted rows, add up the tallies. */
public final class AssessmentStage {
    private static final StructType COUNTS = new StructType()
            .add("measure", DataTypes.StringType)
            .add("cell", DataTypes.StringType)
            .add("count", DataTypes.LongType);

    private AssessmentStage() {}

    /**
     * Assesses every child.
     *
     * @param bundles in the shape of {@link Bundles#SCHEMA}
     * @param partitions into how many parts the children are divided; the same number gives the same files
     * @param attempts an existing folder for the tasks' files, a local path or a URL that every worker reaches; {@link
     *     AttemptFiles} then brings them to their place
     * @return the merged tally of all children
     * @throws BadInputException when a file of an extract turns out to be damaged while it is scanned
     * @throws org.osteocohort.publish.PublishingException when the tasks cannot write
     */
    public static Tally assess(Dataset<Row> bundles, Study study, int partitions, String attempts) {
        Broadcast<Study> broadcast = JavaSparkContext.fromSparkContext(
                        bundles.sparkSession().sparkContext())
                .broadcast(study);
        SerializableConfiguration hadoop = new SerializableConfiguration(
                bundles.sparkSession().sparkContext().hadoopConfiguration());
        // Rows of nobody have only their place to be spread and ordered by.
        Column place = concat_ws("#", col(Bundles.FILE), col(Bundles.LINE));
        Dataset<Row> counts = bundles.repartition(partitions, coalesce(col(Bundles.PATIENT_ID), place))
                .sortWithinPartitions(col(Bundles.PATIENT_ID), col(Bundles.SITE), col(Bundles.FILE), col(Bundles.LINE))
                .mapPartitions(new PartitionAssessor(broadcast, attempts, hadoop), Encoders.row(COUNTS))
                .groupBy(col("measure"), col("cell"))
                .agg(sum(col("count")));
        Tally tally = new Tally();
        for (Row row : collected(counts, attempts)) {
            tally.add(new TallyRow(row.getString(0), row.getString(1), row.getLong(2)));
        }
        return tally;
    }

    private static List<Row> collected(Dataset<Row> rows, String attempts) {
        try {
            return rows.collectAsList();
        } catch (Exception failure) {
            // Not only runtime exceptions: Spark throws checked ones that its signatures do not declare.
            FailedRead.in(failure).ifPresent(problem -> {
                throw new BadInputException(List.of(problem));
            });
            FailedWrite.in(failure, attempts).ifPresent(told -> {
                throw told;
            });
            throw failure;
        }
    }
}
