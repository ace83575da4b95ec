-- Judges the table prevalence. A child is looked at over its days of a period (age: on the first of them), and on the
-- first day of the period if it contributes that day (age: on that day). It is of the class that it was in on the last
-- of these days, whenever it came into it, and has an item that is in effect on one of them. Children are added up once
-- by all that divides them, and these sums then by each stratum.

CREATE TABLE told_shares AS
SELECT row_number() OVER () AS share_no, * FROM counted;

-- Of each child and period what it has, over its days and on the first day of the period.
CREATE TABLE found AS
SELECT
    w.share_no,
    m.*,
    bool_or(CASE
        WHEN w.kind = 'phenotype' THEN m.last_day BETWEEN f.first_day AND coalesce(f.last_day, DATE '9999-12-31')
        ELSE greatest(d.first_day, m.first_day, f.first_day) <= least(d.last_day, m.last_day, f.last_day)
    END) AS in_period,
    bool_or(m.on_day_one AND m.period_start BETWEEN f.first_day AND coalesce(f.last_day, DATE '9999-12-31'))
        AS on_first_day
FROM findings f
JOIN told_shares w USING (kind, item, case_class)
JOIN members m
    ON m.patient_id = f.patient_id
    AND m.last_day >= f.first_day
    AND m.first_day <= coalesce(f.last_day, DATE '9999-12-31')
JOIN contributed d ON d.patient_id = f.patient_id AND d.first_day <= m.last_day AND d.last_day >= m.first_day
GROUP BY ALL;

-- The share of number 0 is everybody's.
CREATE TABLE finest_shares AS
SELECT
    0 AS share_no, period, profile, age_band, regular, on_day_one, on_all_days, tested, tested_by_day_one,
    count(*) AS in_period,
    count(*) FILTER (on_day_one) AS on_first_day
FROM members
GROUP BY ALL
UNION ALL
SELECT
    share_no, period, profile, age_band, regular, on_day_one, on_all_days, tested, tested_by_day_one,
    count(*) FILTER (in_period),
    count(*) FILTER (on_first_day)
FROM found
GROUP BY ALL;

CREATE TABLE shares AS
WITH by_stratum AS (
    SELECT
        share_no, period, stratum, regular, on_day_one, on_all_days, tested, tested_by_day_one,
        sum(in_period) AS in_period,
        sum(on_first_day) AS on_first_day
    FROM finest_shares f JOIN in_strata s ON s.profile = f.profile AND s.band = f.age_band
    GROUP BY ALL),
by_denominator AS (
    SELECT
        share_no, 'period' AS prevalence_type, period, stratum, in_period AS children,
        unnest(denominators(on_day_one, on_all_days, regular, tested)) AS denominator_name
    FROM by_stratum
    UNION ALL
    SELECT
        share_no, 'point', period, stratum, on_first_day,
        unnest(denominators(false, false, regular, tested_by_day_one))
    FROM by_stratum
    WHERE on_day_one)
SELECT share_no, prevalence_type, denominator_name, period, stratum, sum(children)::BIGINT AS children
FROM by_denominator
GROUP BY ALL;

-- Everything that is reported, with zeros.
CREATE TABLE judged_prevalence AS
SELECT
    w.kind,
    w.item,
    w.case_class,
    d.prevalence_type,
    d.denominator_name,
    d.period,
    s.* EXCLUDE (stratum),
    d.children AS denominator,
    coalesce(n.children, 0) AS numerator
FROM shares d
JOIN strata s ON s.stratum = d.stratum
CROSS JOIN told_shares w
LEFT JOIN shares n
    ON n.share_no = w.share_no
    AND n.prevalence_type = d.prevalence_type
    AND n.denominator_name = d.denominator_name
    AND n.period = d.period
    AND n.stratum = d.stratum
WHERE d.share_no = 0;
