package org.osteocohort.assess;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.publish.DurableFiles;
import org.osteocohort.publish.PublishingException;
import org.osteocohort.source.files.SparkPath;

/**
 * Assesses the children who changed, twice: as they were and as they are. What is kept of all children, less the first
 * and with the second, is what assessing everybody would give, since counts add up and a child's rows stand together.
 */
public final class Reassessment {
    /** Beyond this share of all children, assessing everybody once costs about as much. */
    private static final int CHANGED_ONE_IN = 5;

    /** The driver holds a number for each. */
    private static final int MOST_CHANGED = 500_000;

    private static final StructType QUARANTINE_OWNERS = new StructType()
            .add("patient_id", DataTypes.StringType)
            .add("site", DataTypes.StringType)
            .add("source_file", DataTypes.StringType);

    private final AssessmentStage stage;
    private final Change change;
    private final KeptFiles kept;

    private Reassessment(AssessmentStage stage, Change change) {
        this.stage = stage;
        this.change = change;
        this.kept = KeptFiles.of(change.tally(), change.files());
    }

    /**
     * Assesses the changed children.
     *
     * @return the tally of all children; empty when it is better to assess all of them
     * @throws PublishingException when files cannot be written
     */
    public static Optional<Tally> of(Change change, AssessmentStage stage) {
        return new Reassessment(stage, change).tally();
    }

    private Optional<Tally> tally() {
        if (kept.parts().size() != stage.partitions()) {
            return Optional.empty();
        }
        long most = Math.min(MOST_CHANGED, InputChecks.patients(change.tally()) / CHANGED_ONE_IN);
        Optional<ChangedChildren> changed = ChangedChildren.of(change, quarantineOwners(), (int) most);
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of(total(stage.assessAgain(bundles(changed.get()), kept)));
    }

    private Dataset<Row> quarantineOwners() {
        String file = RestrictedFiles.fileName(QuarantineOwner.TABLE.name());
        SparkSession spark = change.stayed().sparkSession();
        return spark.read()
                .schema(QUARANTINE_OWNERS)
                .parquet(kept.parts().values().stream()
                        .map(part -> part.path().resolve(file).toUri())
                        .map(place -> SparkPath.escaped(new org.apache.hadoop.fs.Path(place)))
                        .toArray(String[]::new));
    }

    /** In {@link NightBundles}. Rows of nobody are told apart by their file, so those of changed files go and come. */
    private Dataset<Row> bundles(ChangedChildren children) {
        Dataset<Row> were = children.andNobody(change.gone()).withColumn(NightBundles.NOW, lit(false));
        Dataset<Row> are = children.andNobody(change.added()).withColumn(NightBundles.NOW, lit(true));
        Dataset<Row> both =
                children.of(change.stayed()).withColumn(NightBundles.NOW, explode(array(lit(false), lit(true))));
        return were.unionAll(are).unionAll(both);
    }

    private Tally total(Tally difference) {
        if (KeptFiles.of(difference, stage.attempts()).parts().isEmpty()) {
            // Spark starts no task where there is not a single bundle.
            return asItWas();
        }
        Tally total = new Tally();
        total.merge(change.tally());
        total.remove(RestrictedFiles.MEASURE);
        total.merge(difference);
        RestrictedFiles.closeZeros(total);
        return total;
    }

    private Tally asItWas() {
        try {
            DurableFiles.link(Path.of(change.files()), Path.of(stage.attempts()));
            return change.tally();
        } catch (IOException failure) {
            throw new PublishingException("cannot write to " + stage.attempts(), failure);
        }
    }
}
