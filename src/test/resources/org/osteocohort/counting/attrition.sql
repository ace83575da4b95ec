-- Judges the table attrition. Each patient of the extracts passes or fails each step on its own; it leaves at the first
-- step that it fails, and is one who fails only this when it passes all others. Who fails a step does not fail those
-- that rest on it too: an unknown birth date makes no wrong age, and a wrong age leaves whether there is any
-- observation.
-- In: patients, observation, fractures and cohort; study and contributed of population.sql.
-- Out: judged_attrition, a row for each phenotype and step.
-- Not done: days that a job asks for before a child contributes, of which this one wants none.

-- The phenotypes of sample.yaml in its order. Only DX_CODE asks for no fracture (phenotypes/*.yaml).
CREATE TABLE told_steps AS
WITH step (place, step_code) AS (VALUES
    (1, 'all_patients'),
    (2, 'birth_date_known'),
    (3, 'age_in_population'),
    (4, 'observed_in_study'),
    (5, 'prior_observation'),
    (6, 'counted_fracture'),
    (7, 'suspected_or_surer'),
    (8, 'probable_or_surer'),
    (9, 'confirmed'))
SELECT w.phenotype, row_number() OVER (PARTITION BY w.phenotype ORDER BY s.place)::INTEGER AS step_no, s.step_code
FROM (SELECT unnest(['ISCD_2019', 'URMC_SEED', 'WARD_BROAD', 'DX_CODE']) AS phenotype) w
JOIN step s ON s.step_code <> 'counted_fracture' OR w.phenotype <> 'DX_CODE';

-- What the steps ask of each patient, whatever the phenotype.
CREATE TABLE answers AS
WITH observed AS (
    SELECT o.patient_id
    FROM observation o
    JOIN patients p ON p.patient_id = o.patient_id
    CROSS JOIN study s
    WHERE o.patient_id NOT IN (SELECT patient_id FROM contributed)
        AND o.start_date <= s.study_end
        AND least(o.end_date, p.death_date) >= greatest(o.start_date, s.study_start)),
broken AS (
    SELECT f.patient_id
    FROM fractures f
    JOIN patients p ON p.patient_id = f.patient_id
    CROSS JOIN study s
    WHERE f.counted AND f.event_date <= s.study_end
        AND (p.birth_date IS NULL OR f.event_date < birthday(p.birth_date, s.max_age))),
aged AS (
    SELECT
        *,
        birthday(birth_date, min_age) <= study_end AND birthday(birth_date, max_age) > study_start AS of_age
    FROM patients CROSS JOIN study)
SELECT
    patient_id,
    coded_records,
    birth_date IS NOT NULL AS birth_date_known,
    coalesce(of_age, true) AS age_in_population,
    patient_id IN (SELECT patient_id FROM contributed)
        OR NOT coalesce(of_age, false) AND patient_id IN (SELECT patient_id FROM observed) AS observed_in_study,
    patient_id IN (SELECT patient_id FROM broken) AS counted_fracture
FROM aged;

-- How sure a case was on the last day that it contributes: 1 suspected, 2 probable, 3 confirmed. Whoever contributes
-- none has failed another step already.
CREATE TABLE sureness AS
WITH last_contributed AS (
    SELECT patient_id, max(last_day) AS last_day
    FROM contributed
    WHERE patient_id IN (SELECT patient_id FROM cohort)
    GROUP BY patient_id)
SELECT
    k.phenotype,
    k.patient_id,
    max(CASE k.class WHEN 'confirmed' THEN 3 WHEN 'probable' THEN 2 WHEN 'suspected' THEN 1 END) AS sure
FROM cohort k
CROSS JOIN study s
LEFT JOIN last_contributed d ON d.patient_id = k.patient_id
WHERE coalesce(d.last_day, s.study_end) BETWEEN k.cohort_start_date AND coalesce(k.class_end_date, DATE '9999-12-31')
GROUP BY k.phenotype, k.patient_id;

-- Patients with the same answers go the same way.
CREATE TABLE ways AS
SELECT row_number() OVER () AS way, *
FROM (
    SELECT
        w.phenotype,
        a.birth_date_known,
        a.age_in_population,
        a.observed_in_study,
        a.counted_fracture,
        coalesce(k.sure, 0) AS sure,
        count(*) AS persons,
        sum(a.coded_records) AS records
    FROM answers a
    CROSS JOIN (SELECT DISTINCT phenotype FROM told_steps) w
    LEFT JOIN sureness k ON k.patient_id = a.patient_id AND k.phenotype = w.phenotype
    GROUP BY ALL);

CREATE TABLE departures AS
SELECT
    way,
    any_value(phenotype) AS phenotype,
    any_value(persons) AS persons,
    any_value(records) AS records,
    coalesce(min(step_no) FILTER (NOT passes), 1000) AS leaves_at,
    count(*) FILTER (NOT passes) AS failed
FROM (
    SELECT
        y.*,
        t.step_no,
        CASE t.step_code
            WHEN 'all_patients' THEN true
            WHEN 'birth_date_known' THEN y.birth_date_known
            WHEN 'age_in_population' THEN y.age_in_population
            WHEN 'observed_in_study' THEN y.observed_in_study
            WHEN 'prior_observation' THEN true
            WHEN 'counted_fracture' THEN y.counted_fracture
            WHEN 'suspected_or_surer' THEN y.sure >= 1
            WHEN 'probable_or_surer' THEN y.sure >= 2
            WHEN 'confirmed' THEN y.sure >= 3
        END AS passes
    FROM ways y JOIN told_steps t ON t.phenotype = y.phenotype)
GROUP BY way;

CREATE TABLE judged_attrition AS
SELECT
    t.phenotype,
    t.step_no,
    t.step_code,
    coalesce(sum(d.persons) FILTER (d.leaves_at >= t.step_no), 0)::BIGINT AS persons_in,
    coalesce(sum(d.persons) FILTER (d.leaves_at > t.step_no), 0)::BIGINT AS persons_out,
    coalesce(sum(d.persons) FILTER (d.leaves_at = t.step_no), 0)::BIGINT AS excluded_persons,
    coalesce(sum(d.persons) FILTER (d.leaves_at = t.step_no AND d.failed = 1), 0)::BIGINT AS fail_only_this_persons,
    coalesce(sum(d.records) FILTER (d.leaves_at >= t.step_no), 0)::BIGINT AS records_in,
    coalesce(sum(d.records) FILTER (d.leaves_at > t.step_no), 0)::BIGINT AS records_out
FROM told_steps t JOIN departures d ON d.phenotype = t.phenotype
GROUP BY t.phenotype, t.step_no, t.step_code;
