package org.osteocohort.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osteocohort.CohortStudy;
import org.osteocohort.fingerprint.Digest;
import org.osteocohort.job.Job;
import org.osteocohort.job.JobReader;
import org.osteocohort.job.OutputLocation;
import org.osteocohort.publish.FlakyFileSystem.Fault;
import org.osteocohort.testkit.Deliveries;
import org.osteocohort.testkit.SparkExtension;
import org.osteocohort.testkit.TraceableExtract;

/** The whole study on stores that Hadoop reaches: one that renames folders, and one that does not. */
@ExtendWith(SparkExtension.class)
class StoredStudyTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T02:00:00Z");

    @TempDir
    private Path folder;

    @BeforeEach
    void letSparkReachTheStores(SparkSession spark) {
        FlakyFileSystem.failAt(0, Fault.REFUSED);
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        FlakyFileSystem.configuration().forEach(setting -> hadoop.set(setting.getKey(), setting.getValue()));
    }

    @AfterEach
    void forgetTheStores(SparkSession spark) {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        FlakyFileSystem.configuration().forEach(setting -> hadoop.unset(setting.getKey()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hdfs", "s3a"})
    void aRunOnAStoreHasTheBytesOfALocalOne(String scheme, SparkSession spark) throws Exception {
        TraceableExtract extract = TraceableExtract.write(folder, 60, 0);
        OutputLocation store = new OutputLocation(scheme + "://test" + folder.resolve("stored"));
        Map<String, String> local = run(spark, extract, OutputLocation.of(folder.resolve("local")), MONDAY);
        assertThat(run(spark, extract, store, MONDAY)).isEqualTo(local).hasSizeGreaterThan(20);
        run(spark, extract, store, MONDAY.plus(Duration.ofDays(1)));

        OutputFolder output = folder(spark, store);
        assertThat(output.runs()).extracting(RunEntry::number).containsExactly(2L, 1L);
        assertThat(output.runs()).extracting(RunEntry::latest).containsExactly(true, false);
        for (RunEntry run : output.runs()) {
            assertThat(output.verify(run.runId())).isEmpty();
        }
        assertThat(folder.resolve("stored")).isDirectoryNotContaining("glob:**/{cache,.lock}");
        assertThat(folder.resolve("stored/runs")).isDirectoryNotContaining("glob:**/.*");
    }

    private static OutputFolder folder(SparkSession spark, OutputLocation output) {
        return OutputFolder.of(output, spark.sparkContext().hadoopConfiguration(), Clock.systemUTC());
    }

    /** The tables of the run that is the latest afterwards. */
    private static Map<String, String> run(
            SparkSession spark, TraceableExtract extract, OutputLocation output, Instant started) throws IOException {
        Job job = JobReader.read(extract.job(), Map.of("output", output.toString()));
        String runId = new CohortStudy(job, spark, Clock.fixed(started, ZoneOffset.UTC), stage -> {})
                .run(started)
                .runId();
        assertThat(folder(spark, output).latest()).contains(runId);
        Path run = Path.of(output.resolve("runs/" + runId).uri().getPath());
        Map<String, String> digests = new TreeMap<>();
        for (Path file : Deliveries.files(run)) {
            if (run.relativize(file).getNameCount() > 1) {
                digests.put(run.relativize(file).toString(), Digest.ofContent(file));
            }
        }
        return digests;
    }
}
