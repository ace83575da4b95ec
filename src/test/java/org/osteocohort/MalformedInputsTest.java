package org.osteocohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.osteocohort.assess.Study;
import org.osteocohort.job.Deidentification;
import org.osteocohort.job.Deidentification.Profile;
import org.osteocohort.job.Disclosure;
import org.osteocohort.job.Extract;
import org.osteocohort.job.ExtractFormat;
import org.osteocohort.job.FileFormat;
import org.osteocohort.job.Job;
import org.osteocohort.job.JobOperation;
import org.osteocohort.job.OnFailure;
import org.osteocohort.job.OutputLocation;
import org.osteocohort.job.Population;
import org.osteocohort.job.Quality;
import org.osteocohort.job.StudyPeriod;
import org.osteocohort.problem.BadInputException;
import org.osteocohort.problem.Problem;
import org.osteocohort.problem.ProblemsException;
import org.osteocohort.problem.QualityGateException;
import org.osteocohort.testkit.DuckDb;
import org.osteocohort.testkit.LogRecorder;
import org.osteocohort.testkit.ShippedStudy;
import org.osteocohort.testkit.SparkExtension;
import org.osteocohort.testkit.SpoiledExtract;

/**
 * The corpus of malformed inputs: every one ends either with reports and an exact list of what was put away, or with a
 * clear error and nothing published; and nowhere is a value of the data told.
 */
@ExtendWith(SparkExtension.class)
class MalformedInputsTest {
    private static final int SMALLEST_CORPUS = 155;
    private static final Instant STARTED = Instant.parse("2026-01-02T03:04:05Z");
    private static final Clock CLOCK = Clock.fixed(STARTED, ZoneOffset.UTC);

    /** Identifiers, days, codes and planted words of the extracts. */
    private static final String VALUES =
            "(?is).*(canary|770\\d{3}|88\\d{5}|M81\\.?8|prednisone|\\d{4}-\\d{2}-\\d{2}|\\d{2}APR\\d{4}|\\d{3}-\\d{2}-\\d{4}|story).*";

    @TempDir
    private Path folder;

    static Stream<Arguments> corpus() throws IOException {
        try (InputStream file = MalformedInputsTest.class.getResourceAsStream("malformed-inputs.yaml")) {
            List<Arguments> cases = new ArrayList<>();
            new YAMLMapper()
                    .readTree(file)
                    .get("cases")
                    .forEach(spoiled ->
                            cases.add(Arguments.of(spoiled.get("name").asText(), spoiled)));
            return cases.stream();
        }
    }

    @Test
    void theCorpusIsLargeAndEveryCaseHasAnOutcome() throws IOException {
        assertThat(corpus()).hasSizeGreaterThanOrEqualTo(SMALLEST_CORPUS);
        assertThat(corpus().map(arguments -> (JsonNode) arguments.get()[1]))
                .allMatch(spoiled -> spoiled.has("quarantine") != spoiled.has("exit"))
                .extracting(spoiled -> spoiled.get("name").asText())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corpus")
    void aMalformedInputIsPutAwayOrRefused(String name, JsonNode spoiled, SparkSession spark) throws Exception {
        Path extract = folder.resolve("extract");
        SpoiledExtract good = written(extract, spoiled);
        for (JsonNode step : spoiled.get("do")) {
            good.spoil(step);
        }
        Job job = job(extract, spoiled);
        boolean whole = isRunAsAWhole(spoiled);
        try (LogRecorder log = new LogRecorder()) {
            ProblemsException failure = catchThrowableOfType(
                    ProblemsException.class, whole ? () -> publish(job, spark) : () -> assess(job, spark));
            assertThat(log.text().replace(folder.toString(), "")).as("the log").doesNotMatch(VALUES);
            if (spoiled.has("quarantine")) {
                assertThat(failure).isNull();
                assertThat(quarantine(whole)).containsExactlyInAnyOrderElementsOf(texts(spoiled.get("quarantine")));
            } else {
                assertThat(failure).as("the run is refused").isNotNull();
                assertThat(told(failure)).contains(spoiled.get("says").asText());
                assertThat(exitCode(failure)).isEqualTo(spoiled.get("exit").asInt());
                assertThat(stack(failure).replace(folder.toString(), "")).doesNotMatch(VALUES);
                assertThat(folder.resolve("output/latest")).doesNotExist();
            }
        }
    }

    /** What nothing is done to is written as a whole; of the others only what the case is about. */
    private static SpoiledExtract written(Path extract, JsonNode spoiled) throws IOException {
        String table = spoiled.get("table").asText();
        return spoiled.get("do").isEmpty()
                ? new SpoiledExtract(extract, format(spoiled), table)
                : SpoiledExtract.small(extract, format(spoiled), table, texts(spoiled.path("beside")));
    }

    private static ExtractFormat format(JsonNode spoiled) {
        return ExtractFormat.valueOf(spoiled.path("format").asText("omop").toUpperCase(Locale.ROOT));
    }

    private static Profile profile(JsonNode spoiled) {
        return switch (spoiled.path("profile").asText()) {
            case "safe-harbor" -> Profile.SAFE_HARBOR;
            case "shifted" -> Profile.SHIFTED;
            case "synthetic" -> Profile.SYNTHETIC;
            default -> Profile.LIMITED_DATA_SET;
        };
    }

    /**
     * Whether a case goes through the whole study: all that are refused, the good extracts, and some others. What comes
     * after the assessment sees counts and no row of the extract, and takes far longer than a small extract itself.
     */
    private static boolean isRunAsAWhole(JsonNode spoiled) {
        return spoiled.has("exit")
                || spoiled.get("do").isEmpty()
                || spoiled.path("published").asBoolean();
    }

    private Job job(Path extract, JsonNode spoiled) {
        Extract north = new Extract(
                "north",
                format(spoiled),
                extract,
                FileFormat.DETECTED,
                null,
                null,
                new Deidentification(profile(spoiled), null),
                OnFailure.STOP,
                LocalDate.parse("2023-12-31"));
        return new Job(
                "malformed",
                List.of(north),
                new StudyPeriod(LocalDate.parse("2016-01-01"), LocalDate.parse("2022-12-31")),
                new Population(0, 19),
                ShippedStudy.FOLDER.resolve("codes"),
                List.of(),
                List.of(ShippedStudy.FOLDER.resolve("phenotypes/dx-code.yaml")),
                OutputLocation.of(folder.resolve("output")),
                Disclosure.USUAL,
                ShippedStudy.FEW_REPORTS,
                List.of(),
                null,
                null,
                Quality.USUAL,
                JobOperation.NONE);
    }

    private static void publish(Job job, SparkSession spark) {
        new CohortStudy(job, spark, CLOCK, stage -> {}).run(STARTED);
    }

    /** As the study does, up to the point at which nothing speaks against publishing any more. */
    private void assess(Job job, SparkSession spark) {
        CohortAssessment.of(job, spark, CLOCK, stage -> {})
                .assess(job, Study.of(job), folder.resolve("attempts").toString());
    }

    private List<String> quarantine(boolean published) throws IOException, SQLException {
        Path files = published
                ? folder.resolve("output/runs")
                        .resolve(Files.readString(folder.resolve("output/latest"))
                                .strip())
                        .resolve("restricted/quarantine/*.parquet")
                : folder.resolve("attempts/*/quarantine.parquet");
        return new DuckDb()
                .rows(
                        "SELECT source_table || ' ' || coalesce(source_column, '-') || ' ' || rule || ' ' || count(*) FROM '"
                                + files + "' GROUP BY source_table, source_column, rule");
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static String told(ProblemsException failure) {
        return failure.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }

    private static int exitCode(ProblemsException failure) {
        if (failure instanceof QualityGateException) {
            return 4;
        }
        return failure instanceof BadInputException ? 3 : 1;
    }

    private static String stack(Throwable failure) {
        StringWriter stack = new StringWriter();
        failure.printStackTrace(new PrintWriter(stack));
        return stack.toString();
    }
}
