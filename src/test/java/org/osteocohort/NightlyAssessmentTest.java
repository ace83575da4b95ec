package org.osteocohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osteocohort.assess.Study;
import org.osteocohort.fingerprint.Digest;
import org.osteocohort.generate.GeneratedFormat;
import org.osteocohort.job.Job;
import org.osteocohort.job.JobReader;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.publish.OutputFolder;
import org.osteocohort.testkit.Deliveries;
import org.osteocohort.testkit.RowDeliveries;
import org.osteocohort.testkit.ShippedStudy;
import org.osteocohort.testkit.SparkExtension;

/** Which children are assessed at night: all, those who changed, or none; what comes out is the same. */
@ExtendWith(SparkExtension.class)
class NightlyAssessmentTest {
    private static final long SEED = 20_261_128;
    private static final int CHILDREN = 80;
    private static final int CHANGES_A_NIGHT = 3;
    /** Later than any file here, so that the fingerprints of all of them are recorded. */
    private static final Instant FIRST_NIGHT = Instant.parse("2126-01-05T02:00:00Z");

    private static final String NOBODY = "nothing changed: using the children as an earlier run assessed them";
    private static final String CHANGED = "assessing the children who changed";
    private static final String ALL = "assessing the children";

    @TempDir
    private Path folder;

    private Path extract;
    private RowDeliveries deliveries;
    private int runs;
    private Map<String, String> last;

    @BeforeEach
    void writeTheExtract() throws IOException {
        extract = folder.resolve("extract");
        Deliveries.write(extract, GeneratedFormat.OMOP, CHILDREN, SEED);
        deliveries = new RowDeliveries(extract, new Random(SEED));
    }

    private Job job(String... settings) {
        Map<String, String> set = new TreeMap<>(Map.of(
                "extracts[0].path", extract.toString(),
                "output", folder.resolve("output").toString(),
                "quality.maxQuarantinedShare", "1"));
        for (int setting = 0; setting < settings.length; setting += 2) {
            set.put(settings[setting], settings[setting + 1]);
        }
        return JobReader.read(ShippedStudy.FOLDER.resolve("sample.yaml"), set);
    }

    /**
     * Assesses the children; gives who was assessed.
     *
     * @param dies the stage in which the run is killed; null when it lives
     */
    private String assess(SparkSession spark, Job job, Instant now, String dies) throws IOException {
        List<String> stages = new ArrayList<>();
        Map<String, String> found = picture(spark, job, now, stage -> {
            stages.add(stage);
            if (stage.equals(dies)) {
                throw new IllegalStateException("killed");
            }
        });
        stages.retainAll(List.of(NOBODY, CHANGED, ALL));
        String assessed = String.join(", then ", stages);
        if (assessed.equals(NOBODY)) {
            assertThat(found).isEqualTo(last);
        } else if (last != null) {
            assertThat(found).isEqualTo(picture(spark, job.with(job.operation().inFull()), now, stage -> {}));
        }
        last = found;
        return assessed;
    }

    private String assess(SparkSession spark, Instant now) throws IOException {
        return assess(spark, job(), now, null);
    }

    /** Every count, and of every restricted file its rows and bytes. */
    private Map<String, String> picture(SparkSession spark, Job job, Instant now, Consumer<String> stage)
            throws IOException {
        Path attempts = Files.createDirectories(folder.resolve("attempts-" + runs++));
        Tally tally = CohortAssessment.of(job, spark, Clock.fixed(now, ZoneOffset.UTC), stage)
                .assess(job, Study.of(job), attempts.toString());
        Map<String, String> picture = new TreeMap<>();
        tally.rows().stream()
                .filter(row -> !row.measure().equals("restricted_files"))
                .forEach(row -> picture.put(row.measure() + " " + row.cell(), "" + row.count()));
        for (Path file : Deliveries.files(attempts)) {
            // The number of the attempt is another each time.
            String part = attempts.relativize(file).getName(0).toString().replaceAll("-\\d+$", "");
            picture.put(part + " " + file.getFileName(), Digest.ofContent(file));
        }
        tally.forEach("restricted_files", (parts, rows) -> picture.put("rows of " + parts.subList(0, 2), "" + rows));
        return picture;
    }

    private List<Path> kept(String what) throws IOException {
        Path place = folder.resolve("output").resolve(OutputFolder.CACHE).resolve(what);
        try (Stream<Path> paths = Files.list(place)) {
            return paths.sorted().toList();
        }
    }

    @Test
    void nightsChain(SparkSession spark) throws IOException {
        assertThat(assess(spark, FIRST_NIGHT)).isEqualTo(ALL);
        assertThat(assess(spark, FIRST_NIGHT)).isEqualTo(NOBODY);
        for (int night = 1; night <= 2; night++) {
            List<String> changes = deliveries.next(CHANGES_A_NIGHT);
            // More than a week apart, after which an entry that nobody used goes.
            Instant now = FIRST_NIGHT.plus(Duration.ofDays(10L * night));
            assertThat(assess(spark, now)).as("night %d: %s", night, changes).isEqualTo(CHANGED);
            assertThat(assess(spark, now)).as("night %d, again", night).isEqualTo(NOBODY);
            assertThat(kept("assessed")).hasSize(1);
        }
    }

    @Test
    void whatCannotBeBelievedIsNotGoneOnFrom(SparkSession spark) throws IOException {
        assess(spark, FIRST_NIGHT);
        deliveries.next(CHANGES_A_NIGHT);
        Path tally = kept("assessed").get(0).resolve("tally.parquet");
        byte[] bytes = Files.readAllBytes(tally);
        bytes[bytes.length / 2] ^= 1;
        Files.write(tally, bytes);
        assertThat(assess(spark, FIRST_NIGHT)).as("a spoiled tally").isEqualTo(ALL);
        List<Path> before = kept("rows");
        deliveries.next(CHANGES_A_NIGHT);
        for (Path entry : before) {
            Files.delete(entry.resolve("entry.json"));
        }
        assertThat(assess(spark, FIRST_NIGHT))
                .as("the rows as they were are gone")
                .isEqualTo(ALL);
        assertThat(assess(spark, job("study.end", "2022-12-31"), FIRST_NIGHT, null))
                .as("another question")
                .isEqualTo(ALL);
    }

    @Test
    void aRunThatIsKilledLeavesWhatTheNextOneGoesOnFrom(SparkSession spark) throws IOException {
        assess(spark, FIRST_NIGHT);
        deliveries.next(CHANGES_A_NIGHT);
        assertThatThrownBy(() -> assess(spark, job(), FIRST_NIGHT, CHANGED)).hasMessage("killed");
        deliveries.next(CHANGES_A_NIGHT);
        assertThat(assess(spark, FIRST_NIGHT)).isEqualTo(CHANGED);
    }
}
