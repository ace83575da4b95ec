package org.osteocohort.source.synthea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.job.Deidentification;
import org.osteocohort.job.Deidentification.Profile;
import org.osteocohort.job.Extract;
import org.osteocohort.job.ExtractFormat;
import org.osteocohort.job.FileFormat;
import org.osteocohort.job.OnFailure;
import org.osteocohort.problem.BadInputException;
import org.osteocohort.source.CanonicalRows;
import org.osteocohort.source.Extracts;
import org.osteocohort.testkit.CanonicalPicture;
import org.osteocohort.testkit.CodeRows;
import org.osteocohort.testkit.SparkExtension;
import org.osteocohort.testkit.TableFile;

@ExtendWith(SparkExtension.class)
class SyntheaSourceTest {
    private static final CodeSets CODE_SETS = CodeRows.of("""
            ICD10CM  | S52       | prefix
            ICD9CM   | 813       | prefix
            SNOMEDCT | 65966004  | exact
            SNOMEDCT | 312681000 | exact
            CPT      | 77080     | exact
            HCPCS    | J3489     | exact
            RXNORM   | 8640      | ingredient  | prednisone
            LOINC    | 8302-2    | exact
            LOCAL    | TBLH_Z    | exact""");
    private static final String CODED = "domain | date | vocabulary | code | resolution | table | visit_id";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeTheTablesThatMustBeThere() {
        table("patients", """
                Id | BIRTHDATE  | DEATHDATE | SSN         | FIRST | LAST | MARITAL | RACE  | ETHNICITY   | GENDER | STATE         | LAT
                p1 | 2010-04-09 | -         | 999-17-5017 | Ann   | Doe  | -       | white | nonhispanic | F      | Massachusetts | 42.3""");
        table("encounters", """
                Id | START                | STOP                 | PATIENT | ORGANIZATION | PAYER | ENCOUNTERCLASS | CODE      | DESCRIPTION
                e1 | 2019-12-31T23:30:00Z | 2020-01-01T00:15:00Z | p1      | o            | y     | wellness       | 410620009 | visit
                e2 | 2021-02-03T10:00:00Z | 2021-02-03T11:00:00Z | p1      | o            | y     | ambulatory     | 185345009 | visit""");
        table("conditions", "START | STOP | PATIENT | ENCOUNTER | CODE | DESCRIPTION");
    }

    private void table(String name, String picture) {
        TableFile.write(folder, name + ".csv", picture);
    }

    private Dataset<Row> read(SparkSession spark, Path vocabulary) {
        Extract extract = new Extract(
                "North",
                ExtractFormat.SYNTHEA,
                folder,
                FileFormat.DETECTED,
                null,
                vocabulary,
                new Deidentification(Profile.SYNTHETIC, null),
                OnFailure.STOP,
                null);
        return Extracts.source(extract, CODE_SETS).read(spark);
    }

    private List<String> events(SparkSession spark, String columns) {
        return CanonicalPicture.of(read(spark, null), "event", columns);
    }

    @Test
    void theRowsHaveTheCanonicalShape(SparkSession spark) {
        Dataset<Row> rows = read(spark, null);
        assertThat(rows.schema().asNullable()).isEqualTo(CanonicalRows.SCHEMA);
        assertThat(rows.count()).isEqualTo(5);
    }

    @Test
    void raceAndEthnicityAreTheWordsOfTheCensusAndDeathStandsBesideThem(SparkSession spark) {
        table("patients", """
                ID | BIRTHDATE  | DEATHDATE            | RACE     | ETHNICITY    | GENDER
                a  | 2010-04-09 | -                    | white    | hispanic     | F
                b  | 2010-04-09 | 2020-12-24           | black    | nonhispanic  | M
                c  | 2010-04-09 | 2020-12-24T23:59:59Z | asian    | irish        | f
                d  | 2010-04-09 | -                    | native   | puerto_rican | -
                e  | 2010-04-09 | -                    | hawaiian | -            | X
                f  | 2010-04-09 | -                    | other    | nonhispanic  | M
                g  | 2010-04-09 | -                    | hispanic | -            | M""");
        Dataset<Row> rows = read(spark, null);
        assertThat(CanonicalPicture.of(rows, "patient", "patient_id | sex | birth_date | race | ethnicity"))
                .containsExactly(
                        "North:a | FEMALE | 2010-04-09 | White | Hispanic or Latino",
                        "North:b | MALE | 2010-04-09 | Black or African American | Not Hispanic or Latino",
                        "North:c | FEMALE | 2010-04-09 | Asian | -",
                        "North:d | UNKNOWN | 2010-04-09 | American Indian or Alaska Native | Hispanic or Latino",
                        "North:e | UNKNOWN | 2010-04-09 | Native Hawaiian or Other Pacific Islander | -",
                        "North:f | MALE | 2010-04-09 | - | Not Hispanic or Latino",
                        "North:g | MALE | 2010-04-09 | - | Hispanic or Latino");
        assertThat(CanonicalPicture.of(rows, "death_date", "patient_id | death_date"))
                .containsExactly("North:b | 2020-12-24", "North:c | 2020-12-24");
    }

    @Test
    void encountersAreContactsAndTheirClassTellsTheKindOfVisit(SparkSession spark) {
        table("encounters", """
                Id | START                | STOP                 | PATIENT | ENCOUNTERCLASS
                ip | 2019-12-31T23:30:00Z | 2020-01-03T00:15:00Z | p1      | inpatient
                ed | 2020-02-01T10:00:00Z | -                    | p1      | emergency
                uc | 2020-03-01T10:00:00Z | 2020-03-01T11:00:00Z | p1      | urgentcare
                sn | 2020-04-01T10:00:00Z | 2020-04-01T11:00:00Z | p1      | snf""");
        Dataset<Row> rows = read(spark, null);
        assertThat(CanonicalPicture.of(rows, "observation", "patient_id | start | end | contact"))
                .containsExactly(
                        "North:p1 | 2019-12-31 | 2020-01-03 | true",
                        "North:p1 | 2020-02-01 | 2020-02-01 | true",
                        "North:p1 | 2020-03-01 | 2020-03-01 | true",
                        "North:p1 | 2020-04-01 | 2020-04-01 | true");
        assertThat(CanonicalPicture.of(rows, "visit", "visit_id | kind | start | end"))
                .containsExactly(
                        "ed | EMERGENCY | 2020-02-01 | -",
                        "ip | INPATIENT | 2019-12-31 | 2020-01-03",
                        "uc | OUTPATIENT | 2020-03-01 | 2020-03-01");
    }

    @Test
    void encountersOfTheFirstVersionsHaveADateAndNoClass(SparkSession spark) {
        table("encounters", """
                ID | DATE       | PATIENT | CODE      | DESCRIPTION | REASONCODE
                e1 | 2015-05-05 | p1      | 185345009 | visit       | -""");
        Dataset<Row> rows = read(spark, null);
        assertThat(CanonicalPicture.of(rows, "observation", "start | end")).containsExactly("2015-05-05 | 2015-05-05");
        assertThat(CanonicalPicture.of(rows, "visit", "visit_id")).isEmpty();
    }

    @Test
    void conditionsAndProceduresAreSnomedWhereNoSystemIsNamed(SparkSession spark) {
        table("conditions", """
                START      | STOP       | PATIENT | ENCOUNTER | CODE      | DESCRIPTION
                2020-01-02 | 2020-02-02 | p1      | e1        | 65966004  | Fracture of forearm
                2020-01-02 | -          | p1      | e1        | 195662009 | Acute viral pharyngitis (disorder)""");
        table("procedures", """
                DATE                 | PATIENT | ENCOUNTER | CODE      | DESCRIPTION       | BASE_COST | REASONCODE
                2020-01-02T08:00:00Z | p1      | e1        | 312681000 | Bone densitometry | 516.65    | -""");
        assertThat(events(spark, CODED + " | source_id"))
                .containsExactly(
                        "CONDITION | 2020-01-02 | SNOMEDCT | 65966004 | SOURCE_CODE | conditions | e1 |"
                                + " e1:65966004:2020-01-02",
                        "PROCEDURE | 2020-01-02 | SNOMEDCT | 312681000 | SOURCE_CODE | procedures | e1 |"
                                + " e1:312681000:2020-01-02T08:00:00Z");
    }

    @Test
    void theSystemTellsTheVocabularyWhereItIsNamed(SparkSession spark) {
        table("conditions", """
                START      | STOP | PATIENT | ENCOUNTER | SYSTEM                              | CODE     | DESCRIPTION
                2020-01-02 | -    | p1      | a         | http://snomed.info/sct              | 65966004 | fracture
                2020-01-02 | -    | p1      | b         | SNOMED-CT                           | 65966004 | fracture
                2020-01-02 | -    | p1      | c         | http://hl7.org/fhir/sid/icd-10-cm   | S52.501A | fracture
                2020-01-02 | -    | p1      | d         | ICD9CM                              | 813.42   | fracture
                2020-01-02 | -    | p1      | e         | http://example.org/local            | 65966004 | fracture
                2020-01-02 | -    | p1      | f         | -                                   | 65966004 | fracture""");
        table("procedures", """
                START                | STOP                 | PATIENT | ENCOUNTER | SYSTEM                         | CODE  | DESCRIPTION
                2020-01-02T08:00:00Z | 2020-01-02T08:30:00Z | p1      | a         | http://www.ama-assn.org/go/cpt | 77080 | DXA
                2020-01-02T08:00:00Z | 2020-01-02T08:30:00Z | p1      | b         | HCPCS                          | J3489 | infusion""");
        assertThat(events(spark, "visit_id | vocabulary | code"))
                .containsExactly(
                        "a | CPT | 77080",
                        "a | SNOMEDCT | 65966004",
                        "b | HCPCS | J3489",
                        "b | SNOMEDCT | 65966004",
                        "c | ICD10CM | S52.501A",
                        "d | ICD9CM | 813.42",
                        "f | SNOMEDCT | 65966004");
    }

    @Test
    void aValueIsANumberWhereTheTypeSaysSoOrSaysNothing(SparkSession spark) {
        table("observations", """
                DATE                 | PATIENT | ENCOUNTER | CATEGORY    | CODE   | DESCRIPTION | VALUE | UNITS | TYPE
                2020-01-02T23:59:59Z | p1      | number    | vital-signs | 8302-2 | Body Height | 127.9 | cm    | numeric
                2020-01-02T23:59:59Z | p1      | text      | vital-signs | 8302-2 | Body Height | 127.9 | cm    | text
                2020-01-02T23:59:59Z | p1      | no_number | vital-signs | 8302-2 | Body Height | tall  | cm    | numeric
                2020-01-02T23:59:59Z | p1      | untyped   | -           | 8302-2 | Body Height | 128   | cm    | -
                2020-01-02T23:59:59Z | p1      | own       | imaging     | TBLH_Z | body        | -2.1  | SD    | numeric
                2020-01-02T23:59:59Z | p1      | other     | survey      | 72514-3 | pain       | 1.0   | {score} | numeric""");
        assertThat(events(spark, "visit_id | date | vocabulary | code | value | unit"))
                .containsExactly(
                        "no_number | 2020-01-02 | LOINC | 8302-2 | - | cm",
                        "number | 2020-01-02 | LOINC | 8302-2 | 127.9 | cm",
                        "own | 2020-01-02 | LOCAL | TBLH_Z | -2.1 | SD",
                        "text | 2020-01-02 | LOINC | 8302-2 | - | cm",
                        "untyped | 2020-01-02 | LOINC | 8302-2 | 128.0 | cm");
    }

    @Test
    void versionsWithoutATypeAreRead(SparkSession spark) {
        table("observations", """
                DATE       | PATIENT | ENCOUNTER | CODE   | DESCRIPTION | VALUE | UNITS
                2020-01-02 | p1      | e1        | 8302-2 | Body Height | 127.9 | cm""");
        assertThat(events(spark, "date | code | value | unit")).containsExactly("2020-01-02 | 8302-2 | 127.9 | cm");
    }

    private void writeMedications() {
        table("medications", """
                START                | STOP                 | PATIENT | PAYER | ENCOUNTER | CODE   | DESCRIPTION                      | DISPENSES | REASONCODE
                2020-01-02T08:00:00Z | 2020-03-31T08:00:00Z | p1      | y     | oral      | 312617 | predniSONE 5 MG Oral Tablet      | 3         | -
                2020-01-02T08:00:00Z | -                    | p1      | y     | open      | 312617 | predniSONE 5 MG Oral Tablet      | 13        | -
                2020-01-02T08:00:00Z | -                    | p1      | y     | cream     | 999    | prednisone 5 MG/ML Topical Cream | 1         | -
                2020-01-02T08:00:00Z | -                    | p2      | y     | nobody    | 312617 | predniSONE 5 MG Oral Tablet      | 1         | -
                2020-01-02T08:00:00Z | -                    | p1      | y     | other     | 665078 | Loratadine 5 MG Chewable Tablet  | 174       | -""");
    }

    private static final String DRUG =
            "visit_id | code | matched_by | resolution | record_kind | route | date | end_date | strength_milligrams";

    @Test
    void medicationsAreFoundByNameAndLastToTheirStopOrElseToTheLastEncounter(SparkSession spark) {
        writeMedications();
        assertThat(events(spark, DRUG))
                .containsExactly(
                        "cream | 999 | RXNORM|8640 | NAME | ORDERED | NOT_SYSTEMIC | 2020-01-02 | 2021-02-03 | 5.0",
                        "nobody | 312617 | RXNORM|8640 | NAME | ORDERED | ORAL | 2020-01-02 | - | 5.0",
                        "open | 312617 | RXNORM|8640 | NAME | ORDERED | ORAL | 2020-01-02 | 2021-02-03 | 5.0",
                        "oral | 312617 | RXNORM|8640 | NAME | ORDERED | ORAL | 2020-01-02 | 2020-03-31 | 5.0");
    }

    @Test
    void aVocabularyLeadsFromProductsToIngredients(SparkSession spark, @TempDir Path vocabulary) {
        writeMedications();
        TableFile.write(vocabulary, "CONCEPT.csv", "\t", """
                concept_id | concept_name                | domain_id | vocabulary_id | concept_code
                30         | prednisone                  | Drug      | RxNorm        | 8640
                31         | prednisone 5 MG Oral Tablet | Drug      | RxNorm        | 312617""");
        TableFile.write(vocabulary, "CONCEPT_ANCESTOR.csv", "\t", """
                ancestor_concept_id | descendant_concept_id
                30                  | 31""");
        assertThat(CanonicalPicture.of(read(spark, vocabulary), "event", DRUG))
                .containsExactly(
                        "nobody | 312617 | RXNORM|8640 | ANCESTOR | ORDERED | ORAL | 2020-01-02 | - | 5.0",
                        "open | 312617 | RXNORM|8640 | ANCESTOR | ORDERED | ORAL | 2020-01-02 | 2021-02-03 | 5.0",
                        "oral | 312617 | RXNORM|8640 | ANCESTOR | ORDERED | ORAL | 2020-01-02 | 2020-03-31 | 5.0");
    }

    @Test
    void everyProblemIsToldAtOnceAndNoValue(SparkSession spark) {
        TableFile.writeText(folder, "patients.csv", "Id\nsecret\n");
        assertThat(folder.resolve("conditions.csv").toFile().delete()).isTrue();
        assertThat(folder.resolve("encounters.csv").toFile().delete()).isTrue();
        BadInputException refused = catchThrowableOfType(BadInputException.class, () -> read(spark, null));
        assertThat(refused.getMessage().replace(folder.toString(), "<extract>"))
                .contains("<extract>: the table encounters is absent")
                .contains("<extract>: the table conditions is absent")
                .contains("<extract>/patients.csv: the table patients lacks birthdate; gender")
                .doesNotContain("secret");
        assertThat(refused.problems()).hasSize(3);
    }
}
