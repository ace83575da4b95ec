-- Judges the table incidence. The days at risk of a first event are the contributed days after the washout, which
-- is waived when observation begins within 30 days of birth. They are cut at the ends of periods and where the
-- child moves to another age band; of each piece the days up to and with the event count.

CREATE TABLE risk AS
SELECT * FROM (
    SELECT
        o.patient_id,
        greatest(
            o.start_date + CASE WHEN o.start_date <= c.birth + 30 THEN 0 ELSE s.washout END,
            s.study_start,
            birthday(c.birth, s.min_age)) AS first_day,
        least(o.end_date, c.death_date, s.study_end, birthday(c.birth, s.max_age) - 1) AS last_day
    FROM observation o JOIN children c ON c.patient_id = o.patient_id CROSS JOIN study s)
WHERE first_day <= last_day;

CREATE TABLE pieces AS
SELECT * FROM (
    SELECT
        r.patient_id,
        p.period,
        a.age_group,
        a.age_band,
        greatest(r.first_day, p.period_start, a.first_day) AS first_day,
        least(r.last_day, p.period_end, a.last_day) AS last_day
    FROM risk r CROSS JOIN periods p JOIN ages a ON a.patient_id = r.patient_id)
WHERE first_day <= last_day;

CREATE TABLE first_events AS
SELECT patient_id, kind, item, case_class, min(first_day) AS event_day FROM findings GROUP BY ALL;

-- Every piece with everything that is reported, and the child's event if it has one.
CREATE TABLE exposed AS
SELECT
    w.kind,
    w.item,
    w.case_class,
    m.denominator_name,
    p.*,
    c.sex,
    c.race,
    c.ethnicity,
    c.site,
    e.event_day
FROM pieces p
JOIN members m ON m.patient_id = p.patient_id AND m.period = p.period
JOIN children c ON c.patient_id = p.patient_id
CROSS JOIN (SELECT DISTINCT kind, item, case_class FROM incidence) w
LEFT JOIN first_events e
    ON e.patient_id = p.patient_id AND e.kind = w.kind AND e.item = w.item AND e.case_class = w.case_class;

CREATE TABLE judged_incidence AS
SELECT
    kind,
    item,
    case_class,
    denominator_name,
    period,
    coalesce(sex, 'all') AS sex,
    coalesce(age_group, 'all') AS age_group,
    coalesce(age_band, 'all') AS age_band,
    coalesce(race, 'all') AS race,
    coalesce(ethnicity, 'all') AS ethnicity,
    coalesce(site, 'all') AS site,
    count(DISTINCT patient_id) AS persons_followed,
    count(DISTINCT patient_id) FILTER (event_day IS NULL OR event_day >= first_day) AS persons_at_risk,
    count(*) FILTER (event_day BETWEEN first_day AND last_day) AS events,
    sum(greatest(0, least(last_day, coalesce(event_day, last_day)) - first_day + 1))::BIGINT AS person_days
FROM exposed
GROUP BY kind, item, case_class, denominator_name, period, GROUPING SETS (
    (), (sex), (age_group), (age_group, age_band), (sex, age_group), (sex, age_group, age_band), (race), (ethnicity), (site));

-- First events of children of the study that are none of the rate, each with one reason.
CREATE TABLE judged_not_at_risk AS
WITH told AS (
    SELECT
        e.kind,
        e.item,
        e.case_class,
        CASE
            WHEN e.event_day < s.study_start THEN 'before_study'
            WHEN EXISTS (
                SELECT 1 FROM risk r WHERE r.patient_id = e.patient_id AND e.event_day BETWEEN r.first_day AND r.last_day)
                THEN 'at_risk'
            WHEN EXISTS (
                SELECT 1 FROM contributed d
                WHERE d.patient_id = e.patient_id AND e.event_day BETWEEN d.first_day AND d.last_day)
                THEN 'in_washout'
            WHEN e.event_day > (SELECT max(d.last_day) FROM contributed d WHERE d.patient_id = e.patient_id)
                THEN 'after_contribution'
            ELSE 'outside_observation'
        END AS reason
    FROM first_events e CROSS JOIN study s
    WHERE e.event_day <= s.study_end AND e.patient_id IN (SELECT patient_id FROM contributed))
SELECT
    kind,
    item,
    case_class,
    count(*) FILTER (reason = 'before_study') AS events_before_study,
    count(*) FILTER (reason = 'in_washout') AS events_in_washout,
    count(*) FILTER (reason = 'outside_observation') AS events_outside_observation,
    count(*) FILTER (reason = 'after_contribution') AS events_after_contribution,
    count(*) FILTER (reason <> 'after_contribution') AS persons_ever
FROM told
GROUP BY ALL;

-- Whoever came into a group of classes and was in none of them on some later day up to the last that it contributes.
CREATE TABLE judged_left AS
WITH stays AS (
    SELECT
        f.*,
        l.last_contributed,
        lead(f.first_day) OVER (PARTITION BY f.patient_id, f.item, f.case_class ORDER BY f.first_day) AS next_day
    FROM findings f
    JOIN (SELECT patient_id, max(last_day) AS last_contributed FROM contributed GROUP BY patient_id) l
        ON l.patient_id = f.patient_id
    WHERE f.kind = 'phenotype'),
gaps AS (
    SELECT *, coalesce(next_day, DATE '9999-12-31') > last_day + 1 AS out_next_day FROM stays WHERE first_day <= last_contributed)
SELECT
    item,
    case_class,
    count(DISTINCT patient_id) FILTER (out_next_day AND last_day < last_contributed) AS persons_left,
    count(DISTINCT patient_id) FILTER (
        out_next_day AND last_day < last_contributed AND coalesce(next_day, DATE '9999-12-31') > last_contributed)
        AS persons_no_longer
FROM gaps
GROUP BY item, case_class;
