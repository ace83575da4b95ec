-- Judges the table persistence. Follow-up begins with the first use within two years of the index date, and ends with
-- observation, two years later, or with childhood. Eras that touch are one use.
-- In: exposures; cohort_members of children.sql; first_uses and treatment_parts of treatments.sql. Out:
-- judged_persistence, a row for each cohort, class, drug, stratum that has a child, and day since the first use.

CREATE TABLE told_use_days AS SELECT unnest([30, 90, 180, 365, 730]) AS day;

-- Of the treatments those that are drugs, for which it can be told how long they were taken.
CREATE TABLE drug_items AS
SELECT treatment, item
FROM treatment_parts
WHERE treatment LIKE 'bisphosphonate.%' AND treatment <> 'bisphosphonate.persistent'
    OR treatment IN ('calcium_supplement', 'vitamin_d_supplement');

CREATE TABLE initiators AS
SELECT
    m.phenotype,
    m.case_class,
    u.treatment,
    u.patient_id,
    m.sex,
    m.age_group,
    u.first_use,
    least(u.observed_until, u.first_use + 730) AS last_day
FROM first_uses u JOIN cohort_members m USING (patient_id, index_day)
WHERE u.treatment IN (SELECT treatment FROM drug_items) AND NOT u.treated_before AND u.first_use <= u.last_day;

-- Spans with the drug that neither overlap nor touch, of each child that began with it.
CREATE TABLE drug_spans AS
WITH era AS (
    SELECT e.patient_id, d.treatment, e.start_date, e.end_date
    FROM exposures e
    JOIN drug_items d ON d.item = e.item
    SEMI JOIN initiators i ON i.patient_id = e.patient_id AND i.treatment = d.treatment
    WHERE e.end_date >= e.start_date),
reached AS (
    SELECT *, max(end_date) OVER (
        PARTITION BY patient_id, treatment ORDER BY start_date, end_date
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reached_before
    FROM era),
numbered AS (
    SELECT *, count(*) FILTER (reached_before IS NULL OR start_date > reached_before + 1) OVER (
        PARTITION BY patient_id, treatment ORDER BY start_date, end_date ROWS UNBOUNDED PRECEDING) AS span
    FROM reached)
SELECT patient_id, treatment, min(start_date) AS first_day, max(end_date) AS last_day
FROM numbered
GROUP BY patient_id, treatment, span;

-- The first day from first use on without the drug; the day after the first use when nothing tells how long it was.
CREATE TABLE stops AS
SELECT
    i.*,
    coalesce(d.last_day, i.first_use) + 1 <= i.last_day AS stopped,
    least(coalesce(d.last_day, i.first_use) + 1, i.last_day) - i.first_use AS end_day
FROM initiators i
LEFT JOIN drug_spans d
    ON d.patient_id = i.patient_id AND d.treatment = i.treatment AND i.first_use BETWEEN d.first_day AND d.last_day;

CREATE TABLE stop_curve AS
WITH by_day AS (
    SELECT
        phenotype,
        case_class,
        treatment,
        coalesce(sex, 'all') AS sex,
        coalesce(age_group, 'all') AS age_group,
        end_day,
        count(*) AS ended,
        count(*) FILTER (stopped) AS events
    FROM stops
    GROUP BY phenotype, case_class, treatment, end_day, GROUPING SETS ((), (sex), (age_group))),
at_risk AS (
    SELECT *, sum(ended) OVER (
        PARTITION BY phenotype, case_class, treatment, sex, age_group ORDER BY end_day DESC) AS still
    FROM by_day)
SELECT
    *,
    product(1 - events / still::DOUBLE) OVER (
        PARTITION BY phenotype, case_class, treatment, sex, age_group ORDER BY end_day) AS without
FROM at_risk;

CREATE TABLE told_uses AS
SELECT
    i.*,
    t.day,
    i.first_use + t.day <= i.last_day AS observed_then,
    d.patient_id IS NOT NULL AS covered_then
FROM stops i
CROSS JOIN told_use_days t
LEFT JOIN drug_spans d
    ON d.patient_id = i.patient_id AND d.treatment = i.treatment
    AND i.first_use + t.day BETWEEN d.first_day AND d.last_day;

CREATE TABLE judged_persistence AS
WITH counted AS (
    SELECT
        phenotype,
        case_class,
        treatment,
        coalesce(sex, 'all') AS sex,
        coalesce(age_group, 'all') AS age_group,
        day,
        count(*) AS initiators,
        count(*) FILTER (observed_then) AS observed,
        count(*) FILTER (observed_then AND covered_then) AS covered,
        count(*) FILTER (stopped AND end_day <= day) AS discontinued
    FROM told_uses
    GROUP BY phenotype, case_class, treatment, day, GROUPING SETS ((), (sex), (age_group))),
ends AS (
    SELECT phenotype, case_class, treatment, sex, age_group, max(end_day) AS last_day, min(without) AS last_without
    FROM stop_curve
    GROUP BY ALL)
SELECT
    n.*,
    CASE
        WHEN n.day > e.last_day AND e.last_without > 0 THEN NULL
        ELSE 1 - coalesce(c.without, 1)
    END AS discontinuation
FROM counted n
JOIN ends e USING (phenotype, case_class, treatment, sex, age_group)
ASOF LEFT JOIN stop_curve c
    ON c.phenotype = n.phenotype AND c.case_class = n.case_class AND c.treatment = n.treatment
    AND c.sex = n.sex AND c.age_group = n.age_group AND c.end_day <= n.day;
