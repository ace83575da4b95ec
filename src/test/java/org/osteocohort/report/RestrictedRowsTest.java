package org.osteocohort.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.osteocohort.codes.CodeKey;
import org.osteocohort.codes.CodeMatch;
import org.osteocohort.codes.CodeRow;
import org.osteocohort.codes.Role;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.density.BoneDensity;
import org.osteocohort.density.DensitySite;
import org.osteocohort.density.ZScoreSource;
import org.osteocohort.ehr.ClinicalEvent;
import org.osteocohort.ehr.CodeResolution;
import org.osteocohort.ehr.DatePrecision;
import org.osteocohort.ehr.EventDomain;
import org.osteocohort.ehr.NumericResult;
import org.osteocohort.ehr.ObservationPeriod;
import org.osteocohort.ehr.Patient;
import org.osteocohort.ehr.PatientHistory;
import org.osteocohort.ehr.Sex;
import org.osteocohort.ehr.SourceReference;
import org.osteocohort.exposure.DrugEra;
import org.osteocohort.exposure.EndSource;
import org.osteocohort.fracture.Bone;
import org.osteocohort.fracture.FractureEvent;
import org.osteocohort.fracture.FractureKind;
import org.osteocohort.fracture.FractureSite;
import org.osteocohort.fracture.NotCounted;
import org.osteocohort.fracture.Side;
import org.osteocohort.fracture.TraumaTier;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.phenotype.CaseClass;
import org.osteocohort.phenotype.ClassHistory;
import org.osteocohort.phenotype.ClassSpan;
import org.osteocohort.phenotype.Etiology;
import org.osteocohort.phenotype.Verdict;
import org.osteocohort.tag.CodedEvent;
import org.osteocohort.tag.EffectSpan;
import org.osteocohort.tag.Tag;
import org.osteocohort.testkit.MeasurePicture;
import org.osteocohort.testkit.RowPicture;

class RestrictedRowsTest {
    private static final CodedEvent PALSY = coded(
            Role.SECONDARY_CAUSE, "cerebral_palsy", "2015-03-01", "condition", "7", Vocabulary.ICD10CM, "G80.0", null);
    private static final CodedEvent FEMUR = coded(
            Role.FRACTURE_LONG_BONE,
            "long_bone.femur",
            "2020-02-01",
            "condition",
            "9",
            Vocabulary.ICD10CM,
            "S72.301A",
            null);
    private static final CodedEvent LOW_SCORE = coded(
            Role.BMD_ZSCORE,
            "bmd.lumbar_spine",
            "2020-03-01",
            "measurement",
            "4",
            Vocabulary.LOINC,
            "85394-5",
            new NumericResult(-2.4, "{Z-score}"));

    private static CodedEvent coded(
            Role role,
            String item,
            String day,
            String table,
            String id,
            Vocabulary vocabulary,
            String code,
            NumericResult result) {
        CodeKey key = new CodeKey(vocabulary, code);
        ClinicalEvent event = new ClinicalEvent(
                EventDomain.CONDITION,
                LocalDate.parse(day),
                null,
                key,
                List.of(),
                CodeResolution.SOURCE_CODE,
                null,
                false,
                null,
                result,
                new SourceReference(table, id));
        CodeRow row = new CodeRow(item, role, key, CodeMatch.EXACT, true, item, "yes", "test", "test.csv", 2);
        return new CodedEvent(event, row);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Verdict verdict(String phenotype, ClassSpan... classes) {
        return new Verdict(phenotype, new ClassHistory(List.of(classes)), new TreeSet<>(List.of("low_bmd")));
    }

    private static ClassSpan span(
            String phenotype, CaseClass caseClass, String path, String days, List<CodedEvent> evidence) {
        String[] ends = days.split("\\.\\.");
        return new ClassSpan(
                phenotype,
                caseClass,
                path,
                day(ends[0]),
                ends.length == 1 ? null : day(ends[1]),
                day("2020-02-01"),
                Etiology.SECONDARY,
                new TreeSet<>(List.of("steroids", "cerebral_palsy")),
                evidence);
    }

    private static Assessment child() {
        Patient patient = new Patient(
                "north:17", "north", "17", Sex.FEMALE, day("2010-01-01"), DatePrecision.YEAR, "White", null, null);
        List<ObservationPeriod> observation = List.of(
                new ObservationPeriod(day("2019-01-01"), day("2021-12-31")),
                new ObservationPeriod(day("2012-01-01"), day("2016-12-31")));
        FractureEvent counted = new FractureEvent(
                1,
                day("2020-02-01"),
                3683L,
                new TreeSet<>(List.of(
                        new Bone(FractureSite.FEMUR, Side.RIGHT, FractureKind.LONG_BONE),
                        new Bone(FractureSite.HUMERUS, Side.UNKNOWN, FractureKind.LONG_BONE))),
                TraumaTier.LOW,
                false,
                false,
                true,
                false,
                2,
                null,
                List.of(FEMUR, FEMUR));
        FractureEvent toe = new FractureEvent(
                2,
                day("2020-05-01"),
                null,
                new TreeSet<>(),
                TraumaTier.UNKNOWN,
                false,
                false,
                false,
                true,
                1,
                NotCounted.NEVER_COUNTED_SITE,
                List.of());
        return new Assessment(
                new PatientHistory(patient, observation, List.of(), List.of(PALSY.event(), FEMUR.event())),
                List.of(toe, counted),
                List.of(
                        scan("2021-03-01", DensitySite.LUMBAR_SPINE, null),
                        scan("2020-03-01", DensitySite.TOTAL_BODY_LESS_HEAD, -1.9),
                        scan("2020-03-01", DensitySite.LUMBAR_SPINE, -2.0)),
                List.of(new DrugEra(
                        "steroids",
                        "RXNORM|8640 prednisone",
                        day("2019-01-01"),
                        day("2019-04-30"),
                        100,
                        EndSource.DAYS_SUPPLY,
                        10.0,
                        1000.0,
                        1000.0,
                        null,
                        true,
                        List.of())),
                List.of(
                        new Tag(
                                "med_cause",
                                "steroids",
                                day("2019-01-01"),
                                day("2019-01-01"),
                                1,
                                1,
                                List.of(),
                                List.of()),
                        new Tag(
                                "secondary_cause",
                                "cerebral_palsy",
                                day("2015-03-01"),
                                day("2016-03-01"),
                                2,
                                3,
                                List.of(new EffectSpan(day("2015-03-01"), null)),
                                List.of(PALSY)),
                        new Tag(
                                "lifestyle_cause",
                                "inactivity_immobility",
                                day("2012-03-01"),
                                day("2016-03-01"),
                                2,
                                2,
                                List.of(
                                        new EffectSpan(day("2012-03-01"), day("2013-03-01")),
                                        new EffectSpan(day("2016-03-01"), day("2017-03-01"))),
                                List.of())),
                List.of(
                        verdict(
                                "URMC_SEED",
                                span(
                                        "URMC_SEED",
                                        CaseClass.SUSPECTED,
                                        "symptom",
                                        "2020-02-01..2020-02-29",
                                        List.of(FEMUR)),
                                span(
                                        "URMC_SEED",
                                        CaseClass.CONFIRMED,
                                        "limb",
                                        "2020-03-01..",
                                        List.of(LOW_SCORE, FEMUR))),
                        verdict(
                                "ISCD_2019",
                                span(
                                        "ISCD_2019",
                                        CaseClass.SUSPECTED,
                                        "limb",
                                        "2020-02-01..2020-02-29",
                                        List.of(FEMUR)),
                                span(
                                        "ISCD_2019",
                                        CaseClass.SUSPECTED,
                                        "limb",
                                        "2022-03-01..2022-03-09",
                                        List.of(FEMUR))),
                        verdict(
                                "WARD_BROAD",
                                span("WARD_BROAD", CaseClass.SUSPECTED, "limb", "2018-01-01..", List.of())),
                        verdict("DX_CODE")));
    }

    private static BoneDensity scan(String date, DensitySite site, Double zScore) {
        ZScoreSource source = zScore == null ? null : ZScoreSource.RECORDED;
        return new BoneDensity(day(date), site, 0.612, zScore, null, zScore, source, null, List.of());
    }

    private static String picture(String table, String columns) {
        return new RestrictedRows(-2.0, MeasurePicture.twoYears())
                .tables().stream()
                        .filter(one -> one.table().name().equals(table))
                        .map(one -> picture(one, columns))
                        .findFirst()
                        .orElseThrow();
    }

    private static <R extends Record> String picture(RestrictedTable<R> table, String columns) {
        return RowPicture.of(table.table(), table.rows(child()), columns);
    }

    @Test
    void aPatientIsOneRowFromTheFirstToTheLastObservedDay() {
        assertThat(picture(
                        "patients",
                        "patient_id | site | sex | birth_date | birth_date_precision | race | ethnicity"
                                + " | observation_start | observation_end | death_date | regular_care | coded_records"
                                + " | coded_records_unobserved"))
                .isEqualTo(RowPicture.plain("""
                                patient_id | site | sex | birth_date | birth_date_precision | race | ethnicity | observation_start | observation_end | death_date | regular_care | coded_records | coded_records_unobserved
                                north:17 | north | female | 2010-01-01 | year | White | - | 2012-01-01 | 2021-12-31 | - | false | 2 | 0
                                """));
    }

    @Test
    void tagsAreSortedByRoleAndItem() {
        assertThat(picture(
                        "tags",
                        "patient_id | role | item | first_date | last_date | n_dates | n_records | qualifies"
                                + " | effect_start | effect_end | effect_spans"))
                .isEqualTo(RowPicture.plain("""
                                patient_id | role | item | first_date | last_date | n_dates | n_records | qualifies | effect_start | effect_end | effect_spans
                                north:17 | lifestyle_cause | inactivity_immobility | 2012-03-01 | 2016-03-01 | 2 | 2 | true | 2012-03-01 | 2017-03-01 | 2012-03-01..2013-03-01,2016-03-01..2017-03-01
                                north:17 | med_cause       | steroids       | 2019-01-01 | 2019-01-01 | 1 | 1 | false | -          | -    | -
                                north:17 | secondary_cause | cerebral_palsy | 2015-03-01 | 2016-03-01 | 2 | 3 | true  | 2015-03-01 | -    | 2015-03-01..
                                """));
    }

    @Test
    void aVerdictTellsTheClassesOverTimeAlsoOfWhoIsNoCaseAtTheEnd() {
        assertThat(picture("verdicts", "phenotype | class | index_date | classes_over_time"))
                .isEqualTo(RowPicture.plain("""
                                phenotype | class | index_date | classes_over_time
                                URMC_SEED  | confirmed | 2020-03-01 | suspected 2020-02-01..2020-02-29;confirmed 2020-03-01..
                                ISCD_2019  | not_met   | -          | suspected 2020-02-01..2020-02-29;suspected 2022-03-01..2022-03-09
                                WARD_BROAD | suspected | 2018-01-01 | suspected 2018-01-01..
                                DX_CODE    | not_met   | -          | -
                                """));
    }

    @Test
    void sidesStandInTheOrderOfSites() {
        assertThat(picture(
                        "fractures",
                        "event_no | event_date | age_days | sites | sides | trauma_tier | pathologic | n_records"
                                + " | counted | reason_not_counted"))
                .isEqualTo(RowPicture.plain("""
                                event_no | event_date | age_days | sites | sides | trauma_tier | pathologic | n_records | counted | reason_not_counted
                                1 | 2020-02-01 | 3683 | humerus;femur | unknown;right | low     | false | 2 | true  | -
                                2 | 2020-05-01 | -    |               |               | unknown | false | 1 | false | never_counted_site
                                """));
    }

    @Test
    void aScoreAtTheThresholdIsLowAndAMissingOneIsUnknown() {
        assertThat(picture("bone_density", "scan_date | site | bmd_g_cm2 | z_raw | z_used | z_source | result"))
                .isEqualTo(RowPicture.plain("""
                                scan_date | site | bmd_g_cm2 | z_raw | z_used | z_source | result
                                2020-03-01 | lumbar_spine         | 0.612 | -2.0 | -2.0 | recorded | low
                                2020-03-01 | total_body_less_head | 0.612 | -1.9 | -1.9 | recorded | not_low
                                2021-03-01 | lumbar_spine         | 0.612 | -    | -    | -        | unknown
                                """));
    }

    @Test
    void anEraKeepsItsDoseAndWhatToldItsEnd() {
        assertThat(picture(
                        "exposures",
                        "item | ingredient | start_date | end_date | days | end_source | daily_mg | cumulative_mg"
                                + " | prednisone_equivalent_mg | mg_kg_day | chronic"))
                .isEqualTo("item | ingredient | start_date | end_date | days | end_source | daily_mg | cumulative_mg"
                        + " | prednisone_equivalent_mg | mg_kg_day | chronic\n"
                        + "steroids | RXNORM|8640 prednisone | 2019-01-01 | 2019-04-30 | 100 | days_supply | 10.0"
                        + " | 1000.0 | 1000.0 | - | true");
    }

    /** The child contributes until the end of 2021. */
    @Test
    void theCohortHasARowForEachStayInAClassAndEndsWithItOrWithTheObservationOfTheIndex() {
        assertThat(picture(
                        "cohort",
                        "phenotype | cohort_start_date | cohort_end_date | class | class_end_date | in_study | path"))
                .isEqualTo(RowPicture.plain("""
                                phenotype | cohort_start_date | cohort_end_date | class | class_end_date | in_study | path
                                URMC_SEED  | 2020-02-01 | 2020-02-29 | suspected | 2020-02-29 | false | symptom
                                URMC_SEED  | 2020-03-01 | 2021-12-31 | confirmed | -          | true  | limb
                                ISCD_2019  | 2020-02-01 | 2020-02-29 | suspected | 2020-02-29 | false | limb
                                ISCD_2019  | 2022-03-01 | 2022-03-01 | suspected | 2022-03-09 | false | limb
                                WARD_BROAD | 2018-01-01 | 2018-01-01 | suspected | -          | true  | limb
                                """));
    }

    @Test
    void theCohortTellsWhoAndWhy() {
        assertThat(picture(
                                "cohort",
                                "phenotype | patient_id | subject_id | etiology | first_fracture_date | causes | flags")
                        .lines()
                        .limit(2)
                        .toList())
                .isEqualTo(RowPicture.plain("""
                                phenotype | patient_id | subject_id | etiology | first_fracture_date | causes | flags
                                URMC_SEED  | north:17 | 17 | secondary | 2020-02-01 | cerebral_palsy;steroids | low_bmd
                                """).lines().toList());
    }

    @Test
    void evidenceNamesTheSourceRowOfEveryTagFractureAndVerdictOnce() {
        assertThat(picture(
                        "evidence",
                        "item | rule | source_table | source_id | event_date | vocabulary | code | value | unit"
                                + " | match"))
                .isEqualTo(RowPicture.plain("""
                                item | rule | source_table | source_id | event_date | vocabulary | code | value | unit | match
                                ISCD_2019      | limb            | condition   | 9 | 2020-02-01 | ICD10CM | S72.301A | -    | -         | source_code
                                URMC_SEED      | limb            | condition   | 9 | 2020-02-01 | ICD10CM | S72.301A | -    | -         | source_code
                                URMC_SEED      | limb            | measurement | 4 | 2020-03-01 | LOINC   | 85394-5 | -2.4 | {Z-score} | source_code
                                URMC_SEED      | symptom         | condition   | 9 | 2020-02-01 | ICD10CM | S72.301A | -    | -         | source_code
                                cerebral_palsy | secondary_cause | condition   | 7 | 2015-03-01 | ICD10CM | G80.0   | -    | -         | source_code
                                fracture       | event 1         | condition   | 9 | 2020-02-01 | ICD10CM | S72.301A | -    | -         | source_code
                                """));
    }
}
