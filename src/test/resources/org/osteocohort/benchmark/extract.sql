-- A part of the study as somebody would write it by hand for one extract in OMOP's tables: which children have which
-- condition, treatment or diagnosis, who is a case of DX_CODE, and the days that they contribute. Same files, same code
-- sets, same definition as the job. prevalence.sql and incidence.sql count what is found here.
-- Not done: fractures, bone density, drugs as causes, laboratory results, and the other ten tables.
-- ${extract}, ${codes} and ${local} are filled in; 2016-2023 and ages 0 to 18 are those of sample.yaml.

CREATE TABLE code AS
SELECT item, role, vocabulary, replace(code, '.', '') AS code, match
FROM read_csv(['${codes}/*.csv', '${local}'], header = true, all_varchar = true, union_by_name = true)
WHERE active = 'yes';

CREATE TABLE vocabulary AS
SELECT
    concept_id,
    CASE vocabulary_id
        WHEN 'SNOMED' THEN 'SNOMEDCT'
        WHEN 'RxNorm' THEN 'RXNORM'
        WHEN 'CPT4' THEN 'CPT'
        WHEN 'ICD9Proc' THEN 'ICD9PROC'
        ELSE vocabulary_id
    END AS vocabulary,
    replace(concept_code, '.', '') AS code
FROM '${extract}/concept.parquet';

-- The longest code of an item wins: E10A is no type 1 diabetes yet.
CREATE TABLE named AS
SELECT concept_id, item, role, match
FROM vocabulary v JOIN code c ON v.vocabulary = c.vocabulary
    AND (v.code = c.code OR c.match IN ('prefix', 'class') AND starts_with(v.code, c.code))
QUALIFY rank() OVER (PARTITION BY concept_id, item ORDER BY len(c.code) DESC) = 1;

-- What a concept means; below a concept that is named, too.
CREATE TABLE means AS
SELECT DISTINCT concept_id::INTEGER AS concept_id, item, role
FROM (
    SELECT concept_id, item, role FROM named
    UNION ALL
    SELECT a.descendant_concept_id, item, role
    FROM named n JOIN '${extract}/concept_ancestor.parquet' a ON a.ancestor_concept_id = n.concept_id
    WHERE n.match IN ('descendants', 'ingredient', 'class'));

-- The source concept judges a row when its vocabulary is one of the code sets', the standard concept otherwise, and
-- without one the concept that the source concept maps to.
CREATE TABLE covered AS
SELECT concept_id::INTEGER AS concept_id FROM vocabulary WHERE vocabulary IN (SELECT vocabulary FROM code);

INSERT INTO means
SELECT DISTINCT r.concept_id_1, item, role
FROM means m JOIN '${extract}/concept_relationship.parquet' r ON r.concept_id_2 = m.concept_id
WHERE relationship_id = 'Maps to' AND r.concept_id_1 NOT IN (SELECT concept_id FROM covered);

CREATE TABLE event AS
WITH record AS (
    SELECT person_id, condition_start_date AS day, visit_occurrence_id AS visit,
        condition_source_concept_id AS source, condition_concept_id AS standard
    FROM '${extract}/condition_occurrence/*.parquet'
    UNION ALL
    SELECT person_id, drug_exposure_start_date, visit_occurrence_id, drug_source_concept_id, drug_concept_id
    FROM '${extract}/drug_exposure/*.parquet'
    UNION ALL
    SELECT person_id, procedure_date, visit_occurrence_id, procedure_source_concept_id, procedure_concept_id
    FROM '${extract}/procedure_occurrence/*.parquet'
    UNION ALL
    SELECT person_id, measurement_date, visit_occurrence_id, measurement_source_concept_id, measurement_concept_id
    FROM '${extract}/measurement/*.parquet'
    UNION ALL
    SELECT person_id, observation_date, visit_occurrence_id, observation_source_concept_id, observation_concept_id
    FROM '${extract}/observation/*.parquet')
SELECT person_id, day, visit, item, role
FROM record
LEFT JOIN covered ON covered.concept_id = source
JOIN means ON means.concept_id = coalesce(covered.concept_id, if(standard = 0, source, standard));

CREATE TABLE study AS SELECT DATE '2016-01-01' AS study_start, DATE '2023-12-31' AS study_end;

CREATE TABLE periods AS
SELECT 'study' AS period, study_start AS period_start, study_end AS period_end FROM study
UNION ALL
SELECT calendar.y::VARCHAR, make_date(calendar.y, 1, 1), make_date(calendar.y, 12, 31) FROM range(2016, 2024) calendar(y);

-- A child of 29 February has its birthday on 1 March of other years.
CREATE MACRO birthday(birth, years) AS
    (birth + to_years(years))::DATE
    + CASE WHEN day((birth + to_years(years))::DATE) < day(birth) THEN 1 ELSE 0 END;

-- Birth dates of the benchmark are known to the day.
CREATE TABLE child AS
SELECT
    person_id,
    birth,
    birthday(birth, 5) AS five,
    birthday(birth, 10) AS ten,
    birthday(birth, 15) AS fifteen,
    birthday(birth, 19) AS too_old,
    CASE gender_concept_id WHEN 8507 THEN 'male' WHEN 8532 THEN 'female' ELSE 'unknown' END AS sex,
    CASE race_concept_id
        WHEN 8515 THEN 'Asian'
        WHEN 8516 THEN 'Black or African American'
        WHEN 8527 THEN 'White'
        WHEN 8557 THEN 'Native Hawaiian or Other Pacific Islander'
        WHEN 8657 THEN 'American Indian or Alaska Native'
        ELSE 'unknown'
    END AS race,
    CASE ethnicity_concept_id
        WHEN 38003563 THEN 'Hispanic or Latino'
        WHEN 38003564 THEN 'Not Hispanic or Latino'
        ELSE 'unknown'
    END AS ethnicity
FROM (SELECT *, make_date(year_of_birth, month_of_birth, day_of_birth) AS birth FROM '${extract}/person/*.parquet');

CREATE MACRO band_on(five, ten, fifteen, on_day) AS
    CASE WHEN on_day < five THEN '0-4' WHEN on_day < ten THEN '5-9' WHEN on_day < fifteen THEN '10-14' ELSE '15-18' END;

CREATE MACRO group_of(age_band) AS CASE WHEN age_band IN ('0-4', '5-9') THEN '0-9' ELSE '10-18' END;

CREATE TABLE contributed AS
SELECT * FROM (
    SELECT
        c.person_id,
        greatest(observation_period_start_date, s.study_start, c.birth) AS first_day,
        least(observation_period_end_date, death_date, s.study_end, too_old - 1) AS last_day
    FROM '${extract}/observation_period/*.parquet' o
    JOIN child c ON c.person_id = o.person_id
    LEFT JOIN '${extract}/death.parquet' d ON d.person_id = o.person_id
    CROSS JOIN study s)
WHERE first_day <= last_day;

CREATE TABLE visit AS
SELECT visit_occurrence_id, person_id, visit_concept_id, visit_start_date AS day
FROM '${extract}/visit_occurrence/*.parquet'
WHERE visit_concept_id IN (9201, 262, 8717, 9202, 5083, 8756, 8940, 581476, 581477, 38004207);

CREATE TABLE stay AS SELECT visit_occurrence_id FROM visit WHERE visit_concept_id IN (9201, 262, 8717);

-- Two outpatient visits a year apart between the first and the 21st birthday, and every 18 months when followed for over three years.
CREATE TABLE regular_care AS
WITH seen AS (
    SELECT DISTINCT v.person_id, v.day
    FROM visit v JOIN child c ON c.person_id = v.person_id CROSS JOIN study s
    WHERE visit_concept_id NOT IN (9201, 262, 8717) AND v.day BETWEEN birthday(c.birth, 1) AND least(s.study_end, birthday(c.birth, 21) - 1)),
gap AS (
    SELECT person_id, day, day > lag(day) OVER (PARTITION BY person_id ORDER BY day) + INTERVAL 18 MONTH AS long FROM seen)
SELECT person_id
FROM gap
GROUP BY person_id
HAVING max(day) >= min(day) + INTERVAL 1 YEAR AND (max(day) <= min(day) + INTERVAL 3 YEAR OR NOT coalesce(bool_or(long), false));

-- A child's days in each period, and the denominators beside "observed" that it belongs to.
CREATE TABLE period_days AS
SELECT
    d.person_id,
    p.period,
    p.period_start,
    greatest(d.first_day, p.period_start) AS first_day,
    least(d.last_day, p.period_end) AS last_day,
    d.first_day <= p.period_start AND d.last_day >= p.period_start AS on_day_one,
    d.first_day <= p.period_start AND d.last_day >= p.period_end AS on_all_days
FROM contributed d JOIN periods p ON d.first_day <= p.period_end AND d.last_day >= p.period_start;

CREATE TABLE member AS
SELECT
    m.*,
    r.person_id IS NOT NULL AS regular,
    c.sex,
    c.race,
    c.ethnicity,
    band_on(c.five, c.ten, c.fifteen, m.first_day) AS age_band
FROM (
    SELECT
        person_id,
        period,
        min(first_day) AS first_day,
        max(last_day) AS last_day,
        bool_or(on_day_one) AS on_day_one,
        bool_or(on_all_days) AS on_all_days
    FROM period_days
    GROUP BY person_id, period) m
JOIN child c ON c.person_id = m.person_id
LEFT JOIN regular_care r ON r.person_id = m.person_id;

-- Two days on record 30 days apart, or one in hospital, before the 19th birthday.
CREATE TABLE dx_code AS
WITH diagnosis AS (
    SELECT DISTINCT e.person_id, e.day, s.visit_occurrence_id IS NOT NULL AS in_hospital
    FROM event e
    JOIN child c ON c.person_id = e.person_id
    LEFT JOIN stay s ON s.visit_occurrence_id = e.visit
    WHERE e.role = 'osteoporosis_dx' AND e.day < c.too_old),
seen AS (
    SELECT *, day - min(day) OVER (PARTITION BY person_id) AS days_since FROM diagnosis)
SELECT person_id, min(day) AS index_date FROM seen WHERE in_hospital OR days_since >= 30 GROUP BY person_id;

-- Two days on record 30 days apart, or one in hospital; prematurity once. For life, cancer for five years after each.
CREATE TABLE cause AS
WITH recorded AS (
    SELECT e.person_id, e.item, e.day, s.visit_occurrence_id IS NOT NULL AS in_hospital
    FROM event e LEFT JOIN stay s ON s.visit_occurrence_id = e.visit
    WHERE e.role IN ('secondary_cause', 'secondary_cause_extension')),
held AS (
    SELECT person_id, item, min(day) AS first_day, list(DISTINCT day) AS days
    FROM recorded
    GROUP BY person_id, item
    HAVING item = 'prematurity' OR max(day) - min(day) >= 30 OR bool_or(in_hospital))
SELECT person_id, item, first_day, DATE '9999-12-31' AS last_day FROM held WHERE item <> 'cancer'
UNION ALL
SELECT person_id, item, day, day + 1826
FROM (SELECT person_id, item, unnest(days) AS day FROM held WHERE item = 'cancer');

-- What is counted, and when a child has it.
CREATE TABLE counted AS
SELECT DISTINCT 'secondary_cause' AS kind, item, 'all' AS case_class
FROM code
WHERE role IN ('secondary_cause', 'secondary_cause_extension')
UNION ALL
SELECT 'phenotype', 'DX_CODE', unnest(['confirmed', 'confirmed_or_probable', 'any']);

CREATE TABLE finding AS
SELECT person_id, 'secondary_cause' AS kind, item, 'all' AS case_class, first_day, last_day FROM cause
UNION ALL
SELECT d.person_id, c.kind, c.item, c.case_class, d.index_date, DATE '9999-12-31'
FROM dx_code d JOIN counted c ON c.item = 'DX_CODE';

CREATE TABLE tagged AS
SELECT item, count(DISTINCT person_id) AS children
FROM event
WHERE role IN ('secondary_cause', 'lifestyle_cause', 'treatment', 'osteoporosis_dx')
GROUP BY item;

COPY (SELECT * FROM tagged ORDER BY ALL) TO '${out}/tagged.parquet' (FORMAT parquet);
