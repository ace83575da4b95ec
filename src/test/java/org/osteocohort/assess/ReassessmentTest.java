package org.osteocohort.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osteocohort.fingerprint.Digest;
import org.osteocohort.fingerprint.FileFingerprint;
import org.osteocohort.fingerprint.InputFiles;
import org.osteocohort.generate.GeneratedFormat;
import org.osteocohort.job.Job;
import org.osteocohort.job.JobReader;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.measure.tally.TallyKey;
import org.osteocohort.source.Extracts;
import org.osteocohort.source.SourceFile;
import org.osteocohort.source.bundle.Bundles;
import org.osteocohort.testkit.Deliveries;
import org.osteocohort.testkit.Faults;
import org.osteocohort.testkit.RowDeliveries;
import org.osteocohort.testkit.ShippedStudy;
import org.osteocohort.testkit.SparkExtension;

/** Assessing those who changed gives, night after night, the tally and the files of assessing everybody. */
@ExtendWith(SparkExtension.class)
class ReassessmentTest {
    private static final long SEED = 20_261_128;
    private static final int CHILDREN = 80;
    private static final int CHANGES_A_NIGHT = 5;
    private static final int PARTITIONS = 4;
    private static final String SITE = "sample";
    /** Concepts of race. */
    private static final String WHITE = "8527";

    private static final String BLACK = "8516";

    @TempDir
    private Path folder;

    private Path extract;
    private Job job;
    private Study study;
    private int stages;

    @BeforeEach
    void writeTheExtract() throws IOException {
        extract = folder.resolve("extract");
        Deliveries.write(extract, GeneratedFormat.OMOP, CHILDREN, SEED);
        job = JobReader.read(
                ShippedStudy.FOLDER.resolve("sample.yaml"),
                Map.of("extracts[0].path", extract.toString(), "extracts[0].site", SITE));
        study = Study.of(job);
    }

    /** What was delivered some night. */
    private record Delivery(Map<String, FileFingerprint> files, Dataset<Row> bundles) {
        boolean holds(String name, FileFingerprint file) {
            return files.containsKey(name) && files.get(name).digest().equals(file.digest());
        }

        Dataset<Row> of(Set<String> names, boolean among) {
            List<Row> chosen = bundles.collectAsList().stream()
                    .filter(bundle -> names.contains(bundle.getString(2)) == among)
                    .toList();
            return bundles.sparkSession().createDataFrame(chosen, Bundles.SCHEMA);
        }
    }

    private Delivery delivery(SparkSession spark) {
        // The files are read now, since they will be others the next night.
        List<Row> bundles = Bundles.of(Extracts.read(job.extracts(), study.codeSets(), spark))
                .collectAsList();
        return new Delivery(InputFiles.of(extract).files(), spark.createDataFrame(bundles, Bundles.SCHEMA));
    }

    private AssessmentStage stage() throws IOException {
        Path attempts = Files.createDirectories(folder.resolve("attempts-" + stages++));
        return new AssessmentStage(study, PARTITIONS, attempts.toString());
    }

    /** The children as they were assessed some night. */
    private record Assessed(Tally tally, String attempts) {
        /** Every count, and of every file its rows and bytes. */
        Map<String, String> picture() throws IOException {
            Map<String, String> picture = new TreeMap<>();
            tally.rows().stream()
                    .filter(row -> !row.measure().equals(RestrictedFiles.MEASURE))
                    .forEach(row -> picture.put(row.measure() + " " + row.cell(), "" + row.count()));
            for (Map.Entry<Integer, KeptFiles.Part> part :
                    KeptFiles.of(tally, attempts).parts().entrySet()) {
                for (Path file : Deliveries.files(part.getValue().path())) {
                    String name = file.getFileName().toString().replace(".parquet", "");
                    String rows = part.getValue().rows().get(name) + " rows ";
                    picture.put("part " + part.getKey() + " " + name, rows + Digest.ofContent(file));
                }
            }
            return picture;
        }
    }

    private Assessed everybody(Delivery delivery) throws IOException {
        AssessmentStage stage = stage();
        return new Assessed(stage.assess(delivery.bundles()), stage.attempts());
    }

    private Optional<Assessed> changed(Assessed before, Delivery was, Delivery is) throws IOException {
        AssessmentStage stage = stage();
        return Reassessment.of(change(before, was, is), stage).map(tally -> new Assessed(tally, stage.attempts()));
    }

    private static Change change(Assessed before, Delivery was, Delivery is) {
        Set<String> names = was.files().entrySet().stream()
                .filter(file -> !is.holds(file.getKey(), file.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        is.files().forEach((name, file) -> {
            if (!was.holds(name, file)) {
                names.add(name);
            }
        });
        return new Change(
                before.tally(),
                before.attempts(),
                names.stream().map(name -> new SourceFile(SITE, name)).collect(Collectors.toSet()),
                was.of(names, true),
                is.of(names, true),
                is.of(names, false));
    }

    @Test
    void nightAfterNightTheChangedGiveWhatEverybodyGives(SparkSession spark) throws IOException {
        RowDeliveries deliveries = new RowDeliveries(extract, new Random(SEED));
        Delivery was = delivery(spark);
        Assessed before = everybody(was);
        int nights = Faults.trials(4, 40);
        int quick = 0;
        for (int night = 1; night <= nights; night++) {
            List<String> changes = deliveries.next(CHANGES_A_NIGHT);
            Delivery is = delivery(spark);
            Assessed expected = everybody(is);
            Optional<Assessed> changed = changed(before, was, is);
            if (changed.isPresent()) {
                quick++;
                assertThat(changed.get().picture())
                        .as("night %d: %s", night, changes)
                        .isEqualTo(expected.picture());
            }
            before = changed.orElse(expected);
            was = is;
        }
        assertThat(quick).as("nights on which few children changed").isGreaterThan(nights / 2);
    }

    /** They are told apart by their file only: those of a changed file go, and come again as they are. */
    @Test
    void rowsOfNobodyComeAndGo(SparkSession spark) throws IOException {
        Path person = extract.resolve("person/part-1.csv");
        List<String> lines = new ArrayList<>(Files.readAllLines(person));
        lines.add(2, nobody(lines.get(1)));
        lines.add(nobody(lines.get(1)));
        Files.write(person, lines);
        Path other = extract.resolve("person/part-2.csv");
        Files.write(other, List.of(nobody(lines.get(1))), StandardOpenOption.APPEND);
        Delivery was = delivery(spark);
        Assessed before = everybody(was);
        assertThat(faults(before)).isEqualTo(3);
        lines.remove(2);
        lines.add(1, nobody(lines.get(1)));
        lines.remove(lines.size() - 1);
        Files.write(person, lines);
        Delivery is = delivery(spark);
        Assessed changed = changed(before, was, is).orElseThrow();
        assertThat(faults(changed)).isEqualTo(2);
        assertThat(changed.picture()).isEqualTo(everybody(is).picture());
    }

    private static String nobody(String line) {
        return line.substring(line.indexOf(','));
    }

    private static long faults(Assessed assessed) {
        long[] faults = new long[1];
        assessed.tally()
                .forEach(
                        Quarantine.FAULTS,
                        (parts, count) -> faults[0] += parts.get(1).equals("person") ? count : 0);
        return faults[0];
    }

    /** A delivery that holds nothing else of what the study looks at, and one of other children altogether. */
    @Test
    void ofNobodyNothingIsDoneAndOfTooManyNothingEither(SparkSession spark) throws IOException {
        Delivery was = delivery(spark);
        Assessed before = everybody(was);
        Path persons = extract.resolve("person/part-0.csv");
        Files.move(persons, persons.resolveSibling("kept.txt"));
        Files.write(persons, Files.readAllLines(persons.resolveSibling("kept.txt")));
        Files.delete(persons.resolveSibling("kept.txt"));
        Path more = extract.resolve("measurement/more.csv");
        Files.write(
                more,
                Files.readAllLines(extract.resolve("measurement/part-0.csv")).subList(0, 1));
        assertThat(changed(before, was, delivery(spark)).orElseThrow().picture())
                .isEqualTo(before.picture());
        for (Path file : Deliveries.files(extract.resolve("person"))) {
            Files.writeString(file, Files.readString(file).replaceAll(",(19|20)(\\d\\d),", ",20$2,"));
        }
        for (Path file : Deliveries.files(extract.resolve("observation_period"))) {
            Files.writeString(
                    file, Files.readString(file).replace("-01-", "-02-").replace("-03-", "-04-"));
        }
        assertThat(changed(before, was, delivery(spark))).isEmpty();
    }

    @Test
    void aFileInWhichNothingChangesStaysTheOneItWas(SparkSession spark) throws IOException {
        Path person = extract.resolve("person/part-1.csv");
        List<String> lines = Files.readAllLines(person);
        int race = List.of(lines.get(0).split(",")).indexOf("race_concept_id");
        Delivery was = delivery(spark);
        Assessed before = everybody(was);
        String[] cells = lines.get(1).split(",", -1);
        cells[race] = cells[race].equals(BLACK) ? WHITE : BLACK;
        lines.set(1, String.join(",", cells));
        Files.write(person, lines);
        Delivery is = delivery(spark);
        Assessed changed = changed(before, was, is).orElseThrow();
        assertThat(changed.picture()).isEqualTo(everybody(is).picture());
        assertThat(writtenAgain(before, changed)).containsExactly("patients.parquet");
    }

    private static List<String> writtenAgain(Assessed before, Assessed now) throws IOException {
        Map<Integer, KeptFiles.Part> kept =
                KeptFiles.of(before.tally(), before.attempts()).parts();
        List<String> written = new ArrayList<>();
        for (Map.Entry<Integer, KeptFiles.Part> part :
                KeptFiles.of(now.tally(), now.attempts()).parts().entrySet()) {
            for (Path file : Deliveries.files(part.getValue().path())) {
                Path name = file.getFileName();
                if (!Files.isSameFile(file, kept.get(part.getKey()).path().resolve(name))) {
                    written.add(name.toString());
                }
            }
        }
        return written;
    }

    private static List<String> changedChildren(Change change, SparkSession spark) {
        Dataset<Row> owners = spark.read()
                .parquet(KeptFiles.of(change.tally(), change.files()).parts().values().stream()
                        .map(part ->
                                part.path().resolve("quarantine_owners.parquet").toString())
                        .toArray(String[]::new));
        ChangedChildren children = ChangedChildren.of(change, owners, CHILDREN).orElseThrow();
        return children
                .of(change.stayed().unionAll(change.gone()))
                .select("patient_id")
                .distinct()
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    @Test
    void whoseRowsOnlyMovedToOtherLinesDidNotChange(SparkSession spark) throws IOException {
        Path person = extract.resolve("person/part-1.csv");
        List<String> lines = Files.readAllLines(person);
        // One row more, which the quarantine tells by its line.
        lines.add(6, lines.get(5));
        Files.write(person, lines);
        Delivery was = delivery(spark);
        Assessed before = everybody(was);
        assertThat(before.tally().count(TallyKey.of(Quarantine.FAULTS, SITE, "person", "", "duplicate_id")))
                .isEqualTo(1);
        String gone = lines.remove(1);
        Files.write(person, lines);
        List<String> changed = changedChildren(change(before, was, delivery(spark)), spark);
        assertThat(changed).containsExactlyInAnyOrder(patientId(gone), patientId(lines.get(4)));
    }

    private static String patientId(String line) {
        return SITE + ":" + line.substring(0, line.indexOf(','));
    }
}
