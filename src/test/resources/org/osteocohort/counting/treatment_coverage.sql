-- Judges the table treatment_coverage. Of each child and window the first that holds: every part has a record in the
-- window, not observed on the index date, died, outgrew the population or was not born before the window ended,
-- observed on every day of the window (from birth on), else not in observation.

CREATE TABLE told_windows AS SELECT DISTINCT window_name, window_start_day, window_end_day FROM treatment_coverage;

CREATE TABLE looked_for AS
SELECT
    m.*,
    w.window_name,
    (m.index_day + w.window_start_day)::DATE AS first_day,
    (m.index_day + w.window_end_day)::DATE AS last_day
FROM cohort_members m CROSS JOIN told_windows w;

CREATE TABLE followed AS
SELECT
    l.*,
    l.last_day >= l.birth AND coalesce(l.death_date >= l.last_day, true) AND l.last_day < birthday(l.birth, 19)
        AS eligible,
    EXISTS (
        SELECT 1 FROM observed_days o
        WHERE o.patient_id = l.patient_id AND l.index_day BETWEEN o.first_day AND o.last_day) AS index_observed,
    EXISTS (
        SELECT 1 FROM observed_days o
        WHERE o.patient_id = l.patient_id AND o.first_day <= greatest(l.first_day, l.birth)
            AND o.last_day >= l.last_day) AS all_days_observed
FROM looked_for l;

CREATE TABLE covered AS
SELECT
    f.*,
    p.treatment,
    (SELECT count(DISTINCT r.part) FROM record_days r
     WHERE r.patient_id = f.patient_id AND r.treatment = p.treatment
        AND r.record_day BETWEEN f.first_day AND f.last_day) = p.parts AS treated
FROM followed f CROSS JOIN (SELECT treatment, count(DISTINCT part) AS parts FROM treatment_parts GROUP BY treatment) p;

CREATE TABLE states AS
SELECT
    *,
    CASE
        WHEN treated THEN 'treated'
        WHEN NOT index_observed THEN 'unknown'
        WHEN NOT eligible THEN 'not_eligible'
        WHEN all_days_observed THEN 'untreated'
        ELSE 'not_in_observation'
    END AS state,
    b.basis AS denominator_name
FROM covered, unnest(['all_in_cohort', 'observed_whole_window']) b(basis)
WHERE b.basis = 'all_in_cohort' OR (eligible AND all_days_observed);

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
    count(*) AS denominator,
    count(*) FILTER (state = 'treated') AS treated,
    count(*) FILTER (state = 'untreated') AS untreated,
    count(*) FILTER (state = 'not_in_observation') AS not_in_observation,
    count(*) FILTER (state = 'not_eligible') AS not_eligible,
    count(*) FILTER (state = 'unknown') AS "unknown"
FROM states
GROUP BY phenotype, case_class, treatment, window_name, denominator_name, GROUPING SETS (
    (), (sex), (age_group), (age_group, age_band));
