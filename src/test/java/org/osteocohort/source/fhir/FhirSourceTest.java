package org.osteocohort.source.fhir;

import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osteocohort.job.Extract;
import org.osteocohort.job.ExtractFormat;
import org.osteocohort.job.FileFormat;
import org.osteocohort.problem.BadInputException;
import org.osteocohort.source.CanonicalRows;
import org.osteocohort.source.Extracts;
import org.osteocohort.source.FirstLooks;
import org.osteocohort.testkit.SparkExtension;
import org.osteocohort.testkit.TableFile;

@ExtendWith(SparkExtension.class)
class FhirSourceTest {
    private static final String PATIENT = """
            {"resourceType":"Patient","id":"1","identifier":[{"system":"urn:pseudonym","value":"777"},{"value":"shared"}],\
            "gender":"female","birthDate":"2010-04-09"}""";
    private static final String OTHER_PATIENT = """
            {"resourceType":"Patient","id":"2","identifier":[{"value":"shared"}]}""";
    private static final String ENCOUNTER = """
            {"resourceType":"Encounter","id":"e1","status":"finished","class":{"code":"IMP"},\
            "subject":{"reference":"Patient/1"},"period":{"start":"2020-03-04","end":"2020-03-06"}}""";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeWhatMustBeThere() {
        file("Patient.000.ndjson", PATIENT);
        file("encounters_1.json.gz", ENCOUNTER);
        file("Condition.ndjson", condition("c1", "Patient/1"));
    }

    private static String condition(String id, String patient) {
        return """
                {"resourceType":"Condition","id":"%s","subject":{"reference":"%s"},"recordedDate":"2020-03-04",\
                "code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"S52.501A"}]}}""".formatted(id, patient);
    }

    private static String request(String id, String medication) {
        return """
                {"resourceType":"MedicationRequest","id":"%s","status":"active","intent":"order",\
                "subject":{"reference":"Patient/1"},"authoredOn":"2020-03-04",%s}""".formatted(id, medication);
    }

    private static String coded(String system, String code) {
        return """
                "medicationCodeableConcept":{"coding":[{"system":"%s","code":"%s"}]}""".formatted(system, code);
    }

    private void file(String name, String... lines) {
        TableFile.writeText(folder, name, String.join("\n", lines));
    }

    private Dataset<Row> read(SparkSession spark, Path vocabulary) {
        return Extracts.source(
                        new Extract("North", ExtractFormat.FHIR, folder, FileFormat.DETECTED, null, vocabulary),
                        FhirLines.CODE_SETS)
                .read(spark);
    }

    private List<String> events(SparkSession spark, Path vocabulary) {
        String columns =
                "patient_id, event.source_id, event.vocabulary, event.code, event.matched_by, event.resolution";
        return read(spark, vocabulary)
                .filter("event IS NOT NULL")
                .selectExpr("concat_ws(' ', transform(array(" + columns + "), x -> coalesce(x, '-'))) AS line")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    @Test
    void theRowsHaveTheCanonicalShape(SparkSession spark) {
        Dataset<Row> rows = read(spark, null);
        assertThat(rows.schema().asNullable()).isEqualTo(CanonicalRows.SCHEMA);
        assertThat(rows
                        .selectExpr("concat_ws(' ', IF(patient IS NULL, NULL, 'patient'),"
                                + " IF(observation IS NULL, NULL, 'observation'), IF(visit IS NULL, NULL, 'visit'),"
                                + " IF(event IS NULL, NULL, 'event'), origin.table, origin.file, origin.line)")
                        .collectAsList()
                        .stream()
                        .map(row -> row.getString(0))
                        .sorted())
                .containsExactly(
                        "event Condition Condition.ndjson 1",
                        "observation Encounter encounters_1.json.gz",
                        "patient Patient Patient.000.ndjson 1",
                        "visit Encounter encounters_1.json.gz 1");
    }

    @Test
    void filesMayHaveAnyNameAndHoldAnything(SparkSession spark) {
        file("more/conditions.jsonl", "\uFEFF" + condition("c2", "https://x.example/Patient/1"), "", "   ");
        file(
                "named like a file.ndjson/part-0.ndjson.gz",
                condition("c3", "urn:uuid:1"),
                PATIENT.replace("\"1\"", "\"9\""));
        file("Patient.wrong{name}[1].ndjson", condition("c4", "Patient/1"));
        file("log.ndjson", "{\"exportId\":\"x\"}");
        file("manifest.json", "{", "  \"output\": []", "}");
        file("readme.txt", condition("notRead", "Patient/1"));
        file("_hidden.ndjson", condition("notRead", "Patient/1"));
        file("empty.ndjson", "");
        file("list.json", "[1, 2]");
        file("cut.ndjson", "{\"resourceType\":\"Condi", condition("c5", "Patient/1"));
        assertThat(events(spark, null).stream().map(line -> line.split(" ")[1]))
                .containsExactly("c1", "c2", "c3", "c4", "c5");
        assertThat(read(spark, null)
                        .filter("fault IS NOT NULL")
                        .selectExpr("concat_ws(' ', origin.file, origin.line, fault.column, fault.rule)")
                        .collectAsList()
                        .stream()
                        .map(row -> row.getString(0))
                        .sorted())
                .containsExactly("cut.ndjson 1 malformed");
    }

    @Test
    void medicationsAreFoundInFilesOfTheirOwn(SparkSession spark) {
        file("Medication.000.ndjson", """
                {"resourceType":"Medication","id":"m1","code":{"coding":[{"system":\
                "http://www.nlm.nih.gov/research/umls/rxnorm","code":"8640"}]}}""", """
                {"resourceType":"Medication","id":"m2","ingredient":[{"itemCodeableConcept":{"text":"prednisone"}}]}""", """
                {"resourceType":"Medication","id":"m3","code":{"text":"amoxicillin"}}""");
        file(
                "MedicationRequest.ndjson",
                request("r1", "\"medicationReference\":{\"reference\":\"Medication/m1\"}"),
                request("r2", "\"medicationReference\":{\"reference\":\"https://x.example/Medication/m2/_history/1\"}"),
                request("r3", "\"medicationReference\":{\"reference\":\"Medication/m3\"}"),
                request("r4", "\"medicationReference\":{\"reference\":\"Medication/nowhere\"}"));
        assertThat(events(spark, null))
                .contains("North:1 r1 RXNORM 8640 - SOURCE_CODE", "North:1 r2 RXNORM 8640 RXNORM|8640 NAME")
                .hasSize(3);
    }

    @Test
    void recordsOfMedicationsThatNobodyKnowsAreCounted(SparkSession spark) {
        file(
                "Medication.ndjson",
                medication(
                        "package",
                        "\"code\":{\"coding\":[{\"system\":\"http://hl7.org/fhir/sid/ndc\",\"code\":\"00054001820\"}]}"),
                medication("nothing", "\"status\":\"active\""),
                medication("named", "\"code\":{\"text\":\"amoxicillin\"}"),
                medication("mixed", "\"ingredient\":[{\"itemCodeableConcept\":{\"text\":\"amoxicillin\"}}]"));
        file(
                "MedicationRequest.ndjson",
                request("r1", "\"medicationReference\":{\"reference\":\"Medication/package\"}"),
                request("r2", "\"medicationReference\":{\"reference\":\"Medication/nothing\"}"),
                request(
                        "r3",
                        "\"medicationReference\":{\"reference\":\"#m\"},\"contained\":["
                                + medication("m", "\"code\":{}") + "]"),
                request(
                        "r4",
                        "\"medicationReference\":{\"reference\":\"Medication/package\",\"display\":\"amoxicillin\"}"),
                request("r5", "\"medicationReference\":{\"reference\":\"Medication/named\"}"),
                request("r6", "\"medicationReference\":{\"reference\":\"Medication/mixed\"}"),
                request("r7", "\"medicationReference\":{\"reference\":\"Medication/absent\"}"),
                request("r8", "\"medicationReference\":{\"reference\":\"#absent\"}"),
                request("r9", "\"medicationReference\":{\"identifier\":{\"value\":\"package\"}}"),
                request("r10", "\"priority\":\"routine\""),
                request("r11", "\"medicationReference\":{\"reference\":\"Medication/absent\",\"display\":\"x\"}"));
        assertThat(read(spark, null)
                        .filter("fault IS NOT NULL")
                        .groupBy("origin.file", "fault.column", "fault.rule")
                        .agg(sum("fault.rows").as("rows"))
                        .selectExpr("concat_ws(' ', file, column, rule, rows)")
                        .collectAsList()
                        .stream()
                        .map(row -> row.getString(0)))
                .containsExactly("MedicationRequest.ndjson medication[x] unmapped_drug 7");
    }

    private static String medication(String id, String parts) {
        return """
                {"resourceType":"Medication","id":"%s",%s}""".formatted(id, parts);
    }

    @Test
    void aVocabularyLeadsFromProductsPackagesAndNarrowerConcepts(SparkSession spark, @TempDir Path vocabulary) {
        TableFile.write(vocabulary, "CONCEPT.csv", "\t", """
                concept_id | concept_name                | domain_id | vocabulary_id | concept_code
                20         | fracture of forearm         | Condition | SNOMED        | 65966004
                21         | greenstick fracture         | Condition | SNOMED        | 111
                30         | prednisone                  | Drug      | RxNorm        | 8640
                31         | prednisone 5 MG Oral Tablet | Drug      | RxNorm        | 312617
                32         | amoxicillin                 | Drug      | RxNorm        | 723
                60         | prednisone 5 MG Oral Tablet | Drug      | NDC           | 00054001820
                61         | amoxicillin                 | Drug      | NDC           | 00054001821""");
        TableFile.write(vocabulary, "CONCEPT_ANCESTOR.csv", "\t", """
                ancestor_concept_id | descendant_concept_id
                20                  | 20
                20                  | 21
                30                  | 31""");
        TableFile.write(vocabulary, "CONCEPT_RELATIONSHIP.csv", "\t", """
                concept_id_1 | concept_id_2 | relationship_id | invalid_reason
                60           | 31           | Maps to         | -
                61           | 32           | Maps to         | -""");
        file(
                "Condition.ndjson",
                condition("c1", "Patient/1")
                        .replace("http://hl7.org/fhir/sid/icd-10-cm", "http://snomed.info/sct")
                        .replace("S52.501A", "111"));
        file(
                "MedicationRequest.ndjson",
                request("product", coded("http://www.nlm.nih.gov/research/umls/rxnorm", "312617")),
                request("package", coded("http://hl7.org/fhir/sid/ndc", "00054001820")),
                request("hyphens", coded("http://hl7.org/fhir/sid/ndc", "0054-0018-20")),
                request("another", coded("http://hl7.org/fhir/sid/ndc", "0054-0018-21")));
        assertThat(events(spark, vocabulary))
                .containsExactly(
                        "North:1 c1 SNOMEDCT 111 SNOMEDCT|65966004 ANCESTOR",
                        "North:1 hyphens RXNORM 312617 RXNORM|8640 ANCESTOR",
                        "North:1 package RXNORM 312617 RXNORM|8640 ANCESTOR",
                        "North:1 product RXNORM 312617 RXNORM|8640 ANCESTOR");
    }

    @Test
    void patientsNamedByAnIdentifierAreFoundByIt(SparkSession spark) {
        file("Patient.000.ndjson", PATIENT, OTHER_PATIENT);
        file(
                "Condition.ndjson",
                condition("c1", "Patient?identifier=urn:pseudonym|777"),
                condition("c2", "Patient?identifier=777"),
                condition("c3", "Patient?identifier=shared"),
                condition("c4", "Patient?identifier=nobody"),
                condition("c5", "Patient/2"));
        assertThat(events(spark, null).stream().map(line -> line.replaceAll("(\\S+ \\S+).*", "$1")))
                .containsExactly("North:1 c1", "North:1 c2", "North:2 c5", "North:?nobody c4", "North:?shared c3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Bundle of lines | {\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"id\":\"SECRET\"}}]}"
                        + " | the file holds a FHIR Bundle; expected a bulk export, which is one resource a line",
                "Bundle | {#  \"entry\": [{#\"id\": \"SECRET\"}],#  \"resourceType\": \"Bundle\"#}"
                        + " | the file holds a FHIR Bundle; expected a bulk export, which is one resource a line",
                "one resource | {#  \"resourceType\": \"Patient\",#  \"id\": \"SECRET\"#}"
                        + " | a resource of type Patient stretches over several lines; expected a bulk export, which is"
                        + " one resource a line",
                "DSTU2 | {\"resourceType\":\"MedicationOrder\",\"id\":\"SECRET\"}"
                        + " | the resources of type MedicationOrder are FHIR DSTU2; expected FHIR R4",
                "STU3 | {\"resourceType\":\"Condition\",\"id\":\"SECRET\",\"clinicalStatus\":\"active\"}"
                        + " | the resources of type Condition are FHIR STU3 or older; expected FHIR R4",
                "R5 | {\"resourceType\":\"MedicationRequest\",\"id\":\"SECRET\",\"medication\":{\"concept\":{}}}"
                        + " | the resources of type MedicationRequest are FHIR R5; expected FHIR R4",
                "R5 encounter | {\"resourceType\":\"Encounter\",\"id\":\"SECRET\",\"actualPeriod\":{}}"
                        + " | the resources of type Encounter are FHIR R5; expected FHIR R4",
            })
    void otherFormsOfFhirAreRefused(String what, String lines, String refusal, SparkSession spark) {
        file("other.json", lines.split("#"));
        assertThat(refusal(spark)).isEqualTo("<extract>/other.json: " + refusal);
    }

    @Test
    void whatIsNotThereIsToldAllAtOnce(SparkSession spark) throws IOException {
        Files.delete(folder.resolve("encounters_1.json.gz"));
        Files.delete(folder.resolve("Condition.ndjson"));
        String where = " is in any file that ends in .ndjson, .jsonl, .json, with or without .gz";
        assertThat(refusal(spark))
                .isEqualTo("<extract>: no resource of type Encounter" + where + "\n"
                        + "<extract>: no resource of type Condition" + where);
    }

    @Test
    void aFileThatIsCutOffIsRefused(SparkSession spark) throws IOException {
        byte[] whole = Files.readAllBytes(folder.resolve("encounters_1.json.gz"));
        Files.write(folder.resolve("encounters_1.json.gz"), Arrays.copyOf(whole, 30));
        Files.write(folder.resolve("Other.NDJSON.GZ"), whole);
        assertThat(refusal(spark))
                .isEqualTo("<extract>/Other.NDJSON.GZ: compressed files must end in .gz in lower case\n"
                        + "<extract>/encounters_1.json.gz: the file cannot be read: it is damaged, cut off or not what"
                        + " its name says");
    }

    private String refusal(SparkSession spark) {
        return catchThrowableOfType(BadInputException.class, () -> read(spark, null)).problems().stream()
                .map(problem -> problem.place().replace(folder.toString(), "<extract>") + ": " + problem.what())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void aReaderOfTheReportsIsToldHowObservationIsKnown() {
        assertThat(new FhirSource(
                                new Extract("North", ExtractFormat.FHIR, folder, FileFormat.DETECTED, null, null),
                                FhirLines.CODE_SETS,
                                FirstLooks.NONE)
                        .notes())
                .containsExactly(
                        "A child is observed from the first to the last Encounter; FHIR tells no enrolment.",
                        "Files whose first lines are no resources, such as the log of an export, were passed over.");
    }
}
