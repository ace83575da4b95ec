-- A part of the study as somebody would write it by hand for one extract: which children have which item, who is a case
-- of DX_CODE, and the prevalence of DX_CODE over the whole study. Same files, same code sets, same definition.
-- Drugs as causes, which count by route and dose, and laboratory results, which count by their value, are not compared.
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

CREATE TABLE child AS
SELECT person_id, birth, (birth + INTERVAL 19 YEAR)::DATE AS too_old, sex
FROM (
    SELECT
        person_id,
        make_date(year_of_birth, coalesce(month_of_birth, 1), coalesce(day_of_birth, 1)) AS birth,
        CASE gender_concept_id WHEN 8507 THEN 'male' WHEN 8532 THEN 'female' ELSE 'unknown' END AS sex
    FROM '${extract}/person/*.parquet');

CREATE TABLE contributed AS
SELECT person_id, sex, first_day, last_day
FROM (
    SELECT
        c.person_id,
        sex,
        greatest(observation_period_start_date, DATE '2016-01-01', birth) AS first_day,
        least(observation_period_end_date, death_date, DATE '2023-12-31', too_old - 1) AS last_day
    FROM '${extract}/observation_period/*.parquet' o
    JOIN child c ON c.person_id = o.person_id
    LEFT JOIN '${extract}/death.parquet' d ON d.person_id = o.person_id)
WHERE first_day <= last_day;

-- Two days on record 30 days apart, or one in hospital, before the 19th birthday.
CREATE TABLE dx_code AS
WITH diagnosis AS (
    SELECT DISTINCT e.person_id, e.day, visit_concept_id IN (9201, 262, 8717) AS in_hospital
    FROM event e
    JOIN child c ON c.person_id = e.person_id
    LEFT JOIN '${extract}/visit_occurrence/*.parquet' v ON v.visit_occurrence_id = e.visit
    WHERE e.role = 'osteoporosis_dx' AND e.day < c.too_old),
seen AS (
    SELECT *, day - min(day) OVER (PARTITION BY person_id) AS days_since FROM diagnosis)
SELECT person_id, min(day) AS index_date FROM seen WHERE in_hospital OR days_since >= 30 GROUP BY person_id;

CREATE TABLE answer AS
SELECT 'tagged ' || item AS what, count(DISTINCT person_id) AS children
FROM event
WHERE role IN ('secondary_cause', 'lifestyle_cause', 'treatment', 'osteoporosis_dx')
GROUP BY item
UNION ALL
SELECT 'DX_CODE', count(*) FROM dx_code
UNION ALL
SELECT 'denominator ' || coalesce(sex, 'all'), count(DISTINCT person_id) FROM contributed GROUP BY ROLLUP (sex)
UNION ALL
SELECT 'numerator ' || coalesce(sex, 'all'), count(DISTINCT d.person_id)
FROM contributed c JOIN dx_code d ON d.person_id = c.person_id AND index_date <= last_day
GROUP BY ROLLUP (sex);
