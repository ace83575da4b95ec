package org.osteocohort;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.FileSourceScanExec;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.adaptive.AdaptiveSparkPlanExec;
import org.apache.spark.sql.execution.adaptive.QueryStageExec;
import org.apache.spark.sql.execution.exchange.ShuffleExchangeExec;
import org.apache.spark.sql.util.QueryExecutionListener;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osteocohort.assess.AssessmentStage;
import org.osteocohort.assess.Change;
import org.osteocohort.assess.Reassessment;
import org.osteocohort.assess.Study;
import org.osteocohort.job.Job;
import org.osteocohort.job.JobReader;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.source.Extracts;
import org.osteocohort.source.SourceFile;
import org.osteocohort.source.bundle.Bundles;
import org.osteocohort.testkit.ShippedStudy;
import org.osteocohort.testkit.SparkExtension;
import org.osteocohort.testkit.SparkWork;
import scala.jdk.javaapi.CollectionConverters;

/** What Spark is asked to do for the sample. Speed is lost by one more job, shuffle or column, so they are counted. */
@ExtendWith(SparkExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SparkPlanTest {
    private static final int PARTS_OF_A_LARGE_EXTRACT = 4;
    private static final String DEATHS = "death.parquet";

    private SparkWork<Dataset<Row>> reading;
    private Queries small;
    private Queries large;
    private Queries night;

    /** What assessing took, the plans as they were really run, and the columns that came back of each. */
    private record Queries(SparkWork<Tally> work, List<SparkPlan> plans, List<List<String>> collected) {
        /** Every step of the last query, which is the only one unless a night is assessed. */
        <P> List<P> steps(Class<P> type) {
            List<P> steps = new ArrayList<>();
            gather(plans.get(plans.size() - 1), type, steps);
            return steps;
        }
    }

    @BeforeAll
    void runTheStudyUpToItsCounts(SparkSession spark, @TempDir Path attempts) throws Exception {
        Job job = JobReader.read(ShippedStudy.FOLDER.resolve("sample.yaml"), Map.of());
        Study study = Study.of(job);
        reading = SparkWork.during(spark, () -> Extracts.read(job.extracts(), study.codeSets(), spark));
        Dataset<Row> bundles = Bundles.of(reading.value());
        int partitions = Extracts.partitions(job.extracts());
        small = queries(spark, () -> new AssessmentStage(study, partitions, attempts.toString()).assess(bundles));
        AssessmentStage stage = new AssessmentStage(study, PARTS_OF_A_LARGE_EXTRACT, attempts.toString());
        large = queries(spark, () -> stage.assess(bundles));
        Column ofDeaths = col(Bundles.FILE).equalTo(DEATHS);
        Change change = new Change(
                large.work().value(),
                attempts.toString(),
                Set.of(new SourceFile(job.extracts().get(0).site(), DEATHS)),
                bundles.filter(ofDeaths),
                bundles.limit(0),
                bundles.filter(not(ofDeaths)));
        night = queries(spark, () -> Reassessment.of(change, stage).orElseThrow());
    }

    private static Queries queries(SparkSession spark, Supplier<Tally> assessed) throws Exception {
        List<SparkPlan> plans = new CopyOnWriteArrayList<>();
        List<List<String>> collected = new CopyOnWriteArrayList<>();
        QueryExecutionListener listener = new QueryExecutionListener() {
            @Override
            public void onSuccess(String action, QueryExecution query, long nanoseconds) {
                plans.add(query.executedPlan());
                collected.add(List.of(query.analyzed().schema().fieldNames()));
            }

            @Override
            public void onFailure(String action, QueryExecution query, Exception failure) {
                throw new AssertionError("a query failed", failure);
            }
        };
        spark.listenerManager().register(listener);
        try {
            return new Queries(SparkWork.during(spark, assessed), plans, collected);
        } finally {
            spark.listenerManager().unregister(listener);
        }
    }

    private static <P> void gather(SparkPlan plan, Class<P> type, List<P> steps) {
        if (type.isInstance(plan)) {
            steps.add(type.cast(plan));
        }
        if (plan instanceof AdaptiveSparkPlanExec adaptive) {
            gather(adaptive.executedPlan(), type, steps);
        } else if (plan instanceof QueryStageExec stage) {
            gather(stage.plan(), type, steps);
        } else {
            CollectionConverters.asJava(plan.children()).forEach(child -> gather(child, type, steps));
        }
    }

    @Test
    void planningASmallExtractStartsNoJob() {
        assertThat(reading.jobs()).isZero();
    }

    /** The rows of all tables are shuffled, then the children are assessed and counted. */
    @Test
    void aSmallRunIsOneQueryWithOneShuffle() {
        assertThat(small.plans()).hasSize(1);
        assertThat(small.work().jobs()).isEqualTo(2);
        assertThat(small.work().stages()).isEqualTo(2);
        assertThat(small.steps(ShuffleExchangeExec.class))
                .as("the sample's children fit into one part, so that its counts need no shuffle")
                .extracting(exchange -> exchange.outputPartitioning().toString())
                .containsExactly("SinglePartition");
    }

    @Test
    void ofALargeExtractRowsAreShuffledOnceByChildAndThenOnlyCounts() {
        assertThat(large.plans()).hasSize(1);
        assertThat(large.work().jobs()).isEqualTo(3);
        assertThat(large.work().stages()).isEqualTo(3);
        assertRowsAreShuffledOnceByChildAndThenOnlyCounts(large.steps(ShuffleExchangeExec.class));
    }

    private static void assertRowsAreShuffledOnceByChildAndThenOnlyCounts(List<ShuffleExchangeExec> shuffles) {
        assertThat(shuffles)
                .extracting(exchange -> exchange.outputPartitioning().toString().replaceAll("#\\d+", ""))
                .satisfiesExactly(
                        counts -> assertThat(counts).startsWith("hashpartitioning(measure, cell, "),
                        rows -> assertThat(rows)
                                .startsWith("hashpartitioning(coalesce(patient_id, ")
                                .endsWith(", " + PARTS_OF_A_LARGE_EXTRACT + ")"));
    }

    @Test
    void nothingButCountsIsCollected() {
        assertThat(small.collected()).containsExactly(List.of("measure", "cell", "sum(count)"));
        assertThat(large.collected()).isEqualTo(small.collected());
    }

    /** Who changed is found out first, and comes back as hashes; then the rows of these are shuffled once by child. */
    @Test
    void aNightIsTwoQueries() {
        assertThat(night.collected()).containsExactly(List.of("child"), List.of("measure", "cell", "sum(count)"));
        assertThat(night.work().jobs()).isEqualTo(5);
        assertThat(night.work().stages()).isEqualTo(5);
        assertRowsAreShuffledOnceByChildAndThenOnlyCounts(night.steps(ShuffleExchangeExec.class));
    }

    private List<FileSourceScanExec> scans() {
        List<FileSourceScanExec> scans = new ArrayList<>();
        gather(reading.value().queryExecution().executedPlan(), FileSourceScanExec.class, scans);
        return scans;
    }

    private static String table(FileSourceScanExec scan) {
        return scan.relation().location().rootPaths().head().getName().replace(".parquet", "");
    }

    /** Nearly every row is dropped by its code or its kind, and what follows is done for the others only. */
    @Test
    void whatTheStudyDoesNotAskForIsDroppedAtTheScan() {
        Map<String, String> filters = new TreeMap<>();
        for (FileSourceScanExec scan : scans()) {
            filters.put(table(scan), scan.dataFilters().mkString(" AND "));
        }
        Map<String, String> concepts = Map.of(
                "condition_occurrence", "condition_concept_id",
                "drug_exposure", "drug_concept_id",
                "measurement", "measurement_concept_id",
                "observation", "observation_concept_id",
                "procedure_occurrence", "procedure_concept_id",
                "visit_occurrence", "visit_concept_id");
        concepts.forEach(
                (table, concept) -> assertThat(filters.get(table)).as(table).contains(concept + "#"));
        filters.keySet().removeAll(concepts.keySet());
        assertThat(filters)
                .as("of the other tables all rows are asked for")
                .isEqualTo(Map.of("death", "", "observation_period", "", "person", ""));
    }

    @Test
    void ofEachTableOnlyTheAskedColumnsAreReadAndEachOnce() {
        Map<String, String> read = new TreeMap<>();
        for (FileSourceScanExec scan : scans()) {
            String columns = String.join(" ", scan.requiredSchema().fieldNames());
            assertThat(read.put(table(scan), columns))
                    .as("read once: " + table(scan))
                    .isNull();
        }
        assertThat(read.keySet())
                .containsExactly(
                        "condition_occurrence",
                        "death",
                        "drug_exposure",
                        "measurement",
                        "observation",
                        "observation_period",
                        "person",
                        "procedure_occurrence",
                        "visit_occurrence");
        assertThat(read.get("death")).isEqualTo("person_id death_date _tmp_metadata_row_index");
        assertThat(read.get("condition_occurrence"))
                .isEqualTo("condition_occurrence_id person_id condition_concept_id condition_start_date"
                        + " condition_type_concept_id visit_occurrence_id condition_source_value"
                        + " condition_source_concept_id _tmp_metadata_row_index");
    }
}
