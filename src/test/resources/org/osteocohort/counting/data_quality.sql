-- Judges the table data_quality: the findings from the restricted tables, the rows of the extract from the extract
-- itself and from the list of what could not be used.
-- In: the restricted tables; extract_person, extract_observation_period, extract_visit_occurrence and extract_death,
-- which are tables of the extract; coded_rows(table_name, checked), how many rows of each table of events a code set
-- names; observed_days of population.sql. Out: judged_data_quality, a row for each check, table and column.
-- Not done: the drugs whose codes nobody knows, which only a vocabulary can tell.

CREATE TABLE judged_findings AS
SELECT 'birth_date_known' AS check_name, 'patients' AS table_name, 'birth_date' AS column_name,
    count(*) AS checked, count(*) FILTER (birth_date IS NULL) AS violations FROM patients
UNION ALL
SELECT 'birth_date_to_the_day', 'patients', 'birth_date_precision',
    count(birth_date), count(*) FILTER (birth_date_precision <> 'day') FROM patients
UNION ALL
SELECT 'sex_known', 'patients', 'sex', count(*), count(*) FILTER (sex = 'unknown') FROM patients
UNION ALL
SELECT 'race_known', 'patients', 'race', count(*), count(*) FILTER (race IS NULL) FROM patients
UNION ALL
SELECT 'ethnicity_known', 'patients', 'ethnicity', count(*), count(*) FILTER (ethnicity IS NULL) FROM patients
UNION ALL
SELECT 'observed_at_all', 'patients', 'observation_start',
    count(*), count(*) FILTER (observation_start IS NULL) FROM patients
UNION ALL
-- Periods that follow each other to the day are one. How each ended only the extract tells, of which no two periods of
-- a child end like that.
SELECT 'observation_ends_near_the_study', 'patients', 'observation_end',
    (SELECT count(*) FROM observation), count(*) FILTER (year(observation_period_end_date) = 9999)
FROM extract_observation_period WHERE person_id IS NOT NULL
UNION ALL
-- Half a year after the study the extract was made.
SELECT 'observation_ended_by_the_extract', 'patients', 'observation_end',
    (SELECT count(*) FROM observation), count(*) FILTER (
        observation_period_end_date > DATE '2024-06-30' AND year(observation_period_end_date) < 9999)
FROM extract_observation_period WHERE person_id IS NOT NULL
UNION ALL
SELECT 'event_while_observed', 'patients', 'coded_records',
    sum(coded_records)::BIGINT, sum(coded_records_unobserved)::BIGINT FROM patients
UNION ALL
SELECT 'trauma_recorded', 'fractures', 'trauma_tier', count(*), count(*) FILTER (trauma_tier = 'unknown')
FROM fractures WHERE counted
UNION ALL
SELECT 'fracture_confirmed', 'fractures', 'confirmed', count(*), count(*) FILTER (NOT confirmed)
FROM fractures WHERE counted
UNION ALL
SELECT 'density_has_z_score', 'bone_density', 'z_used', count(*), count(*) FILTER (z_used IS NULL) FROM bone_density
UNION ALL
SELECT 'drug_end_recorded', 'exposures', 'end_source', count(*), count(*) FILTER (end_source = 'start_day')
FROM exposures
UNION ALL
SELECT 'index_while_observed', 'cohort', 'cohort_start_date', count(*), count(*) FILTER (NOT EXISTS (
    SELECT 1 FROM observed_days o
    WHERE o.patient_id = c.patient_id AND c.cohort_start_date BETWEEN o.first_day AND o.last_day))
FROM cohort c;

-- Rows that were read. Of the tables of events these are the used ones and those put away; how many of each table the
-- study asks for, only its code sets can tell: whoever reads them provides the numbers.
CREATE TABLE judged_rows AS
SELECT 'person' AS table_name, count(*) AS checked FROM extract_person
UNION ALL
SELECT 'observation_period', count(*) FROM extract_observation_period
UNION ALL
SELECT 'death', count(*) FROM extract_death
UNION ALL
SELECT 'visit_occurrence', count(*) FROM extract_visit_occurrence
UNION ALL
SELECT table_name, checked FROM coded_rows;

-- A drug is used without its end or its days.
CREATE TABLE judged_faults AS
SELECT
    CASE
        WHEN source_table = 'drug_exposure' AND source_column IN ('end_date', 'days_supply') THEN 'cells_usable'
        ELSE rule
    END AS check_name,
    source_table AS table_name,
    coalesce(source_column, '') AS column_name,
    count(*) AS violations
FROM quarantine
GROUP BY ALL;

CREATE TABLE judged_data_quality AS
SELECT 'sample' AS site, 'restricted' AS layer, * FROM judged_findings
UNION ALL
SELECT 'sample', 'extract', f.check_name, f.table_name, f.column_name, r.checked, f.violations
FROM judged_faults f JOIN judged_rows r ON r.table_name = f.table_name
UNION ALL
SELECT 'sample', 'extract', 'rows_usable', r.table_name, '', r.checked, coalesce(sum(f.violations), 0)
FROM judged_rows r LEFT JOIN judged_faults f ON f.table_name = r.table_name AND f.check_name <> 'cells_usable'
GROUP BY r.table_name, r.checked;
