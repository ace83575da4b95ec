-- Judges the table treatment_coverage. Of each child and window the first that holds: every part has a record in the
-- window, not observed on the index date, died, outgrew the population or was not born before the window ended,
-- observed on every day of the window (from birth on), else not in observation.
-- In: cohort_members of children.sql, observed_days; treatments, index_days and index_records of treatments.sql.
-- Out: judged_treatment_coverage, a row for each cohort, class, treatment, window, basis and stratum that has a child.

-- Days from the index date, from the study's clinical reference, section 10.
CREATE TABLE told_windows (window_name VARCHAR, window_start_day INTEGER, window_end_day INTEGER);

INSERT INTO told_windows VALUES
    ('baseline', -365, -1),
    ('work_up', -365, 90),
    ('full_work_up', -180, 180),
    ('evaluation', -90, 365),
    ('90_days', 0, 90),
    ('180_days', 0, 180),
    ('one_year', 0, 365),
    ('two_years', 0, 730);

CREATE TABLE looked_for AS
SELECT
    i.*,
    w.window_name,
    (i.index_day + w.window_start_day)::DATE AS first_day,
    (i.index_day + w.window_end_day)::DATE AS last_day
FROM index_days i CROSS JOIN told_windows w;

-- What is to be said of a child and a window when there is no record.
CREATE TABLE untold AS
WITH observed AS (
    SELECT
        l.patient_id,
        l.index_day,
        l.window_name,
        bool_or(l.index_day BETWEEN o.first_day AND o.last_day) AS index_observed,
        bool_or(o.first_day <= greatest(l.first_day, l.birth) AND o.last_day >= l.last_day) AS all_days_observed
    FROM looked_for l JOIN observed_days o ON o.patient_id = l.patient_id
    GROUP BY ALL),
followed AS (
    SELECT
        l.patient_id,
        l.index_day,
        l.window_name,
        l.last_day >= l.birth AND coalesce(l.death_date >= l.last_day, true) AND l.last_day < birthday(l.birth, 19)
            AS eligible,
        coalesce(o.index_observed, false) AS index_observed,
        coalesce(o.all_days_observed, false) AS all_days_observed
    FROM looked_for l LEFT JOIN observed o USING (patient_id, index_day, window_name))
SELECT
    patient_id,
    index_day,
    window_name,
    CASE
        WHEN NOT index_observed THEN 'unknown'
        WHEN NOT eligible THEN 'not_eligible'
        WHEN all_days_observed THEN 'untreated'
        ELSE 'not_in_observation'
    END AS state,
    eligible AND all_days_observed AS whole_window
FROM followed;

CREATE TABLE treated_in_window AS
SELECT r.patient_id, r.index_day, l.window_name, r.treatment
FROM index_records r
JOIN looked_for l
    ON l.patient_id = r.patient_id AND l.index_day = r.index_day AND r.record_day BETWEEN l.first_day AND l.last_day
JOIN treatments t ON t.treatment = r.treatment
GROUP BY r.patient_id, r.index_day, l.window_name, r.treatment
HAVING count(DISTINCT r.part) = any_value(t.parts);

-- Few have a record: everybody is counted once for all treatments, and of each treatment whom that changes.
CREATE TABLE finest_coverage AS
WITH everybody AS (
    SELECT
        m.phenotype, m.case_class, m.sex, m.age_group, m.age_band, u.window_name, u.state, u.whole_window,
        count(*) AS children
    FROM cohort_members m JOIN untold u USING (patient_id, index_day)
    GROUP BY ALL)
SELECT e.*, 0 AS treated, t.treatment
FROM everybody e CROSS JOIN treatments t
UNION ALL BY NAME
SELECT
    m.phenotype, m.case_class, m.sex, m.age_group, m.age_band, u.window_name, u.state, u.whole_window,
    0 AS children,
    count(*) AS treated,
    t.treatment
FROM cohort_members m
JOIN untold u USING (patient_id, index_day)
JOIN treated_in_window t USING (patient_id, index_day, window_name)
GROUP BY ALL;

CREATE TABLE judged_treatment_coverage AS
SELECT
    phenotype,
    case_class,
    treatment,
    window_name,
    denominator_name,
    coalesce(sex, 'all') AS sex,
    coalesce(age_group, 'all') AS age_group,
    coalesce(age_band, 'all') AS age_band,
    sum(children)::BIGINT AS denominator,
    sum(treated)::BIGINT AS treated,
    coalesce(sum(children - treated) FILTER (state = 'untreated'), 0)::BIGINT AS untreated,
    coalesce(sum(children - treated) FILTER (state = 'not_in_observation'), 0)::BIGINT AS not_in_observation,
    coalesce(sum(children - treated) FILTER (state = 'not_eligible'), 0)::BIGINT AS not_eligible,
    coalesce(sum(children - treated) FILTER (state = 'unknown'), 0)::BIGINT AS "unknown"
FROM finest_coverage, unnest(['all_in_cohort', 'observed_whole_window']) b(denominator_name)
WHERE denominator_name = 'all_in_cohort' OR whole_window
GROUP BY phenotype, case_class, treatment, window_name, denominator_name, GROUPING SETS (
    (), (sex), (age_group), (age_group, age_band));
