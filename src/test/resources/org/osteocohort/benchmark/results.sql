-- Writes what was counted as the job does, a file of Parquet for each report, with the intervals of the two largest
-- tables, and the tables of children. In: all that the other files made. ${out} is filled in.

-- Wilson's interval; 1.96 to more places.
CREATE MACRO wilson(x, n, side) AS
    (x + 1.959963984540054 ^ 2 / 2 + side * 1.959963984540054 * sqrt(x * (n - x) / n + 1.959963984540054 ^ 2 / 4))
    / (n + 1.959963984540054 ^ 2);

COPY (
    SELECT
        *,
        numerator / denominator AS estimate,
        wilson(numerator, denominator, -1) AS ci_low,
        wilson(numerator, denominator, 1) AS ci_high
    FROM judged_prevalence
    ORDER BY ALL)
TO '${out}/prevalence.parquet' (FORMAT parquet);

-- What is told of all children of the study only, stands in the rows of all of them.
COPY (
    SELECT
        *,
        10000 * events * 365.25 / nullif(person_days, 0) AS estimate
    FROM judged_incidence
    LEFT JOIN (
        SELECT *, 'observed' AS denominator_name, 'study' AS period, 'all' AS sex, 'all' AS age_group, 'all' AS race,
            'all' AS ethnicity, 'all' AS site
        FROM judged_not_at_risk) USING (
            kind, item, case_class, denominator_name, period, sex, age_group, race, ethnicity, site)
    LEFT JOIN (
        SELECT *, 'phenotype' AS kind, 'observed' AS denominator_name, 'study' AS period, 'all' AS sex,
            'all' AS age_group, 'all' AS race, 'all' AS ethnicity, 'all' AS site
        FROM judged_left) USING (
            kind, item, case_class, denominator_name, period, sex, age_group, race, ethnicity, site)
    ORDER BY ALL)
TO '${out}/incidence.parquet' (FORMAT parquet);

COPY (FROM judged_standardized_rates ORDER BY ALL) TO '${out}/standardized_rates.parquet' (FORMAT parquet);

COPY (FROM judged_comparisons ORDER BY ALL) TO '${out}/comparisons.parquet' (FORMAT parquet);

COPY (FROM judged_cause_profile ORDER BY ALL) TO '${out}/cause_profile.parquet' (FORMAT parquet);

COPY (FROM judged_fracture_rates ORDER BY ALL) TO '${out}/fracture_rates.parquet' (FORMAT parquet);

COPY (FROM judged_phenotype_overlap ORDER BY ALL) TO '${out}/phenotype_overlap.parquet' (FORMAT parquet);

COPY (FROM judged_attrition ORDER BY ALL) TO '${out}/attrition.parquet' (FORMAT parquet);

COPY (FROM judged_treatment_coverage ORDER BY ALL) TO '${out}/treatment_coverage.parquet' (FORMAT parquet);

COPY (FROM judged_time_to_treatment ORDER BY ALL) TO '${out}/time_to_treatment.parquet' (FORMAT parquet);

COPY (FROM judged_persistence ORDER BY ALL) TO '${out}/persistence.parquet' (FORMAT parquet);

COPY (FROM judged_data_quality ORDER BY ALL) TO '${out}/data_quality.parquet' (FORMAT parquet);

COPY (FROM patients ORDER BY ALL) TO '${out}/patients.parquet' (FORMAT parquet);

COPY (FROM observation ORDER BY ALL) TO '${out}/observation.parquet' (FORMAT parquet);

COPY (FROM fractures ORDER BY ALL) TO '${out}/fractures.parquet' (FORMAT parquet);

COPY (FROM bone_density ORDER BY ALL) TO '${out}/bone_density.parquet' (FORMAT parquet);

COPY (FROM exposures ORDER BY ALL) TO '${out}/exposures.parquet' (FORMAT parquet);

COPY (FROM tags ORDER BY ALL) TO '${out}/tags.parquet' (FORMAT parquet);

COPY (FROM verdicts ORDER BY ALL) TO '${out}/verdicts.parquet' (FORMAT parquet);

COPY (FROM cohort ORDER BY ALL) TO '${out}/cohort.parquet' (FORMAT parquet);
