-- How many numbers of a run are those of the script, and how many are not, and how many rows of children differ. A
-- number that the run hides is not compared. ${run} and ${out} are filled in: a folder of a run, and what results.sql
-- wrote.

CREATE MACRO numbers_in(folder, report, keys, numbers) AS TABLE
SELECT report AS report, place, what, number
FROM query(
    'SELECT * FROM (SELECT concat_ws(''|'', ' || keys || ') AS place, COLUMNS(lambda c: c IN ('''
    || replace(replace(numbers, '"', ''), ', ', ''', ''') || '''))::DOUBLE FROM ''' || folder || '/' || report
    || '.parquet'') UNPIVOT INCLUDE NULLS (number FOR what IN (' || numbers || '))');

CREATE MACRO all_numbers_in(folder) AS TABLE
FROM numbers_in(folder, 'prevalence',
    'kind, item, case_class, prevalence_type, denominator_name, period, '
    || 'sex, age_group, age_band, race, ethnicity, site',
    'numerator, denominator, estimate, ci_low, ci_high')
UNION ALL
FROM numbers_in(folder, 'incidence',
    'kind, item, case_class, denominator_name, period, sex, age_group, age_band, race, ethnicity, site',
    'persons_followed, persons_at_risk, events, person_days, estimate, events_before_study, events_in_washout, '
    || 'events_outside_observation, events_after_contribution, persons_ever, persons_left, persons_no_longer')
UNION ALL
FROM numbers_in(folder, 'standardized_rates',
    'measure, standard, kind, item, case_class, denominator_name, period',
    'numerator, denominator, person_days, placed_numerator, placed_denominator, persons_not_placed, '
    || 'crude_estimate, estimate')
UNION ALL
FROM numbers_in(folder, 'comparisons',
    'comparison, phenotype, case_class, compared_column, '
    || 'coalesce(level, ''none''), coalesce(reference_level, ''none'')',
    'numerator, denominator, person_days, reference_numerator, reference_denominator, reference_person_days, '
    || 'statistic, estimate')
UNION ALL
FROM numbers_in(folder, 'cause_profile',
    'phenotype, case_class, kind, item, sex, age_group, age_band',
    'numerator, denominator')
UNION ALL
FROM numbers_in(folder, 'fracture_rates',
    'bone, trauma_tier, confirmation, sex, age_group, age_band',
    'events, children, children_observed')
UNION ALL
FROM numbers_in(folder, 'phenotype_overlap',
    'phenotype, other_phenotype, case_class, sex',
    '"both", only_phenotype, only_other, neither, kappa')
UNION ALL
FROM numbers_in(folder, 'attrition',
    'phenotype, step_no, step_code',
    'persons_in, persons_out, excluded_persons, fail_only_this_persons, records_in, records_out')
UNION ALL
FROM numbers_in(folder, 'treatment_coverage',
    'phenotype, case_class, treatment, window_name, denominator_name, sex, age_group, age_band',
    'denominator, treated, untreated, not_in_observation, not_eligible, unknown')
UNION ALL
FROM numbers_in(folder, 'time_to_treatment',
    'phenotype, case_class, treatment, sex, age_group, day',
    'followed, treated_before, not_observed, at_risk, events, censored, estimate')
UNION ALL
FROM numbers_in(folder, 'persistence',
    'phenotype, case_class, treatment, sex, age_group, day',
    'initiators, observed, covered, discontinued, discontinuation')
UNION ALL
FROM numbers_in(folder, 'data_quality',
    'site, layer, check_name, table_name, coalesce(column_name, '''')',
    'checked, violations');

CREATE TABLE outcomes AS
WITH compared AS (
    SELECT
        report,
        coalesce(s.place, p.place) || ' ' || what || ' ' || coalesce(s.number::VARCHAR, 'null') || ' not '
            || coalesce(p.number::VARCHAR, 'null') AS example,
        CASE
            WHEN p.place IS NULL THEN ' absent from the run'
            WHEN p.number IS NULL AND s.number IS NOT NULL THEN ' hidden by the run'
            -- The job has rows of strata without a child, too.
            WHEN s.number IS NULL AND coalesce(p.number, 0) = 0 THEN ' of nobody'
            WHEN s.place IS NULL THEN ' absent from the script'
            WHEN abs(p.number - s.number) <= 1e-9 * greatest(1, abs(s.number)) THEN ' equal'
            ELSE ' different'
        END AS outcome
    FROM (FROM all_numbers_in('${out}')) s
    FULL JOIN (FROM all_numbers_in('${run}/reports')) p USING (report, place, what)
    -- Whose codes are in no vocabulary, the script does not ask.
    WHERE NOT coalesce(contains(p.place, '|drug_codes_known|'), false))
SELECT
    report || outcome || CASE
        WHEN starts_with(outcome, ' absent') OR outcome = ' different' THEN ', such as ' || min(example)
        ELSE ''
    END AS outcome,
    count(*) AS numbers
FROM compared
GROUP BY report, compared.outcome;

-- Rows of children that only one of both has, and those that both have, the dates and numbers of all columns alike.
CREATE MACRO rows_in(files, columns) AS TABLE
FROM query(
    'SELECT replace(patient_id::VARCHAR, ''sample:'', '''') AS patient_id, ' || columns || ' FROM ''' || files || '''');

CREATE MACRO compared_rows(name, columns) AS TABLE
SELECT name || ' rows of children different' AS outcome, count(*) AS numbers
FROM (
    (FROM rows_in('${run}/restricted/' || name || '/*.parquet', columns)
        EXCEPT ALL FROM rows_in('${out}/' || name || '.parquet', columns))
    UNION ALL
    (FROM rows_in('${out}/' || name || '.parquet', columns)
        EXCEPT ALL FROM rows_in('${run}/restricted/' || name || '/*.parquet', columns)))
HAVING count(*) > 0
UNION ALL
SELECT name || ' rows of children equal', count(*)
FROM (
    FROM rows_in('${run}/restricted/' || name || '/*.parquet', columns)
    INTERSECT ALL FROM rows_in('${out}/' || name || '.parquet', columns));

FROM outcomes
UNION ALL
FROM compared_rows('patients',
    'site, sex, birth_date, birth_date_precision, race, ethnicity, observation_start, observation_end, death_date, '
    || 'coded_records, coded_records_unobserved')
UNION ALL
FROM compared_rows('observation', 'start_date, end_date')
UNION ALL
FROM compared_rows('fractures',
    'event_no, event_date, age_days, sites, sides, kinds, trauma_tier, pathologic, atypical_femur, confirmed, '
    || 'left_truncated, n_records, counted, reason_not_counted')
UNION ALL
FROM compared_rows('bone_density',
    'scan_date, site, bmd_g_cm2, z_raw, z_height_adjusted, z_used, z_source, round(height_z, 9), result')
UNION ALL
FROM compared_rows('exposures',
    'item, ingredient, start_date, end_date, days, end_source, chronic, round(daily_mg, 9), round(cumulative_mg, 6), '
    || 'round(prednisone_equivalent_mg, 6), round(mg_kg_day, 9)')
UNION ALL
FROM compared_rows('tags',
    'role, item, first_date, last_date, n_dates, n_records, qualifies, effect_start, effect_end, effect_spans')
UNION ALL
FROM compared_rows('verdicts', 'phenotype, class, index_date, path, flags, classes_over_time')
UNION ALL
FROM compared_rows('cohort',
    'phenotype, subject_id, cohort_start_date, cohort_end_date, class, class_end_date, in_study, path, etiology, '
    || 'first_fracture_date, causes, flags')
ORDER BY ALL;
