package org.osteocohort.source.pcornet;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.job.Extract;
import org.osteocohort.job.ExtractFormat;
import org.osteocohort.job.FileFormat;
import org.osteocohort.problem.BadInputException;
import org.osteocohort.source.CanonicalRows;
import org.osteocohort.source.Extracts;
import org.osteocohort.testkit.CanonicalPicture;
import org.osteocohort.testkit.CodeRows;
import org.osteocohort.testkit.SparkExtension;
import org.osteocohort.testkit.TableFile;

@ExtendWith(SparkExtension.class)
class PcornetSourceTest {
    private static final CodeSets CODE_SETS = CodeRows.of("""
            ICD10CM  | S52       | prefix
            ICD10CM  | E88.0     | prefix
            ICD9CM   | 813       | prefix
            ICD9CM   | E880      | prefix
            SNOMEDCT | 65966004  | exact
            CPT      | 77080     | exact
            HCPCS    | J3489     | exact
            ICD10PCS | BQ        | prefix
            ICD9PROC | 88.98     | exact
            RXNORM   | 8640      | ingredient  | prednisone
            LOINC    | 8302-2    | exact
            LOINC    | 29463-7   | exact
            LOINC    | 39156-5   | exact
            LOINC    | 1989-3    | exact
            LOINC    | 85394-5   | exact
            LOCAL    | TBLH_Z    | exact""");
    private static final String CODED = "domain | date | vocabulary | code | resolution | table | source_id";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeTheTablesThatMustBeThere() {
        table("DEMOGRAPHIC.csv", """
                PATID | BIRTH_DATE | SEX | HISPANIC | RACE
                p1    | 2010-04-09 | F   | N        | 05""");
        table("ENROLLMENT.csv", """
                PATID | ENR_START_DATE | ENR_END_DATE | CHART | ENR_BASIS
                p1    | 2010-04-09     | 2020-12-31   | Y     | I""");
        table("DIAGNOSIS.csv", "DIAGNOSISID | PATID | ENCOUNTERID | ENC_TYPE | ADMIT_DATE | DX | DX_TYPE");
    }

    private void table(String file, String picture) {
        TableFile.write(folder, file, picture);
    }

    private Dataset<Row> read(SparkSession spark, Path vocabulary) {
        Extract extract = new Extract("North", ExtractFormat.PCORNET, folder, FileFormat.DETECTED, null, vocabulary);
        return Extracts.source(extract, CODE_SETS).read(spark);
    }

    private List<String> events(SparkSession spark, String columns) {
        return CanonicalPicture.of(read(spark, null), "event", columns);
    }

    @Test
    void theRowsHaveTheCanonicalShape(SparkSession spark) {
        table("DIAGNOSIS.csv", """
                DIAGNOSISID | PATID | DX     | DX_TYPE | ADMIT_DATE
                d1          | p1    | S52501 | 10      | 2020-01-02""");
        Dataset<Row> rows = read(spark, null);
        assertThat(rows.schema().asNullable()).isEqualTo(CanonicalRows.SCHEMA);
        assertThat(rows.count()).isEqualTo(3);
    }

    @Test
    void raceAndEthnicityAreTheWordsOfTheCensus(SparkSession spark) {
        table("DEMOGRAPHIC.csv", """
                PATID | BIRTH_DATE | SEX | HISPANIC | RACE
                a     | 2010-04-09 | F   | Y        | 01
                b     | 2010-04-09 | M   | N        | 02
                c     | 2010-04-09 | A   | R        | 03
                d     | 2010-04-09 | NI  | NI       | 04
                e     | -          | UN  | UN       | 05
                f     | 2010-04-09 | OT  | OT       | 06
                g     | 2010-04-09 | m   | y        | 7
                h     | 2010-04-09 | f   | n        | 5
                -     | 2010-04-09 | F   | N        | 05""");
        assertThat(CanonicalPicture.of(
                        read(spark, null),
                        "patient",
                        "patient_id | site | subject_id | sex | birth_date | birth_date_precision | race | ethnicity"))
                .containsExactly(
                        "North:a | North | a | FEMALE | 2010-04-09 | DAY | American Indian or Alaska Native | Hispanic or"
                                + " Latino",
                        "North:b | North | b | MALE | 2010-04-09 | DAY | Asian | Not Hispanic or Latino",
                        "North:c | North | c | UNKNOWN | 2010-04-09 | DAY | Black or African American | -",
                        "North:d | North | d | UNKNOWN | 2010-04-09 | DAY | Native Hawaiian or Other Pacific Islander"
                                + " | -",
                        "North:e | North | e | UNKNOWN | - | - | White | -",
                        "North:f | North | f | UNKNOWN | 2010-04-09 | DAY | - | -",
                        "North:g | North | g | MALE | 2010-04-09 | DAY | - | Hispanic or Latino",
                        "North:h | North | h | FEMALE | 2010-04-09 | DAY | White | Not Hispanic or Latino");
    }

    @Test
    void enrolmentIsObservationUnlessItIsAPharmacyBenefit(SparkSession spark) {
        table("ENROLLMENT.csv", """
                PATID | ENR_START_DATE | ENR_END_DATE | ENR_BASIS
                p1    | 2010-04-09     | 2012-12-31   | I
                p1    | 2013-01-01     | 2013-12-31   | D
                p1    | 2014-01-01     | 2014-12-31   | E
                p1    | 2015-01-01     | 2015-12-31   | -
                p1    | 2016-01-01     | 2016-12-31   | g
                p1    | 2017-01-01     | 2017-12-31   | A""");
        assertThat(CanonicalPicture.of(read(spark, null), "observation", "start | end"))
                .containsExactly(
                        "2010-04-09 | 2012-12-31",
                        "2014-01-01 | 2014-12-31",
                        "2015-01-01 | 2015-12-31",
                        "2016-01-01 | 2016-12-31",
                        "2017-01-01 | 2017-12-31");
    }

    @Test
    void withoutEnrolmentEncountersAreContacts(SparkSession spark) {
        assertThat(folder.resolve("ENROLLMENT.csv").toFile().delete()).isTrue();
        table("ENCOUNTER.csv", """
                ENCOUNTERID | PATID | ADMIT_DATE | DISCHARGE_DATE | ENC_TYPE
                1           | p1    | 2015-05-05 | 2015-05-09     | IP
                2           | p1    | 2012-02-02 | -              | AV
                3           | p1    | 2015-05-06 | 2014-01-01     | AV
                4           | p2    | 2016-01-01 | -              | AV""");
        assertThat(CanonicalPicture.of(read(spark, null), "observation", "patient_id | start | end | contact"))
                .containsExactly(
                        "North:p1 | 2012-02-02 | 2012-02-02 | true",
                        "North:p1 | 2015-05-05 | 2015-05-09 | true",
                        "North:p1 | 2015-05-06 | 2015-05-06 | true",
                        "North:p2 | 2016-01-01 | 2016-01-01 | true");
    }

    @Test
    void staysThatBeganInTheEmergencyDepartmentOrForObservationAreInHospital(SparkSession spark) {
        table("ENCOUNTER.csv", """
                ENCOUNTERID | PATID | ADMIT_DATE | DISCHARGE_DATE | ENC_TYPE
                ip          | p1    | 2015-05-05 | 2015-05-09     | IP
                ei          | p1    | 2015-06-05 | 2015-06-04     | EI
                os          | p1    | 2015-07-05 | -              | os
                ed          | p1    | 2015-08-05 | 2015-08-05     | ED
                av          | p1    | 2015-09-05 | -              | AV
                is          | p1    | 2015-10-05 | -              | IS
                ni          | p1    | 2015-11-05 | -              | NI""");
        assertThat(CanonicalPicture.of(read(spark, null), "visit", "visit_id | kind | start | end"))
                .containsExactly(
                        "av | OUTPATIENT | 2015-09-05 | -",
                        "ed | EMERGENCY | 2015-08-05 | 2015-08-05",
                        "ei | INPATIENT | 2015-06-05 | 2015-06-04",
                        "ip | INPATIENT | 2015-05-05 | 2015-05-09",
                        "os | INPATIENT | 2015-07-05 | -");
    }

    @Test
    void deathsAreTaken(SparkSession spark) {
        table("DEATH.csv", """
                PATID | DEATH_DATE | DEATH_DATE_IMPUTE | DEATH_SOURCE
                p1    | 24DEC2020  | N                 | L
                p1    | -          | NI                | D""");
        assertThat(CanonicalPicture.of(read(spark, null), "death_date", "patient_id | death_date"))
                .containsExactly("North:p1 | 2020-12-24");
    }

    @Test
    void theTypeTellsTheVocabularyOfADiagnosisAndDotsDoNotMatter(SparkSession spark) {
        table("DIAGNOSIS.csv", """
                DIAGNOSISID | PATID | ENCOUNTERID | ENC_TYPE | ADMIT_DATE | DX_DATE    | DX       | DX_TYPE | DX_SOURCE | DX_ORIGIN | PDX
                no_dot      | p1    | e1          | IP       | 2020-01-02 | 2020-01-03 | S52501A  | 10      | FI        | BI        | P
                dot         | p1    | e1          | AV       | 2020-01-02 | -          | S52.501A | 10      | AD        | OD        | S
                nine        | p1    | -           | -        | 2012-01-02 | -          | 81342    | 09      | FI        | CL        | X
                snomed      | p1    | -           | EI       | 2020-01-02 | -          | 65966004 | SM      | FI        | OD        | NI
                fall        | p1    | -           | ED       | 2012-01-02 | -          | E8800    | 09      | FI        | BI        | S
                protein     | p1    | -           | ED       | 2020-01-02 | -          | E8800    | 10      | FI        | BI        | S
                eleven      | p1    | -           | ED       | 2020-01-02 | -          | S52501A  | 11      | FI        | BI        | S
                other       | p1    | -           | ED       | 2020-01-02 | -          | S52501A  | OT      | FI        | BI        | S
                unknown     | p1    | -           | ED       | 2020-01-02 | -          | S52501A  | NI      | FI        | BI        | S
                no_type     | p1    | -           | ED       | 2020-01-02 | -          | S52501A  | -       | FI        | BI        | S
                cough       | p1    | -           | ED       | 2020-01-02 | -          | R05      | 10      | FI        | BI        | S
                nobody      | -     | -           | ED       | 2020-01-02 | -          | S52501A  | 10      | FI        | BI        | S""");
        assertThat(events(spark, CODED + " | visit_id | inpatient"))
                .containsExactly(
                        "CONDITION | 2012-01-02 | ICD9CM | 81342 | SOURCE_CODE | diagnosis | nine | - | false",
                        "CONDITION | 2012-01-02 | ICD9CM | E8800 | SOURCE_CODE | diagnosis | fall | - | false",
                        "CONDITION | 2020-01-02 | ICD10CM | E8800 | SOURCE_CODE | diagnosis | protein | - | false",
                        "CONDITION | 2020-01-02 | ICD10CM | S52.501A | SOURCE_CODE | diagnosis | dot | e1 | false",
                        "CONDITION | 2020-01-02 | ICD10CM | S52501A | SOURCE_CODE | diagnosis | no_type | - | false",
                        "CONDITION | 2020-01-02 | ICD10CM | S52501A | SOURCE_CODE | diagnosis | unknown | - | false",
                        "CONDITION | 2020-01-02 | SNOMEDCT | 65966004 | SOURCE_CODE | diagnosis | snomed | - | true",
                        "CONDITION | 2020-01-03 | ICD10CM | S52501A | SOURCE_CODE | diagnosis | no_dot | e1 | true");
    }

    @Test
    void aProblemBeginsAtItsOnsetOrElseWhenItWasReported(SparkSession spark) {
        table("CONDITION.csv", """
                CONDITIONID | PATID | REPORT_DATE | ONSET_DATE | CONDITION | CONDITION_TYPE | CONDITION_STATUS
                onset       | p1    | 2020-05-02  | 2020-01-02 | S52.501A  | 10             | RS
                reported    | p1    | 2020-05-02  | -          | 65966004  | SM             | AC
                phenotype   | p1    | 2020-05-02  | -          | HP0000939 | HP             | AC""");
        assertThat(events(spark, CODED))
                .containsExactly(
                        "CONDITION | 2020-01-02 | ICD10CM | S52.501A | SOURCE_CODE | condition | onset",
                        "CONDITION | 2020-05-02 | SNOMEDCT | 65966004 | SOURCE_CODE | condition | reported");
    }

    @Test
    void proceduresOfTypeChAreCptOrHcpcsByTheirShape(SparkSession spark) {
        table("PROCEDURES.csv", """
                PROCEDURESID | PATID | ADMIT_DATE | PX_DATE    | PX      | PX_TYPE
                cpt          | p1    | 2020-01-01 | 2020-01-02 | 77080   | CH
                hcpcs        | p1    | 2020-01-02 | -          | j3489   | CH
                pcs          | p1    | -          | 2020-01-02 | BQ00ZZ1 | 10
                icd9         | p1    | -          | 2012-01-02 | 8898    | 09
                older        | p1    | -          | 2012-01-02 | 77080   | C4
                revenue      | p1    | -          | 2020-01-02 | 77080   | RE
                untyped      | p1    | -          | 2020-01-02 | 77080   | -""");
        assertThat(events(spark, CODED))
                .containsExactly(
                        "PROCEDURE | 2012-01-02 | CPT | 77080 | SOURCE_CODE | procedures | older",
                        "PROCEDURE | 2012-01-02 | ICD9PROC | 8898 | SOURCE_CODE | procedures | icd9",
                        "PROCEDURE | 2020-01-02 | CPT | 77080 | SOURCE_CODE | procedures | cpt",
                        "PROCEDURE | 2020-01-02 | CPT | 77080 | SOURCE_CODE | procedures | untyped",
                        "PROCEDURE | 2020-01-02 | HCPCS | j3489 | SOURCE_CODE | procedures | hcpcs",
                        "PROCEDURE | 2020-01-02 | ICD10PCS | BQ00ZZ1 | SOURCE_CODE | procedures | pcs");
    }

    @Test
    void inchesAndPoundsBecomeCentimetresAndKilograms(SparkSession spark) {
        table("VITAL.csv", """
                VITALID | PATID | ENCOUNTERID | MEASURE_DATE | VITAL_SOURCE | HT      | WT | ORIGINAL_BMI
                both    | p1    | e1          | 2020-01-02   | HC           | 50.5118 | 55 | 15.2
                one     | p1    | -           | 2020-02-02   | HC           | -       | .  | 16
                none    | p1    | -           | 2020-03-02   | HC           | tall    | -  | -""");
        assertThat(events(spark, "date | code | value | unit | visit_id | source_id"))
                .containsExactly(
                        "2020-01-02 | 29463-7 | 24.948 | kg | e1 | both",
                        "2020-01-02 | 39156-5 | 15.2 | kg/m2 | e1 | both",
                        "2020-01-02 | 8302-2 | 128.3 | cm | e1 | both",
                        "2020-02-02 | 39156-5 | 16.0 | kg/m2 | - | one");
    }

    @Test
    void rowsAndCellsThatCannotBeUsedAreToldOnce(SparkSession spark) {
        table("VITAL.csv", """
                VITALID | PATID | MEASURE_DATE | HT   | WT | ORIGINAL_BMI
                cell    | p1    | 2020-01-02   | tall | 55 | 15.2
                nobody  | -     | 2020-01-02   | 50   | 55 | 15.2""");
        table("DIAGNOSIS.csv", """
                DIAGNOSISID | PATID | ADMIT_DATE | DX     | DX_TYPE
                no_day      | p1    | 31FEB2020  | S52501 | 10
                cough       | -     | 2020-01-02 | R05    | 10""");
        assertThat(CanonicalPicture.of(read(spark, null), "fault", "origin.table | patient_id | column | rule"))
                .containsExactly(
                        "diagnosis | North:p1 | dx_date | not_a_date",
                        "vital | - | patid | missing",
                        "vital | North:p1 | ht | not_a_number");
        assertThat(events(spark, "source_id | code")).containsExactly("cell | 29463-7", "cell | 39156-5");
    }

    @Test
    void aResultIsANumberUnlessItsModifierMakesItALowerBound(SparkSession spark) {
        table("LAB_RESULT_CM.csv", """
                LAB_RESULT_CM_ID | PATID | LAB_LOINC | LAB_ORDER_DATE | SPECIMEN_DATE | RESULT_DATE | RESULT_NUM | RESULT_MODIFIER | RESULT_UNIT | RAW_UNIT | RAW_LAB_CODE | RAW_LAB_NAME
                equal            | p1    | 1989-3    | 2020-01-01     | 2020-01-02    | 2020-01-03  | 18         | EQ              | ng/mL       | x        | VITD         | -
                below            | p1    | 1989-3    | 2020-01-01     | -             | 2020-01-03  | 4          | LT              | -           | ng/mL    | -            | -
                above            | p1    | 1989-3    | 2020-01-01     | -             | -           | 4          | GT              | ng/mL       | -        | -            | -
                text             | p1    | 1989-3    | -              | 2020-01-02    | -           | 4          | TX              | ng/mL       | -        | -            | -
                silent           | p1    | 1989-3    | -              | 2020-01-02    | -           | 21         | -               | ng/mL       | -        | -            | -
                by_code          | p1    | -         | -              | 2020-01-02    | -           | -2.1       | EQ              | SD          | -        | tblh_z       | -
                by_name          | p1    | 718-7     | -              | 2020-01-02    | -           | -2.2       | EQ              | SD          | -        | -            | TBLH_Z
                other            | p1    | 718-7     | -              | 2020-01-02    | -           | 12         | EQ              | g/dL        | -        | HGB          | -""");
        assertThat(events(spark, "source_id | date | vocabulary | code | value | unit"))
                .containsExactly(
                        "above | 2020-01-01 | LOINC | 1989-3 | - | ng/mL",
                        "below | 2020-01-03 | LOINC | 1989-3 | 4.0 | ng/mL",
                        "by_code | 2020-01-02 | LOCAL | tblh_z | -2.1 | SD",
                        "by_name | 2020-01-02 | LOCAL | TBLH_Z | -2.2 | SD",
                        "equal | 2020-01-02 | LOINC | 1989-3 | 18.0 | ng/mL",
                        "silent | 2020-01-02 | LOINC | 1989-3 | 21.0 | ng/mL",
                        "text | 2020-01-02 | LOINC | 1989-3 | - | ng/mL");
    }

    @Test
    void clinicalAndGeneralObservationsAreReadByTheirTypes(SparkSession spark) {
        table("OBS_CLIN.csv", """
                OBSCLINID | PATID | OBSCLIN_START_DATE | OBSCLIN_TYPE | OBSCLIN_CODE | OBSCLIN_RESULT_NUM | OBSCLIN_RESULT_MODIFIER | OBSCLIN_RESULT_UNIT | RAW_OBSCLIN_CODE
                loinc     | p1    | 2020-01-02         | LC           | 85394-5      | -2.5               | EQ                      | {Z-Score}           | -
                snomed    | p1    | 2020-01-02         | SM           | 65966004     | -                  | -                       | -                   | -
                raw       | p1    | 2020-01-02         | OT           | -            | -2.1               | -                       | SD                  | TBLH_Z
                own       | p1    | 2020-01-02         | OT           | TBLH_Z       | -2.2               | -                       | SD                  | -""");
        table("OBS_GEN.csv", """
                OBSGENID | PATID | OBSGEN_DATE | OBSGEN_TYPE | OBSGEN_CODE | OBSGEN_RESULT_NUM | OBSGEN_RESULT_UNIT
                dx       | p1    | 2020-01-02  | 10DX        | S52501A     | -                 | -
                px       | p1    | 2020-01-02  | CH          | J3489       | -                 | -
                rx       | p1    | 2020-01-02  | RX          | 8640        | -                 | -
                lc       | p1    | 2020-01-02  | LC          | 85394-5     | -1.5              | SD
                covid    | p1    | 2020-01-02  | PC_COVID    | 1000        | -                 | -""");
        assertThat(events(spark, "table | source_id | domain | vocabulary | code | value | unit"))
                .containsExactly(
                        "obs_clin | loinc | MEASUREMENT | LOINC | 85394-5 | -2.5 | {Z-Score}",
                        "obs_clin | own | MEASUREMENT | LOCAL | TBLH_Z | -2.2 | SD",
                        "obs_clin | raw | MEASUREMENT | LOCAL | TBLH_Z | -2.1 | SD",
                        "obs_clin | snomed | MEASUREMENT | SNOMEDCT | 65966004 | - | -",
                        "obs_gen | dx | CONDITION | ICD10CM | S52501A | - | -",
                        "obs_gen | lc | OBSERVATION | LOINC | 85394-5 | -1.5 | SD",
                        "obs_gen | px | PROCEDURE | HCPCS | J3489 | - | -",
                        "obs_gen | rx | DRUG | RXNORM | 8640 | - | -");
    }

    private void writeDrugs() {
        table("PRESCRIBING.csv", """
                PRESCRIBINGID | PATID | ENCOUNTERID | RX_ORDER_DATE | RX_START_DATE | RX_END_DATE | RXNORM_CUI | RX_DAYS_SUPPLY | RX_QUANTITY | RX_ROUTE | RAW_RX_ROUTE | RAW_RX_MED_NAME
                product       | p1    | e1          | 2020-01-01    | 2020-01-02    | 2020-01-31  | 312617     | 30             | 60          | 26643006 | -            | PREDNISONE 5 MG TABLET
                ingredient    | p1    | -           | 2020-01-01    | -             | -           | 8640       | -              | -           | OT       | inhaled      | -
                other         | p1    | -           | 2020-01-01    | -             | -           | 723        | -              | -           | -        | -            | amoxicillin""");
        table("DISPENSING.csv", """
                DISPENSINGID | PATID | DISPENSE_DATE | NDC           | DISPENSE_SUP | DISPENSE_AMT | DISPENSE_ROUTE
                plain        | p1    | 2020-02-02    | 00054001820   | 30           | 60           | -
                printed      | p1    | 2020-02-03    | 0054-0018-20  | 30           | 60           | 6064005
                unknown      | p1    | 2020-02-04    | 99999999999   | 30           | 60           | -""");
        table("MED_ADMIN.csv", """
                MEDADMINID | PATID | MEDADMIN_START_DATE | MEDADMIN_STOP_DATE | MEDADMIN_TYPE | MEDADMIN_CODE | MEDADMIN_DOSE_ADMIN | MEDADMIN_DOSE_ADMIN_UNIT | MEDADMIN_ROUTE | RAW_MEDADMIN_MED_NAME
                by_rxnorm  | p1    | 2020-03-02          | 2020-03-02         | RX            | 312617        | 2                   | {tbl}                    | NI             | -
                by_ndc     | p1    | 2020-03-03          | -                  | ND            | 00054001820   | 10                  | mg                       | 47625008       | -
                rate       | p1    | 2020-03-04          | -                  | RX            | 312617        | 10                  | mg/h                     | -              | -
                by_name    | p1    | 2020-03-05          | -                  | OT            | 1             | -                   | -                        | -              | prednisone 10 MG""");
    }

    private static final String DRUG =
            "source_id | code | matched_by | resolution | record_kind | route | date | end_date"
                    + " | days_supply | quantity | strength_milligrams | visit_id";

    @Test
    void withoutAVocabularyDrugsAreFoundByIngredientOrName(SparkSession spark) {
        writeDrugs();
        assertThat(events(spark, DRUG))
                .containsExactly(
                        "by_name | 8640 | RXNORM|8640 | NAME | ADMINISTERED | UNKNOWN | 2020-03-05 | - | - | - | 10.0 | -",
                        "ingredient | 8640 | - | SOURCE_CODE | ORDERED | NOT_SYSTEMIC | 2020-01-01 | - | - | - | - | -",
                        "product | 312617 | RXNORM|8640 | NAME | ORDERED | ORAL | 2020-01-02 | 2020-01-31 | 30 | 60.0 | 5.0"
                                + " | e1");
    }

    @Test
    void aVocabularyLeadsFromProductsAndPackagesToIngredients(SparkSession spark, @TempDir Path vocabulary) {
        writeDrugs();
        TableFile.write(vocabulary, "CONCEPT.csv", "\t", """
                concept_id | concept_name                | domain_id | vocabulary_id | concept_code
                30         | prednisone                  | Drug      | RxNorm        | 8640
                31         | prednisone 5 MG Oral Tablet | Drug      | RxNorm        | 312617
                40         | amoxicillin                 | Drug      | RxNorm        | 723
                60         | prednisone 5 MG Oral Tablet | Drug      | NDC           | 00054001820
                61         | amoxicillin                 | Drug      | NDC           | 99999999999""");
        TableFile.write(vocabulary, "CONCEPT_ANCESTOR.csv", "\t", """
                ancestor_concept_id | descendant_concept_id
                30                  | 31""");
        TableFile.write(vocabulary, "CONCEPT_RELATIONSHIP.csv", "\t", """
                concept_id_1 | concept_id_2 | relationship_id | invalid_reason
                60           | 31           | Maps to         | -
                61           | 40           | Maps to         | -""");
        assertThat(CanonicalPicture.of(read(spark, vocabulary), "event", DRUG))
                .containsExactly(
                        "by_name | 8640 | RXNORM|8640 | NAME | ADMINISTERED | UNKNOWN | 2020-03-05 | - | - | - | 10.0 | -",
                        "by_ndc | 312617 | RXNORM|8640 | ANCESTOR | ADMINISTERED | PARENTERAL | 2020-03-03 | - | - | 10.0 |"
                                + " 1.0 | -",
                        "by_rxnorm | 312617 | RXNORM|8640 | ANCESTOR | ADMINISTERED | ORAL | 2020-03-02 | 2020-03-02 | - |"
                                + " 2.0 | 5.0 | -",
                        "ingredient | 8640 | - | SOURCE_CODE | ORDERED | NOT_SYSTEMIC | 2020-01-01 | - | - | - | - | -",
                        "plain | 312617 | RXNORM|8640 | ANCESTOR | DISPENSED | ORAL | 2020-02-02 | - | 30 | 60.0 | 5.0 | -",
                        "printed | 312617 | RXNORM|8640 | ANCESTOR | DISPENSED | NOT_SYSTEMIC | 2020-02-03 | - | 30 | 60.0"
                                + " | 5.0 | -",
                        "product | 312617 | RXNORM|8640 | ANCESTOR | ORDERED | ORAL | 2020-01-02 | 2020-01-31 | 30 | 60.0 |"
                                + " 5.0 | e1",
                        "rate | 312617 | RXNORM|8640 | ANCESTOR | ADMINISTERED | ORAL | 2020-03-04 | - | - | - | 5.0 | -");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "diagnosis.csv , PATID",
                "DIAGNOSIS.CSV , patid",
                "Diagnosis.txt | PatID",
                "diagnosis.tsv TAB PATID",
                "DIAGNOSIS.csv.gz , PATID",
                "diagnosis/part-0.csv , PATID"
            })
    void everyFormOfATextExtractIsRead(String file, String delimiter, String patient, SparkSession spark) {
        assertThat(folder.resolve("DIAGNOSIS.csv").toFile().delete()).isTrue();
        String text = """
                DIAGNOSISID|PATID|ENCOUNTERID|ENC_TYPE|ADMIT_DATE|DX|DX_TYPE
                -----------|-----|-----------|--------|----------|--|-------
                d1|p1|NULL|IP|25MAY1999:00:00:00|S52501|10
                d2|p1|.|NULL|25MAY1999|S52501|10
                """;
        TableFile.writeText(
                folder,
                file,
                text.replace("PATID", patient)
                        .replace("|", delimiter.equals("TAB") ? "\t" : delimiter)
                        .replace("\n", "\r\n"));
        assertThat(events(spark, "source_id | date | code | visit_id | inpatient"))
                .containsExactly("d1 | 1999-05-25 | S52501 | - | true", "d2 | 1999-05-25 | S52501 | - | false");
    }

    @Test
    void parquetIsReadAsSparkWritesIt(SparkSession spark) {
        assertThat(folder.resolve("DIAGNOSIS.csv").toFile().delete()).isTrue();
        spark.sql(
                        "SELECT 1L AS DIAGNOSISID, 'p1' AS PATID, DATE'2020-01-02' AS ADMIT_DATE, 'S52501' AS DX, '10' AS DX_TYPE")
                .write()
                .parquet(folder.resolve("DIAGNOSIS").toString());
        assertThat(events(spark, CODED))
                .containsExactly("CONDITION | 2020-01-02 | ICD10CM | S52501 | SOURCE_CODE | diagnosis | 1");
    }

    @Test
    void everyProblemIsToldAtOnceAndNoValue(SparkSession spark) {
        TableFile.writeText(folder, "DEMOGRAPHIC.csv", "PATID\nsecret\n");
        TableFile.writeText(folder, "VITAL.csv", "");
        assertThat(folder.resolve("DIAGNOSIS.csv").toFile().delete()).isTrue();
        assertThat(folder.resolve("ENROLLMENT.csv").toFile().delete()).isTrue();
        BadInputException refused = catchThrowableOfType(BadInputException.class, () -> read(spark, null));
        assertThat(refused.getMessage().replace(folder.toString(), "<extract>"))
                .contains("<extract>: the table diagnosis is absent")
                .contains("<extract>: the table encounter is absent")
                .contains("<extract>/DEMOGRAPHIC.csv: the table demographic lacks birth_date; sex")
                .contains("<extract>/VITAL.csv: the file is empty")
                .doesNotContain("secret");
        assertThat(refused.problems()).hasSize(4);
    }
}
