package org.osteocohort.assess;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
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

    private final Study study;
    private final int partitions;
    private final String attempts;

    /**
     * How children are assessed.
     *
     * @param partitions into how many parts all children are divided; the same number gives the same files
     * @param attempts an existing folder for the tasks' files, a local path or a URL that every worker reaches; {@link
     *     AttemptFiles} then brings them to their place
     */
    public AssessmentStage(Study study, int partitions, String attempts) {
        this.study = study;
        this.partitions = partitions;
        this.attempts = attempts;
    }

    int partitions() {
        return partitions;
    }

    String attempts() {
        return attempts;
    }

    /**
     * Assesses every child.
     *
     * @param bundles in the shape of {@link Bundles#SCHEMA}
     * @return the merged tally of all children
     * @throws BadInputException when a file of an extract turns out to be damaged while it is scanned
     * @throws org.osteocohort.publish.PublishingException when the tasks cannot write
     */
    public Tally assess(Dataset<Row> bundles) {
        Dataset<Row> sorted = byChild(bundles)
                .sortWithinPartitions(col(Bundles.PATIENT_ID), col(Bundles.SITE), col(Bundles.FILE), col(Bundles.LINE));
        return counted(sorted, KeptFiles.NONE);
    }

    /**
     * Assesses children of whom files are kept.
     *
     * @param bundles also with {@link NightBundles#NOW}
     * @return what they add to the tally of all children, less what they take away
     */
    Tally assessAgain(Dataset<Row> bundles, KeptFiles kept) {
        Dataset<Row> sorted = byChild(bundles)
                .sortWithinPartitions(
                        col(NightBundles.NOW),
                        col(Bundles.PATIENT_ID),
                        col(Bundles.SITE),
                        col(Bundles.FILE),
                        col(Bundles.LINE));
        return counted(sorted, kept);
    }

    private Dataset<Row> byChild(Dataset<Row> bundles) {
        // Rows of nobody have only their place to be spread and ordered by.
        Column place = concat_ws("#", col(Bundles.FILE), col(Bundles.LINE));
        return bundles.repartition(partitions, coalesce(col(Bundles.PATIENT_ID), place));
    }

    private Tally counted(Dataset<Row> sorted, KeptFiles kept) {
        JavaSparkContext spark =
                JavaSparkContext.fromSparkContext(sorted.sparkSession().sparkContext());
        PartitionAssessor assessor = new PartitionAssessor(
                spark.broadcast(study),
                spark.broadcast(kept),
                attempts,
                new SerializableConfiguration(spark.hadoopConfiguration()));
        Dataset<Row> counts = sorted.mapPartitions(assessor, Encoders.row(COUNTS))
                .groupBy(col("measure"), col("cell"))
                .agg(sum(col("count")));
        Tally tally = new Tally();
        for (Row row : collected(counts)) {
            tally.add(new TallyRow(row.getString(0), row.getString(1), row.getLong(2)));
        }
        return tally;
    }

    private List<Row> collected(Dataset<Row> rows) {
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
