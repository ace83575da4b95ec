package org.osteocohort.source.omop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.ehr.VisitKind;
import org.osteocohort.job.Extract;
import org.osteocohort.job.ExtractFormat;
import org.osteocohort.job.FileFormat;
import org.osteocohort.problem.BadInputException;
import org.osteocohort.source.CanonicalRows;
import org.osteocohort.source.ExtractSource;
import org.osteocohort.source.Extracts;
import org.osteocohort.testkit.CodeRows;
import org.osteocohort.testkit.SparkExtension;
import org.osteocohort.testkit.TableFile;

@ExtendWith(SparkExtension.class)
class OmopSourceTest {
    private static final CodeSets CODE_SETS = CodeRows.of("""
            ICD10CM  | S52       | prefix
            SNOMEDCT | 125605004 | descendants | fracture of bone
            RXNORM   | 8640      | ingredient  | prednisone
            CPT      | 77080     | exact
            LOINC    | 24966-4   | exact
            LOCAL    | TBLH_Z    | exact""");
    private static final String ALL_EVENTS = "event.domain, date_format(event.date, 'yyyy-MM-dd'), event.vocabulary, "
            + "event.code, event.matched_by, event.resolution, origin.table, event.source_id";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeTheTablesThatMustBeThere() {
        table("person", """
                person_id | gender_concept_id | year_of_birth | month_of_birth | day_of_birth
                1         | 8532              | 2010          | 4              | 9""");
        table("observation_period", """
                person_id | observation_period_start_date | observation_period_end_date
                1         | 2010-04-09                    | 2020-12-31""");
        table("condition_occurrence", """
                condition_occurrence_id | person_id | condition_start_date | condition_source_value
                1                       | 1         | 2020-01-02           | S52.501A""");
    }

    private void table(String name, String picture) {
        TableFile.write(folder, name + ".csv", picture);
    }

    private void writeVocabulary(Path where) {
        TableFile.write(where, "CONCEPT.csv", "\t", """
                concept_id | concept_name                | domain_id   | vocabulary_id | concept_code
                10         | fracture of radius          | Condition   | ICD10CM       | S52.501A
                11         | cough                       | Condition   | ICD10CM       | R05
                20         | fracture of bone            | Condition   | SNOMED        | 125605004
                22         | "bare" fracture of forearm  | Condition   | SNOMED        | 65966004
                30         | prednisone                  | Drug        | RxNorm        | 8640
                31         | prednisone 5 MG Oral Tablet | Drug        | RxNorm        | 312617
                60         | prednisone 5 MG Oral Tablet | Drug        | NDC           | 00054001820
                70         | DXA                         | Procedure   | CPT4          | 77080
                80         | spine density               | Measurement | LOINC         | 24966-4
                90         | gram per square centimeter  | Unit        | UCUM          | g/cm2
                95         | Topical                     | Route       | SNOMED        | 6064005""");
        TableFile.write(where, "CONCEPT_ANCESTOR.csv", "\t", """
                ancestor_concept_id | descendant_concept_id
                20                  | 20
                20                  | 22
                30                  | 31
                11                  | 22""");
        TableFile.write(where, "CONCEPT_RELATIONSHIP.csv", "\t", """
                concept_id_1 | concept_id_2 | relationship_id | invalid_reason
                60           | 31           | Maps to         | -
                11           | 22           | Maps to         | -
                31           | 60           | Mapped from     | -""");
    }

    private OmopSource source(Path vocabulary) {
        return new OmopSource(
                new Extract("North", ExtractFormat.OMOP, folder, FileFormat.DETECTED, null, vocabulary), CODE_SETS);
    }

    private static List<String> pick(Dataset<Row> rows, String part, String columns) {
        return rows
                .filter(part + " IS NOT NULL")
                .selectExpr("concat_ws(' ', transform(array(" + columns + "), x -> coalesce(x, '-'))) AS line")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    private List<String> events(SparkSession spark, Path vocabulary, String columns) {
        return pick(source(vocabulary).read(spark), "event", columns);
    }

    @Test
    void theRowsHaveTheCanonicalShape(SparkSession spark) {
        ExtractSource source =
                Extracts.source(new Extract("North", ExtractFormat.OMOP, folder, FileFormat.CSV, ',', null), CODE_SETS);
        Dataset<Row> rows = source.read(spark);
        assertThat(rows.schema().asNullable()).isEqualTo(CanonicalRows.SCHEMA);
        assertThat(rows.filter("int(patient IS NOT NULL) + int(observation IS NOT NULL) + int(visit IS NOT NULL) + "
                                + "int(death_date IS NOT NULL) + int(event IS NOT NULL) <> 1")
                        .count())
                .isZero();
        assertThat(rows.count()).isEqualTo(3);
    }

    @Test
    void aPersonIsTakenAsFarAsKnown(SparkSession spark) {
        table("person", """
                Person_ID | gender_concept_id | gender_source_value | year_of_birth | month_of_birth | birth_datetime      | race_concept_id | ethnicity_concept_id | location
                1         | 8532              | M                   | 2010          | 4              | 2010-04-09T23:00-08 | 8527            | 38003564             | x
                -2        | 0                 | m                   | 2011          | -              | -                   | 8516            | 0                    | x
                3.0       | -                 | 7                   | -             | -              | -                   | -               | -                    | x
                9007199254740993 | 8532       | -                   | 2150          | 2              | 2150-02-28          | -               | -                    | x
                -         | 8507              | M                   | 2012          | -              | -                   | -               | -                    | x""");
        assertThat(pick(
                        source(null).read(spark),
                        "patient",
                        "patient_id, patient.site, patient.subject_id, patient.sex, date_format(patient.birth_date,"
                                + " 'yyyy-MM-dd'), patient.birth_date_precision, patient.race, patient.ethnicity"))
                .containsExactly(
                        "North:-2 North -2 MALE 2011-01-01 YEAR Black or African American -",
                        "North:1 North 1 FEMALE 2010-04-09 DAY White Not Hispanic or Latino",
                        "North:3 North 3 UNKNOWN - - - -",
                        "North:9007199254740993 North 9007199254740993 FEMALE 2150-02-28 DAY - -");
    }

    @Test
    void visitsAndDeathsAreTaken(SparkSession spark) {
        table("visit_occurrence", """
                visit_occurrence_id | person_id | visit_concept_id | visit_source_value | visit_start_date | visit_end_date
                v1                  | 1         | 9201             | -                  | 2020-01-02       | 2020-01-05
                v2                  | 1         | 262              | -                  | 2020-02-02       | 2020-02-01
                v3                  | 1         | 9203             | -                  | 2020-03-02       | -
                v4                  | 1         | 9202             | -                  | 2020-04-02       | 2020-04-02
                v5                  | 1         | 0                | Inpatient          | 2020-05-02       | 2020-05-03
                v6                  | 1         | 9202             | Inpatient          | 2020-06-02       | 2020-06-03
                v7                  | 1         | -                | -                  | 2020-07-02       | -""");
        table("death", "person_id | death_datetime\n1 | 2020-12-24 10:00:00");
        String visit = "visit.visit_id, visit.kind, date_format(visit.start, 'MM-dd'), date_format(visit.end, 'MM-dd')";
        Dataset<Row> rows = source(null).read(spark);
        assertThat(pick(rows, "visit", visit))
                .containsExactly(
                        "v1 INPATIENT 01-02 01-05",
                        "v2 INPATIENT 02-02 02-01",
                        "v3 EMERGENCY 03-02 -",
                        "v4 OUTPATIENT 04-02 04-02",
                        "v5 INPATIENT 05-02 05-03",
                        "v6 OUTPATIENT 06-02 06-03");
        assertThat(pick(rows, "death_date", "patient_id, string(death_date)")).containsExactly("North:1 2020-12-24");
        Extract extract = new Extract("North", ExtractFormat.OMOP, folder, FileFormat.DETECTED, null, null);
        OmopSource others = new OmopSource(extract, CODE_SETS, Set.of(VisitKind.OUTPATIENT, VisitKind.OTHER));
        assertThat(pick(others.read(spark), "visit", "visit.visit_id, visit.kind"))
                .containsExactly("v4 OUTPATIENT", "v6 OUTPATIENT", "v7 OTHER");
    }

    @Test
    void withAVocabularyOneConceptJudgesEachRow(SparkSession spark) {
        writeVocabulary(folder);
        table("condition_occurrence", """
                condition_occurrence_id | person_id | condition_start_date | condition_concept_id | condition_source_concept_id | condition_source_value
                source_judges           | 1         | 2020-01-02           | 22                   | 10                          | S52.501A
                source_of_no_interest   | 1         | 2020-01-02           | 22                   | 11                          | S52.501A
                standard_judges         | 1         | 2020-01-02           | 22                   | 0                           | R05
                value_judges            | 1         | 2020-01-02           | 0                    | -                           | S52.501A
                value_of_unknown        | 1         | 2020-01-02           | 0                    | 2000000777                  | S52.501A
                nothing_known           | 1         | 2020-01-02           | 0                    | 0                           | -""");
        assertThat(events(spark, null, ALL_EVENTS))
                .containsExactly(
                        "CONDITION 2020-01-02 ICD10CM S52.501A - SOURCE_CODE condition_occurrence source_judges",
                        "CONDITION 2020-01-02 ICD10CM S52.501A - SOURCE_CODE condition_occurrence value_judges",
                        "CONDITION 2020-01-02 ICD10CM S52.501A - SOURCE_CODE condition_occurrence value_of_unknown",
                        "CONDITION 2020-01-02 SNOMEDCT 65966004 SNOMEDCT|125605004 ANCESTOR condition_occurrence"
                                + " standard_judges");
    }

    @Test
    void drugsBringWayAmountAndKind(SparkSession spark, @TempDir Path vocabulary) {
        writeVocabulary(vocabulary);
        table("drug_exposure", """
                drug_exposure_id | person_id | drug_exposure_start_date | drug_exposure_end_date | drug_concept_id | drug_source_concept_id | drug_source_value | drug_type_concept_id | route_concept_id | route_source_value | days_supply | quantity | visit_occurrence_id
                product          | 1         | 2020-01-02               | 2020-01-31             | 31              | 60                     | 00054001820       | 38000175             | 0                | -                  | 30          | 60       | 77
                mapped           | 1         | 2020-01-02               | 2020-01-01             | 0               | 60                     | 00054001820       | 32838                | 4171047          | PO                 | 30.0        | 2.5      | -
                by_name          | 1         | 2020-01-02               | -                      | 0               | 0                      | prednisone 10 MG  | 1                    | 95               | -                  | x           | x        | -
                other            | 1         | 2020-01-02               | -                      | 0               | 0                      | dexamphetamine    | 1                    | 0                | -                  | -           | -        | -""");
        table(
                "condition_occurrence",
                "condition_occurrence_id | person_id | condition_start_date | condition_concept_id");
        assertThat(events(
                        spark,
                        vocabulary,
                        "event.source_id, event.code, event.matched_by, event.resolution, event.record_kind, event.route,"
                                + " string(event.end_date), string(event.days_supply), string(event.quantity),"
                                + " string(event.strength_milligrams), event.visit_id"))
                .containsExactly(
                        "by_name 8640 RXNORM|8640 NAME UNKNOWN NOT_SYSTEMIC - - - 10.0 -",
                        "mapped 312617 RXNORM|8640 ANCESTOR ORDERED PARENTERAL 2020-01-01 30 2.5 5.0 -",
                        "product 312617 RXNORM|8640 ANCESTOR DISPENSED ORAL 2020-01-31 30 60.0 5.0 77");
    }

    @Test
    void resultsBringValueAndUnitAndSitesTheirOwnCodes(SparkSession spark) {
        writeVocabulary(folder);
        table(
                "condition_occurrence",
                "condition_occurrence_id | person_id | condition_start_date | condition_concept_id");
        table("measurement", """
                measurement_id | person_id | measurement_date | measurement_concept_id | measurement_source_value | value_as_number | unit_source_value | unit_concept_id
                spine          | 1         | 2020-01-02       | 80                     | spine                    | 0.85            | -                 | 90
                local          | 1         | 2020-01-02       | 11                     | tblh_z                   | -2.1            | SD                | 90
                no_number      | 1         | 2020-01-02       | 80                     | -                        | high            | -                 | 0
                other          | 1         | 2020-01-02       | 11                     | R05                      | 1               | -                 | -""");
        table("observation", """
                observation_id | person_id | observation_datetime | observation_concept_id | value_as_number
                spine_too      | 1         | 2020-01-02 08:00:00  | 80                     | -2.5""");
        table("procedure_occurrence", """
                procedure_occurrence_id | person_id | procedure_date | procedure_concept_id | procedure_source_value
                dxa                     | 1         | 2020-01-02     | 70                   | 77080""");
        assertThat(events(
                        spark,
                        null,
                        "event.domain, event.source_id, event.vocabulary, event.code, string(event.value), event.unit"))
                .containsExactly(
                        "MEASUREMENT local LOCAL tblh_z -2.1 SD",
                        "MEASUREMENT no_number LOINC 24966-4 - -",
                        "MEASUREMENT spine LOINC 24966-4 0.85 g/cm2",
                        "OBSERVATION spine_too LOINC 24966-4 -2.5 -",
                        "PROCEDURE dxa CPT 77080 - -");
    }

    @Test
    void conditionsOfAHospitalClaimAreInpatient(SparkSession spark) {
        table("condition_occurrence", """
                condition_occurrence_id | person_id | condition_start_date | condition_source_value | condition_type_concept_id
                before                  | 1         | 2020-01-02           | S52.501A               | 38000182
                first                   | 1         | 2020-01-02           | S52.501A               | 38000183
                last                    | 1         | 2020-01-02           | S52.501A               | 38000214
                after                   | 1         | 2020-01-02           | S52.501A               | 38000215
                unknown                 | 1         | 2020-01-02           | S52.501A               | -""");
        assertThat(events(spark, null, "event.source_id, string(event.inpatient)"))
                .containsExactly("after false", "before false", "first true", "last true", "unknown false");
    }

    @Test
    void anEventOfNobodyAndOneWithoutADateAreFaults(SparkSession spark) {
        table("condition_occurrence", """
                condition_occurrence_id | person_id | condition_start_date | condition_source_value
                1                       | -         | 2020-01-02           | S52.501A
                2                       | 1         | 2020-02-30           | S52.501A
                3                       | -         | 2020-02-30           | of no interest""");
        assertThat(events(spark, null, ALL_EVENTS)).isEmpty();
        assertThat(pick(
                        source(null).read(spark),
                        "fault",
                        "patient_id, origin.site, origin.table, origin.file, fault.column, fault.rule"))
                .containsExactly(
                        "- North condition_occurrence condition_occurrence.csv person_id missing",
                        "North:1 North condition_occurrence condition_occurrence.csv condition_start_date not_a_date");
    }

    @Test
    void tablesThatAreAbsentAreTold(@TempDir Path vocabulary) {
        table("death", "person_id | death_date");
        assertThat(source(null).absentTables())
                .containsExactly(
                        "drug_exposure",
                        "procedure_occurrence",
                        "measurement",
                        "observation",
                        "visit_occurrence",
                        "concept",
                        "concept_ancestor",
                        "concept_relationship");
        assertThat(source(vocabulary).absentTables()).doesNotContain("concept", "death");
    }

    @Test
    void everyProblemIsToldAtOnceAndNoValue(SparkSession spark, @TempDir Path vocabulary) {
        TableFile.writeText(folder, "person.csv", "person_id\nsecret\n");
        TableFile.writeText(folder, "death.csv", "");
        assertThat(folder.resolve("condition_occurrence.csv").toFile().delete()).isTrue();
        BadInputException refused = catchThrowableOfType(
                BadInputException.class, () -> source(vocabulary).read(spark));
        assertThat(refused.getMessage().replace(folder.toString(), "<extract>").replace(vocabulary.toString(), "<voc>"))
                .contains(
                        "<extract>: the table condition_occurrence is absent; looked for condition_occurrence.parquet")
                .contains("<extract>/person.csv: the table person lacks one of year_of_birth")
                .contains("<extract>/death.csv: the file is empty")
                .contains("<voc>: the table concept is absent")
                .doesNotContain("secret");
        assertThat(refused.problems()).hasSize(4);
    }

    @Test
    void whatSparkSaysOfAFailureIsNotPassedOn(SparkSession spark) {
        writeVocabulary(folder);
        TableFile.writeText(folder, "CONCEPT.csv", "concept_id,vocabulary_id,concept_code\n1,secret\0,x\n");
        BadInputException refused =
                catchThrowableOfType(BadInputException.class, () -> source(null).read(spark));
        assertThat(refused)
                .hasMessage(folder.resolve("CONCEPT.csv")
                        + ": line 2 holds a NUL byte: the file is damaged or is not UTF-8 text")
                .hasNoCause();
    }
}
