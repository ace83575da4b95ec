package org.osteocohort.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.fingerprint.InputFiles;
import org.osteocohort.job.Extract;
import org.osteocohort.job.ExtractFormat;
import org.osteocohort.job.FileFormat;
import org.osteocohort.problem.BadInputException;
import org.osteocohort.source.Extracts;
import org.osteocohort.source.bundle.Bundles;
import org.osteocohort.testkit.ShippedStudy;
import org.osteocohort.testkit.SparkExtension;
import org.osteocohort.testkit.SpoiledExtract;
import org.osteocohort.testkit.TableFile;
import org.osteocohort.testkit.UnpackedBundles;

/** What is remembered of source files is what reading them gives, or it is not used. */
@ExtendWith(SparkExtension.class)
class RowCacheTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T02:00:00Z");

    @TempDir
    private Path folder;

    private Path cache;
    private Extract extract;
    private InputFiles inputs;

    @BeforeEach
    void writeTheExtract() throws IOException {
        cache = folder.resolve("cache");
        writeTheExtract(ExtractFormat.OMOP);
    }

    private void writeTheExtract(ExtractFormat format) throws IOException {
        Path place = folder.resolve(format.name());
        new SpoiledExtract(place, format, "death");
        extract = new Extract("site", format, place, FileFormat.DETECTED, null, null);
        look();
    }

    private void look() {
        inputs = InputFiles.of(extract.path());
    }

    private List<String> read(SparkSession spark, CodeSets codeSets, Instant now) throws IOException {
        return UnpackedBundles.texts(new RowCache(cache, "engine", spark)
                .read(List.of(extract), codeSets, path -> inputs, () -> {}, now)
                .all());
    }

    private List<String> read(SparkSession spark) throws IOException {
        return read(spark, ShippedStudy.CODE_SETS, MONDAY);
    }

    /** What reading every file gives. */
    private List<String> expected(SparkSession spark) {
        return UnpackedBundles.texts(Bundles.of(Extracts.read(List.of(extract), ShippedStudy.CODE_SETS, spark)));
    }

    /** Files of the entries with the time of their last change. */
    private Map<String, String> parts() throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(cache.resolve("rows"))) {
            for (Path path :
                    paths.filter(file -> file.toString().endsWith(".parquet")).toList()) {
                parts.put(
                        path.toString(),
                        Files.getAttribute(path, "lastModifiedTime").toString());
            }
        }
        return parts;
    }

    /** One file did; those that are read with any other are opened too. */
    @ParameterizedTest
    @CsvSource({
        "OMOP, death.csv",
        "FHIR, Condition.ndjson",
        "PCORNET, diagnosis.csv",
        "SYNTHEA, conditions.csv",
    })
    void filesThatDidNotChangeAreNotOpened(ExtractFormat format, String changed, SparkSession spark)
            throws IOException {
        writeTheExtract(format);
        read(spark);
        Path file = extract.path().resolve(changed);
        Files.writeString(file, Files.readString(file).lines().limit(11).reduce("", (a, b) -> a + b + "\n"));
        look();
        List<String> expected = expected(spark);
        Set<String> opened = new TreeSet<>(Extracts.source(extract, ShippedStudy.CODE_SETS)
                .sharedFiles(spark.sparkContext().hadoopConfiguration()));
        opened.add(changed);
        assertThat(opened).hasSizeLessThan(3);
        for (String name : inputs.files().keySet()) {
            if (!opened.contains(name)) {
                Files.writeString(extract.path().resolve(name), "whoever opens this finds neither header nor resource");
            }
        }
        assertThat(read(spark)).isEqualTo(expected).hasSizeGreaterThan(200);
        look();
        assertThatThrownBy(() -> assertThat(read(spark)).isEqualTo(expected))
                .as("that they are opened would show")
                .isInstanceOfAny(BadInputException.class, AssertionError.class);
    }

    @ParameterizedTest
    @EnumSource
    void whenNoFileIsOpenedTheVocabularyIsNotEither(ExtractFormat format, SparkSession spark) throws IOException {
        writeTheExtract(format);
        Path vocabulary = folder.resolve("vocabulary");
        String concepts = "concept_id\tvocabulary_id\tconcept_code\n1\tICD10CM\tM81.8\n";
        TableFile.writeText(vocabulary, "CONCEPT.csv", concepts);
        extract = new Extract("site", format, extract.path(), FileFormat.DETECTED, null, vocabulary);
        InputFiles concept = InputFiles.of(vocabulary);
        List<String> expected = read(spark, concept);
        TableFile.writeText(vocabulary, "CONCEPT.csv", "whoever opens this finds no concept");
        assertThat(read(spark, concept)).isEqualTo(expected).hasSizeGreaterThan(200);
        assertThatThrownBy(() -> read(spark, InputFiles.of(vocabulary))).isInstanceOf(BadInputException.class);
    }

    private List<String> read(SparkSession spark, InputFiles vocabulary) throws IOException {
        return UnpackedBundles.texts(new RowCache(cache, "engine", spark)
                .read(
                        List.of(extract),
                        ShippedStudy.CODE_SETS,
                        path -> path.equals(extract.vocabulary()) ? vocabulary : inputs,
                        () -> {},
                        MONDAY)
                .all());
    }

    /** The last contact, to which a prescription lasts, is told by another file, and so is the product prescribed. */
    @Test
    void aChangedFileIsReadWithThoseThatItRefersTo(SparkSession spark) throws IOException {
        writeTheExtract(ExtractFormat.SYNTHEA);
        Path medications = extract.path().resolve("medications.csv");
        Files.writeString(medications, Files.readString(medications).replace(",2017-05-06T08:00:00Z,", ",,"));
        assertReadWithOthers(spark, "medications.csv");

        writeTheExtract(ExtractFormat.FHIR);
        Path requests = extract.path().resolve("MedicationRequest.ndjson");
        Files.writeString(
                requests,
                Files.readString(requests)
                        .replaceAll(
                                "\"medicationCodeableConcept\":\\{[^}]*}",
                                "\"medicationReference\":{\"reference\":\"Medication/m\"}"));
        TableFile.writeText(
                extract.path(),
                "Medication.ndjson",
                "{\"resourceType\":\"Medication\",\"id\":\"m\",\"code\":{\"text\":\"prednisone 5 MG\"}}\n");
        assertReadWithOthers(spark, "MedicationRequest.ndjson");
    }

    private void assertReadWithOthers(SparkSession spark, String changed) throws IOException {
        look();
        List<String> before = read(spark);
        Path file = extract.path().resolve(changed);
        Files.writeString(file, Files.readString(file).replace("2017-04-07", "2017-04-08"));
        look();
        assertThat(read(spark)).isEqualTo(expected(spark)).isNotEqualTo(before);
    }

    @Test
    void onlyTheChangedFileIsReadAgain(SparkSession spark) throws IOException {
        read(spark);
        Map<String, String> before = parts();
        Path death = extract.path().resolve("death.csv");
        Files.writeString(death, Files.readString(death).lines().limit(11).reduce("", (a, b) -> a + b + "\n"));
        look();
        assertThat(read(spark))
                .isEqualTo(expected(spark))
                .filteredOn(row -> row.contains("2021-01-30"))
                .hasSize(10);
        assertThat(parts()).containsAllEntriesOf(before).hasSize(before.size() + 1);
    }

    @Test
    void drugsThatNobodyKnowsAreKeptWithTheFileTheyAreIn(SparkSession spark) throws IOException {
        String header = "drug_exposure_id,person_id,drug_exposure_start_date,drug_source_value\n";
        String unknown = "1,770001,2018-01-05,00054001820\n";
        Path more = extract.path().resolve("drug_exposure");
        Files.createDirectories(more);
        Files.move(extract.path().resolve("drug_exposure.csv"), more.resolve("first.csv"));
        TableFile.writeText(more, "second.csv", header + unknown);
        TableFile.writeText(more, "third.csv", header + unknown + unknown);
        look();
        assertThat(unmapped(read(spark))).containsExactly("second.csv 1", "third.csv 2");
        assertThat(unmapped(read(spark))).as("from the cache").containsExactly("second.csv 1", "third.csv 2");
        TableFile.writeText(more, "third.csv", header + unknown.repeat(5));
        look();
        assertThat(unmapped(read(spark))).as("a changed file").containsExactly("second.csv 1", "third.csv 5");
    }

    /** Files, and how many records of theirs are of a drug that nobody knows. */
    private static List<String> unmapped(List<String> rows) {
        Pattern sum = Pattern.compile("drug_exposure/(\\w+\\.csv),.*,unmapped_drug,(\\d+)");
        return rows.stream()
                .map(sum::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1) + " " + found.group(2))
                .toList();
    }

    @Test
    void anotherCodeSetReadsAllAgain(SparkSession spark) throws IOException {
        read(spark);
        Map<String, String> before = parts();
        CodeSets fewer = new CodeSets(ShippedStudy.CODE_SETS.rows().stream()
                .filter(row -> !row.key().code().startsWith("M81"))
                .toList());
        assertThat(read(spark, fewer, MONDAY))
                .filteredOn(row -> row.contains("M81.8"))
                .isEmpty();
        assertThat(parts()).containsAllEntriesOf(before).hasSizeGreaterThan(before.size() + 1);
        assertThat(read(spark)).isEqualTo(expected(spark)).anyMatch(row -> row.contains("M81.8"));
    }

    /** Ways to spoil an entry. */
    private enum Damage {
        BYTE_FLIPPED {
            @Override
            void to(Path part) throws IOException {
                byte[] bytes = Files.readAllBytes(part);
                bytes[bytes.length / 2] ^= 1;
                Files.write(part, bytes);
            }
        },
        CUT_OFF {
            @Override
            void to(Path part) throws IOException {
                Files.write(part, new byte[0]);
            }
        },
        PART_REMOVED {
            @Override
            void to(Path part) throws IOException {
                Files.delete(part);
            }
        },
        PART_ADDED {
            @Override
            void to(Path part) throws IOException {
                Files.copy(part, part.resolveSibling("part-copy.parquet"));
            }
        },
        DOCUMENT_REMOVED {
            @Override
            void to(Path part) throws IOException {
                Files.delete(part.resolveSibling("entry.json"));
            }
        },
        DOCUMENT_CUT_OFF {
            @Override
            void to(Path part) throws IOException {
                Files.write(part.resolveSibling("entry.json"), new byte[0]);
            }
        };

        abstract void to(Path part) throws IOException;
    }

    @Test
    void aDamagedEntryIsBuiltAnew(SparkSession spark) throws IOException {
        List<String> expected = read(spark);
        for (Damage damage : Damage.values()) {
            List<String> parts = new ArrayList<>(parts().keySet());
            for (String part : parts) {
                damage.to(Path.of(part));
            }
            assertThat(read(spark)).as("%s", damage).isEqualTo(expected);
            assertThat(parts()).as("%s", damage).hasSameSizeAs(parts);
        }
    }

    @Test
    void whatNoRunUsedForAWeekGoes(SparkSession spark) throws IOException {
        read(spark);
        int all = parts().size();
        CodeSets none = new CodeSets(List.of());
        read(spark, none, MONDAY.plus(Duration.ofDays(7)));
        assertThat(parts()).as("on the seventh day").hasSizeGreaterThan(all);
        read(spark, none, MONDAY.plus(Duration.ofDays(7)).plusSeconds(1));
        assertThat(parts()).as("a second later").hasSizeLessThan(all);
    }

    @Test
    void nothingIsKeptOfFilesThatChangedWhileTheyWereRead(SparkSession spark) {
        Runnable changed = () -> {
            throw new BadInputException(List.of());
        };
        assertThatThrownBy(() -> new RowCache(cache, "engine", spark)
                        .read(List.of(extract), ShippedStudy.CODE_SETS, path -> inputs, changed, MONDAY))
                .isInstanceOf(BadInputException.class);
        assertThat(cache.resolve("rows")).doesNotExist();
    }
}
