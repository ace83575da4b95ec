-- The study as somebody would write it by hand for one extract in OMOP's tables: the first of the files that follow the
-- children from the extract to the reports. Same files, same code sets, same rules as the job; each of the others says
-- what it does not do.
-- Out: what codes mean (code, vocabulary, means), the records that they name (record, event), the children (child), and
-- their visits (visit; stay: those in hospital).
-- Not done by any of them: what the job does with rows that cannot be used, evidence, disclosure control, trends, the
-- page.
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

-- A record of the extract that a code set names. What the hospital codes itself has no concept.
CREATE TABLE record AS
WITH row_of_table AS (
    SELECT 'condition_occurrence' AS domain, condition_occurrence_id AS record_id, person_id,
        condition_start_date AS day, visit_occurrence_id AS visit,
        condition_source_concept_id AS source, condition_concept_id AS standard
    FROM '${extract}/condition_occurrence/*.parquet'
    UNION ALL
    SELECT 'drug_exposure', drug_exposure_id, person_id, drug_exposure_start_date, visit_occurrence_id,
        drug_source_concept_id, drug_concept_id
    FROM '${extract}/drug_exposure/*.parquet'
    UNION ALL
    SELECT 'procedure_occurrence', procedure_occurrence_id, person_id, procedure_date, visit_occurrence_id,
        procedure_source_concept_id, procedure_concept_id
    FROM '${extract}/procedure_occurrence/*.parquet'
    UNION ALL
    SELECT 'measurement', measurement_id, person_id, measurement_date, visit_occurrence_id,
        measurement_source_concept_id, measurement_concept_id
    FROM '${extract}/measurement/*.parquet'
    UNION ALL
    SELECT 'observation', observation_id, person_id, observation_date, visit_occurrence_id,
        observation_source_concept_id, observation_concept_id
    FROM '${extract}/observation/*.parquet')
SELECT domain, record_id, person_id, day, visit, judged AS concept_id
FROM (SELECT *, coalesce(covered.concept_id, if(standard = 0, source, standard)) AS judged
      FROM row_of_table LEFT JOIN covered ON covered.concept_id = source)
WHERE judged IN (SELECT concept_id FROM means)
UNION ALL
SELECT 'measurement', measurement_id, person_id, measurement_date, visit_occurrence_id, NULL
FROM '${extract}/measurement/*.parquet'
WHERE measurement_source_value IN (SELECT code FROM code WHERE vocabulary = 'LOCAL');

-- What it means: once for each item and role. Heights and weights, nearly all of them, are read where they are asked
-- for.
CREATE TABLE event AS
SELECT domain, record_id, person_id, day, visit, concept_id, item, role
FROM record JOIN (FROM means WHERE role <> 'anthropometry') USING (concept_id);

CREATE TABLE study AS
SELECT DATE '2016-01-01' AS study_start, DATE '2023-12-31' AS study_end, 0 AS min_age, 19 AS max_age, 0 AS washout;

-- Birth dates of the benchmark are known to the day.
CREATE TABLE child AS
SELECT
    person_id,
    make_date(year_of_birth, month_of_birth, day_of_birth) AS birth,
    CASE gender_concept_id WHEN 8507 THEN 'male' WHEN 8532 THEN 'female' ELSE 'unknown' END AS sex,
    CASE race_concept_id
        WHEN 8515 THEN 'Asian'
        WHEN 8516 THEN 'Black or African American'
        WHEN 8527 THEN 'White'
        WHEN 8557 THEN 'Native Hawaiian or Other Pacific Islander'
        WHEN 8657 THEN 'American Indian or Alaska Native'
    END AS race,
    CASE ethnicity_concept_id
        WHEN 38003563 THEN 'Hispanic or Latino'
        WHEN 38003564 THEN 'Not Hispanic or Latino'
    END AS ethnicity
FROM '${extract}/person/*.parquet';

CREATE TABLE visit AS
SELECT
    visit_occurrence_id,
    person_id,
    visit_start_date AS day,
    visit_concept_id IN (9201, 262, 8717) AS in_hospital
FROM '${extract}/visit_occurrence/*.parquet'
WHERE visit_concept_id IN (9201, 262, 8717, 9202, 5083, 8756, 8940, 581476, 581477, 38004207);

CREATE TABLE stay AS SELECT visit_occurrence_id FROM visit WHERE in_hospital;
