-- Judges the table attrition. Each patient of the extracts passes or fails each step on its own; it leaves at the first
-- step that it fails, and is one who fails only this when it passes all others. Who fails a step does not fail those that
-- rest on it too: an unknown birth date makes no wrong age, and a wrong age leaves whether there is any observation.

CREATE TABLE told_steps AS SELECT DISTINCT phenotype, step_no, step_code FROM attrition;

CREATE TABLE passed AS
SELECT
    t.phenotype,
    t.step_no,
    t.step_code,
    p.patient_id,
    p.coded_records,
    CASE t.step_code
        WHEN 'all_patients' THEN true
        WHEN 'birth_date_known' THEN p.birth_date IS NOT NULL
        WHEN 'age_in_population' THEN
            c.birth IS NULL OR birthday(c.birth, s.min_age) <= s.study_end AND birthday(c.birth, s.max_age) > s.study_start
        WHEN 'observed_in_study' THEN
            p.patient_id IN (SELECT patient_id FROM contributed)
            OR NOT coalesce(birthday(c.birth, s.min_age) <= s.study_end AND birthday(c.birth, s.max_age) > s.study_start, false)
            AND EXISTS (
                SELECT 1 FROM observation o
                WHERE o.patient_id = p.patient_id AND o.start_date <= s.study_end
                    AND least(o.end_date, p.death_date) >= greatest(o.start_date, s.study_start))
        -- The job asks for no days before.
        WHEN 'prior_observation' THEN true
        WHEN 'counted_fracture' THEN EXISTS (
            SELECT 1 FROM fractures f
            WHERE f.patient_id = p.patient_id AND f.counted AND f.event_date <= s.study_end
                AND (c.birth IS NULL OR f.event_date < birthday(c.birth, s.max_age)))
        ELSE EXISTS (
            SELECT 1 FROM cohort k JOIN classes g ON g.class = k.class
            WHERE k.patient_id = p.patient_id AND k.phenotype = t.phenotype
                -- On the last day that it contributes; whoever contributes none has failed another step already.
                AND coalesce((SELECT max(d.last_day) FROM contributed d WHERE d.patient_id = p.patient_id), s.study_end)
                    BETWEEN k.cohort_start_date AND coalesce(k.class_end_date, DATE '9999-12-31')
                AND g.case_class = CASE t.step_code
                    WHEN 'suspected_or_surer' THEN 'any'
                    WHEN 'probable_or_surer' THEN 'confirmed_or_probable'
                    WHEN 'confirmed' THEN 'confirmed'
                END)
    END AS passes
FROM told_steps t
CROSS JOIN patients p
CROSS JOIN study s
LEFT JOIN children c ON c.patient_id = p.patient_id;

CREATE TABLE departures AS
SELECT
    phenotype,
    patient_id,
    coded_records,
    coalesce(min(step_no) FILTER (NOT passes), 1000) AS leaves_at,
    count(*) FILTER (NOT passes) AS failed
FROM passed
GROUP BY phenotype, patient_id, coded_records;

CREATE TABLE judged_attrition AS
SELECT
    t.phenotype,
    t.step_no,
    t.step_code,
    count(*) FILTER (d.leaves_at >= t.step_no) AS persons_in,
    count(*) FILTER (d.leaves_at > t.step_no) AS persons_out,
    count(*) FILTER (d.leaves_at = t.step_no) AS excluded_persons,
    count(*) FILTER (d.leaves_at = t.step_no AND d.failed = 1) AS fail_only_this_persons,
    coalesce(sum(d.coded_records) FILTER (d.leaves_at >= t.step_no), 0)::BIGINT AS records_in,
    coalesce(sum(d.coded_records) FILTER (d.leaves_at > t.step_no), 0)::BIGINT AS records_out
FROM told_steps t JOIN departures d ON d.phenotype = t.phenotype
GROUP BY t.phenotype, t.step_no, t.step_code;
