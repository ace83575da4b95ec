package org.osteocohort.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.osteocohort.measure.cohort.AttritionRow;
import org.osteocohort.measure.cohort.CauseProfileRow;
import org.osteocohort.measure.cohort.PhenotypeOverlapRow;
import org.osteocohort.measure.fracture.FractureRateRow;
import org.osteocohort.measure.incidence.IncidenceRow;
import org.osteocohort.measure.prevalence.PrevalenceRow;
import org.osteocohort.measure.quality.DataQualityRow;
import org.osteocohort.measure.tally.TableRows;
import org.osteocohort.measure.treatment.PersistenceRow;
import org.osteocohort.measure.treatment.TimeToTreatmentRow;
import org.osteocohort.measure.treatment.TreatmentCoverageRow;
import org.osteocohort.page.section.PublishedTables;
import org.osteocohort.page.section.StudyFacts;
import org.osteocohort.phenotype.Phenotype;
import org.osteocohort.report.ReportOrigin;
import org.osteocohort.testkit.PageTables;

/** A page with every part and every chart; some numbers are hidden, some are zero, some cannot be told. */
final class InventedPage {
    private static final List<TableRows<?>> TABLES = List.of(
            PageTables.rows(PrevalenceRow.TABLE, """
                    kind | item | case_class | prevalence_type | denominator_name | period_kind | period | sex | age_group | age_band | numerator | denominator | estimate | ci_low | ci_high | value_status
                    phenotype | ISCD_2019 | confirmed | period | observed | study | study | all    | all   | all   | 90 | 9000 | 0.01   | 0.008  | 0.012  | released
                    phenotype | DX_CODE   | confirmed | period | observed | study | study | all    | all   | all   | -  | 9000 | -      | -      | -      | suppressed
                    phenotype | ISCD_2019 | confirmed | period | observed | year  | 2019  | all    | all   | all   | 30 | 6000 | 0.005  | 0.0035 | 0.0071 | released
                    phenotype | ISCD_2019 | confirmed | period | observed | year  | 2020  | all    | all   | all   | 42 | 6000 | 0.007  | 0.005  | 0.0095 | released
                    phenotype | ISCD_2019 | confirmed | period | observed | year  | 2021  | all    | all   | all   | -  | 6000 | -      | -      | -      | suppressed
                    phenotype | DX_CODE   | confirmed | period | observed | year  | 2019  | all    | all   | all   | 0  | 6000 | 0.0    | 0.0    | 0.0006 | released
                    phenotype | DX_CODE   | confirmed | period | observed | year  | 2020  | all    | all   | all   | -  | 6000 | -      | -      | -      | suppressed
                    phenotype | DX_CODE   | confirmed | period | observed | year  | 2021  | all    | all   | all   | 0  | 0    | -      | -      | -      | not_estimable
                    phenotype | ISCD_2019 | confirmed | period | observed | study | study | female | 0-9   | 0-9   | 20 | 2500 | 0.008  | 0.005  | 0.012  | released
                    phenotype | ISCD_2019 | confirmed | period | observed | study | study | female | 10-18 | 10-18 | 24 | 2000 | 0.012  | 0.008  | 0.018  | released
                    phenotype | ISCD_2019 | confirmed | period | observed | study | study | male   | 0-9   | 0-9   | 22 | 2500 | 0.009  | 0.006  | 0.013  | released
                    phenotype | ISCD_2019 | confirmed | period | observed | study | study | male   | 10-18 | 10-18 | -  | 2000 | -      | -      | -      | suppressed
                    """),
            PageTables.rows(IncidenceRow.TABLE, """
                    kind | item | case_class | denominator_name | period_kind | period | events | person_years | estimate | ci_low | ci_high | value_status
                    phenotype | ISCD_2019 | confirmed | observed | year | 2019 | 20 | 5000.0 | 40.0 | 24.0 | 62.0 | released
                    phenotype | ISCD_2019 | confirmed | observed | year | 2020 | 15 | 5000.0 | 30.0 | 17.0 | 50.0 | released
                    phenotype | ISCD_2019 | confirmed | observed | year | 2021 | -  | 5000.0 | -    | -    | -    | suppressed
                    """),
            PageTables.rows(CauseProfileRow.TABLE, """
                    phenotype | case_class | kind | item | numerator | denominator | estimate | ci_low | ci_high | value_status
                    ISCD_2019 | confirmed | etiology        | secondary                           | 50 | 90 | 0.556 | 0.45 | 0.65 | released
                    ISCD_2019 | confirmed | etiology        | genetic                             | 22 | 90 | 0.244 | 0.17 | 0.34 | released
                    ISCD_2019 | confirmed | etiology        | ijo_supported                       | -  | 90 | -     | -    | -    | suppressed
                    ISCD_2019 | confirmed | secondary_cause | cerebral_palsy                      | 30 | 90 | 0.333 | 0.24 | 0.44 | released
                    ISCD_2019 | confirmed | secondary_cause | chronic_inflammatory_disease.other  | -  | 90 | -     | -    | -    | suppressed
                    ISCD_2019 | confirmed | medication      | corticosteroids                     | 25 | 90 | 0.278 | 0.2  | 0.38 | released
                    ISCD_2019 | confirmed | lifestyle       | inactivity_immobility               | 18 | 90 | 0.2   | 0.13 | 0.29 | released
                    ISCD_2019 | confirmed | overlap         | cause_alone                         | 22 | 90 | 0.244 | 0.17 | 0.34 | released
                    ISCD_2019 | confirmed | overlap         | cause_and_medication                | -  | 90 | -     | -    | -    | suppressed
                    ISCD_2019 | confirmed | overlap         | medication_alone                    | -  | 90 | -     | -    | -    | suppressed
                    ISCD_2019 | confirmed | overlap         | neither                             | 43 | 90 | 0.478 | 0.38 | 0.58 | released
                    DX_CODE   | confirmed | etiology        | secondary                           | 12 | 40 | 0.3   | 0.18 | 0.45 | released
                    DX_CODE   | confirmed | etiology        | genetic                             | 28 | 40 | 0.7   | 0.55 | 0.82 | released
                    """),
            PageTables.rows(TreatmentCoverageRow.TABLE, """
                    phenotype | case_class | treatment | window_name | window_start_day | window_end_day | denominator_name | denominator | treated | untreated | not_in_observation | not_eligible | unknown | expectation | gap | estimate | ci_low | ci_high | value_status
                    ISCD_2019 | confirmed | bisphosphonate.any | one_year   | 0   | 365 | all_in_cohort | 90 | 40 | 26 | 12 | 12 | 0 | most | 0.056 | 0.444 | 0.35 | 0.55 | released
                    ISCD_2019 | confirmed | calcium_supplement | one_year   | 0   | 365 | all_in_cohort | 90 | 30 | 26 | -  | -  | 0 | -    | -     | 0.333 | 0.24 | 0.44 | suppressed
                    ISCD_2019 | confirmed | pt_evaluation      | evaluation | -90 | 365 | all_in_cohort | 90 | 60 | 15 | 15 | 0  | 0 | all  | 0.333 | 0.667 | 0.56 | 0.76 | released
                    DX_CODE   | confirmed | bisphosphonate.any | one_year   | 0   | 365 | all_in_cohort | 40 | 28 | 12 | 0  | 0  | 0 | most | 0.0   | 0.7   | 0.55 | 0.82 | released
                    """),
            PageTables.rows(TimeToTreatmentRow.TABLE, """
                    phenotype | case_class | treatment | day | followed | at_risk | events | censored | estimate | ci_low | ci_high | value_status
                    ISCD_2019 | confirmed | bisphosphonate.any | 0   | 80 | 80 | 0  | 0  | 0.0  | -    | -    | released
                    ISCD_2019 | confirmed | bisphosphonate.any | 90  | 80 | 55 | 25 | 0  | 0.31 | 0.22 | 0.43 | released
                    ISCD_2019 | confirmed | bisphosphonate.any | 365 | 80 | 20 | 40 | 20 | 0.52 | 0.41 | 0.64 | released
                    """),
            PageTables.rows(PersistenceRow.TABLE, """
                    phenotype | case_class | treatment | day | initiators | observed | covered | estimate | ci_low | ci_high | discontinuation | value_status
                    ISCD_2019 | confirmed | bisphosphonate.any | 30  | 40 | 40 | 38 | 0.95 | 0.83 | 0.99 | 0.05 | released
                    ISCD_2019 | confirmed | bisphosphonate.any | 365 | 40 | 30 | 18 | 0.6  | 0.42 | 0.75 | 0.4  | released
                    """),
            PageTables.rows(FractureRateRow.TABLE, """
                    bone | trauma_tier | confirmation | sex | age_group | age_band | events | children | person_years | rate | ci_low | ci_high | value_status
                    any     | all     | all | female | 0-9   | 0-9   | 100 | 90  | 9000.0 | 111.0 | 90.0  | 135.0 | released
                    any     | all     | all | female | 10-18 | 10-18 | 150 | 130 | 9000.0 | 167.0 | 141.0 | 196.0 | released
                    any     | all     | all | male   | 0-9   | 0-9   | 120 | 110 | 9000.0 | 133.0 | 110.0 | 159.0 | released
                    any     | all     | all | male   | 10-18 | 10-18 | 200 | 180 | 9000.0 | 222.0 | 193.0 | 255.0 | released
                    forearm | all     | all | all    | all   | all   | 300 | 280 | 36000.0 | 83.0 | 74.0  | 93.0  | released
                    femur   | all     | all | all    | all   | all   | -   | -   | 36000.0 | -    | -     | -     | suppressed
                    any     | unknown | all | all    | all   | all   | 400 | 350 | 36000.0 | 111.0 | 100.0 | 122.0 | released
                    """),
            PageTables.rows(PhenotypeOverlapRow.TABLE, """
                    phenotype | other_phenotype | case_class | sex | both | only_phenotype | only_other | neither | kappa | ci_low | ci_high | value_status
                    ISCD_2019 | DX_CODE | confirmed | all | 40 | 50 | 20 | 8890 | 0.53 | 0.44 | 0.62 | released
                    """),
            PageTables.rows(AttritionRow.TABLE, """
                    phenotype | step_no | step_code | step_text | persons_in | persons_out | excluded_persons | fail_only_this_persons | records_out | value_status
                    ISCD_2019 | 1 | all_patients | Every patient of the extracts | 10000 | 10000 | 0    | 0 | 90000 | released
                    ISCD_2019 | 2 | observed     | Observed in the study         | 10000 | 9000  | 1000 | 0 | 80000 | released
                    ISCD_2019 | 3 | confirmed    | Confirmed by the end          | 9000  | -     | -    | 0 | -     | suppressed
                    """),
            PageTables.rows(DataQualityRow.TABLE, """
                    site | layer | check_name | category | severity | table_name | column_name | checked | violations | share | threshold | status | value_status
                    north | extract | drug_days_known | completeness | convention | drug_exposure | days_supply | 1000 | 400 | 0.4 | 0.1 | failed | released
                    north | extract | birth_known     | completeness | fatal      | person        | birth       | 1000 | 0   | 0.0 | 0.1 | passed | released
                    """));

    private InventedPage() {}

    static String html() {
        StudyFacts facts = new StudyFacts(
                "Invented children <b>&\"'</b>",
                LocalDate.parse("2019-01-01"),
                LocalDate.parse("2021-12-31"),
                0,
                19,
                List.of("north<script>", "south"),
                List.of(),
                11,
                new ReportOrigin("0123456789abcdef", "fedcba9876543210"));
        return ReportPage.html(
                facts, List.of(phenotype("ISCD_2019"), phenotype("DX_CODE")), new PublishedTables(TABLES));
    }

    private static Phenotype phenotype(String name) {
        return new Phenotype(name, "title of " + name, "source", List.of(), Map.of(), List.of(), Map.of());
    }
}
