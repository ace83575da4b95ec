-- Judges the table incidence. The days at risk of a first event are the contributed days after the washout. They are
-- cut at the ends of periods and where the child moves to another age band; of each piece the days up to and with the
-- event count. Most children never have most events: everybody's persons and days are added up once by all that divides
-- children, of each event only what it takes away, and these sums then by each stratum.

CREATE TABLE told_rates AS
SELECT row_number() OVER () AS rate_no, * FROM counted;

CREATE TABLE first_events AS
SELECT patient_id, kind, item, case_class, min(first_day) AS event_day FROM findings GROUP BY ALL;

-- Days at risk at each age, with the last one before them: at any age, in the same group of ages, and in the same band.
CREATE TABLE risk AS
SELECT
    patient_id,
    age_band,
    first_day,
    last_day,
    max(last_day) OVER earlier AS day_before,
    max(last_day) OVER earlier_in_group AS day_before_in_group,
    max(last_day) OVER earlier_in_band AS day_before_in_band
FROM (SELECT * REPLACE (greatest(first_day, at_risk_from) AS first_day) FROM days_by_age)
WHERE first_day <= last_day
WINDOW
    earlier AS (
        PARTITION BY patient_id ORDER BY first_day ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING),
    earlier_in_group AS (
        PARTITION BY patient_id, age_group ORDER BY first_day ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING),
    earlier_in_band AS (
        PARTITION BY patient_id, age_band ORDER BY first_day ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING);

-- What each event takes away. The rate of number 0 is everybody's, whose event was before all time and takes all away.
-- A child is one person of each band, of each group and of all ages, and added with the first of its pieces.
CREATE TABLE finest_rates AS
WITH lost AS (
    SELECT 0 AS rate_no, DATE '0001-01-01' AS event_day, * FROM risk
    UNION ALL
    SELECT w.rate_no, e.event_day, r.*
    FROM first_events e
    JOIN told_rates w USING (kind, item, case_class)
    JOIN risk r ON r.patient_id = e.patient_id AND r.last_day >= e.event_day),
pieces AS (
    SELECT
        l.rate_no,
        m.period,
        m.profile,
        l.age_band,
        m.regular,
        m.on_day_one,
        m.on_all_days,
        m.tested,
        greatest(l.first_day, m.period_start) AS first_day,
        least(l.last_day, m.period_end) AS last_day,
        l.event_day,
        coalesce(l.day_before < m.period_start, true) AS is_first,
        coalesce(l.day_before_in_group < m.period_start, true) AS is_first_in_group,
        coalesce(l.day_before_in_band < m.period_start, true) AS is_first_in_band
    FROM lost l
    JOIN members m
        ON m.patient_id = l.patient_id
        AND m.period_start <= l.last_day
        AND m.period_end >= greatest(l.first_day, l.event_day))
SELECT
    rate_no, period, profile, age_band, regular, on_day_one, on_all_days, tested,
    count(*) FILTER (event_day < first_day AND is_first) AS persons,
    count(*) FILTER (event_day < first_day AND is_first_in_group) AS persons_in_group,
    count(*) FILTER (event_day < first_day AND is_first_in_band) AS persons_in_band,
    count(*) FILTER (event_day >= first_day) AS events,
    sum(last_day - greatest(first_day - 1, event_day)) AS days
FROM pieces
GROUP BY ALL;

CREATE TABLE rates AS
WITH by_stratum AS (
    SELECT
        rate_no, period, stratum, regular, on_day_one, on_all_days, tested,
        sum(CASE
            WHEN s.age_band <> 'all' THEN persons_in_band
            WHEN s.age_group <> 'all' THEN persons_in_group
            ELSE persons
        END) AS persons,
        sum(events) AS events,
        sum(days) AS days
    FROM finest_rates f JOIN in_strata s ON s.profile = f.profile AND s.band = f.age_band
    GROUP BY ALL)
SELECT
    rate_no,
    denominator_name,
    period,
    stratum,
    sum(persons)::BIGINT AS persons,
    sum(events)::BIGINT AS events,
    sum(days)::BIGINT AS days
FROM (SELECT *, unnest(denominators(on_day_one, on_all_days, regular, tested)) AS denominator_name FROM by_stratum)
GROUP BY ALL;

CREATE TABLE judged_incidence AS
SELECT
    w.kind,
    w.item,
    w.case_class,
    d.denominator_name,
    d.period,
    s.* EXCLUDE (stratum),
    d.persons AS persons_followed,
    d.persons - coalesce(n.persons, 0) AS persons_at_risk,
    coalesce(n.events, 0) AS events,
    d.days - coalesce(n.days, 0) AS person_days
FROM rates d
JOIN strata s ON s.stratum = d.stratum
CROSS JOIN told_rates w
LEFT JOIN rates n
    ON n.rate_no = w.rate_no
    AND n.denominator_name = d.denominator_name
    AND n.period = d.period
    AND n.stratum = d.stratum
WHERE d.rate_no = 0;

-- First events of children of the study that are none of the rate, each with one reason.
CREATE TABLE judged_not_at_risk AS
WITH told AS (
    SELECT
        e.patient_id,
        e.kind,
        e.item,
        e.case_class,
        CASE
            WHEN e.event_day < any_value(s.study_start) THEN 'before_study'
            WHEN bool_or(e.event_day BETWEEN greatest(d.first_day, d.at_risk_from) AND d.last_day) THEN 'at_risk'
            WHEN bool_or(e.event_day BETWEEN d.first_day AND d.last_day) THEN 'in_washout'
            WHEN e.event_day > max(d.last_day) THEN 'after_contribution'
            ELSE 'outside_observation'
        END AS reason
    FROM first_events e
    JOIN contributed d ON d.patient_id = e.patient_id
    JOIN study s ON e.event_day <= s.study_end
    GROUP BY e.patient_id, e.kind, e.item, e.case_class, e.event_day)
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
    SELECT *, coalesce(next_day, DATE '9999-12-31') > last_day + 1 AS out_next_day
    FROM stays
    WHERE first_day <= last_contributed)
SELECT
    item,
    case_class,
    count(DISTINCT patient_id) FILTER (out_next_day AND last_day < last_contributed) AS persons_left,
    count(DISTINCT patient_id) FILTER (
        out_next_day AND last_day < last_contributed AND coalesce(next_day, DATE '9999-12-31') > last_contributed)
        AS persons_no_longer
FROM gaps
GROUP BY item, case_class;
