-- Who the children are and when they were seen, as the counting of the reports reads it.
-- In: child, visit and record of extract.sql, and the extract's periods and deaths.
-- Out: observation (a row for each unbroken span of observed days), patients (a row for each child) and
-- outpatient_visits (a row for each visit, days more than once).
-- Not done: birth dates of which only the month or year is known; observation that ends decades after the study.

CREATE TABLE observation AS
WITH period AS (
    SELECT
        person_id,
        observation_period_start_date AS start_date,
        observation_period_end_date AS end_date,
        max(observation_period_end_date) OVER earlier AS seen_until
    FROM '${extract}/observation_period/*.parquet'
    WINDOW earlier AS (
        PARTITION BY person_id
        ORDER BY observation_period_start_date, observation_period_end_date
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)),
-- Periods that overlap or follow each other to the day are one.
numbered AS (
    SELECT *, count(*) FILTER (seen_until IS NULL OR start_date > seen_until + 1) OVER (
        PARTITION BY person_id ORDER BY start_date, end_date ROWS UNBOUNDED PRECEDING) AS span
    FROM period)
SELECT person_id AS patient_id, min(start_date) AS start_date, max(end_date) AS end_date
FROM numbered
GROUP BY person_id, span;

CREATE VIEW outpatient_visits AS
SELECT person_id AS patient_id, day AS visit_day
FROM visit
WHERE NOT in_hospital;

-- Nobody is observed after death.
CREATE TABLE coded_records AS
WITH alive AS (
    SELECT o.patient_id, o.start_date, least(o.end_date, d.death_date) AS end_date
    FROM observation o LEFT JOIN '${extract}/death.parquet' d ON d.person_id = o.patient_id)
SELECT r.person_id, count(*) AS records, count(*) FILTER (a.patient_id IS NULL) AS unobserved
FROM record r
LEFT JOIN alive a ON a.patient_id = r.person_id AND r.day BETWEEN a.start_date AND a.end_date
GROUP BY r.person_id;

CREATE TABLE patients AS
SELECT
    c.person_id AS patient_id,
    'sample' AS site,
    c.sex,
    c.birth AS birth_date,
    'day' AS birth_date_precision,
    c.race,
    c.ethnicity,
    o.observation_start,
    o.observation_end,
    d.death_date,
    coalesce(r.records, 0)::INTEGER AS coded_records,
    coalesce(r.unobserved, 0)::INTEGER AS coded_records_unobserved
FROM child c
LEFT JOIN (
    SELECT patient_id, min(start_date) AS observation_start, max(end_date) AS observation_end
    FROM observation
    GROUP BY patient_id) o ON o.patient_id = c.person_id
LEFT JOIN '${extract}/death.parquet' d ON d.person_id = c.person_id
LEFT JOIN coded_records r ON r.person_id = c.person_id;
