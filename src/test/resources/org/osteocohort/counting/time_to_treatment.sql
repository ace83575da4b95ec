-- Judges the table time_to_treatment. The share treated by a day is one minus the product, over the days on which
-- somebody was treated, of the share of those still followed who were not.
-- In: cohort_members of children.sql, first_uses of treatments.sql. Out: judged_time_to_treatment, a row for each
-- cohort, class, treatment, stratum that has a child, and day.

-- Days from the index date, from the windows of the study's clinical reference, section 10.
CREATE TABLE told_days AS SELECT unnest([0, 30, 90, 180, 365, 730]) AS day;

CREATE TABLE fates AS
SELECT
    m.phenotype,
    m.case_class,
    u.treatment,
    m.sex,
    m.age_group,
    CASE
        WHEN u.treated_before THEN 'treated_before'
        WHEN u.last_day IS NULL THEN 'not_observed'
        WHEN u.first_use <= u.last_day THEN 'treated'
        ELSE 'censored'
    END AS fate,
    least(u.first_use, u.last_day) - u.index_day AS day,
    count(*) AS children
FROM first_uses u JOIN cohort_members m USING (patient_id, index_day)
GROUP BY ALL;

CREATE TABLE grouped_fates AS
SELECT
    phenotype,
    case_class,
    treatment,
    coalesce(sex, 'all') AS sex,
    coalesce(age_group, 'all') AS age_group,
    fate,
    day,
    sum(children)::BIGINT AS children
FROM fates
GROUP BY phenotype, case_class, treatment, fate, day, GROUPING SETS ((), (sex), (age_group));

CREATE TABLE curve AS
WITH by_day AS (
    SELECT
        phenotype,
        case_class,
        treatment,
        sex,
        age_group,
        day,
        sum(children) AS ended,
        coalesce(sum(children) FILTER (fate = 'treated'), 0) AS events
    FROM grouped_fates
    WHERE fate IN ('treated', 'censored')
    GROUP BY ALL),
at_risk AS (
    SELECT *, sum(ended) OVER (
        PARTITION BY phenotype, case_class, treatment, sex, age_group ORDER BY day DESC) AS still
    FROM by_day)
SELECT
    *,
    product(1 - events / still::DOUBLE) OVER (
        PARTITION BY phenotype, case_class, treatment, sex, age_group ORDER BY day) AS without
FROM at_risk;

-- The curve stands where it came to by a day; after its last day it is known only when it came to nobody.
CREATE TABLE judged_time_to_treatment AS
WITH counted AS (
    SELECT
        g.phenotype,
        g.case_class,
        g.treatment,
        g.sex,
        g.age_group,
        t.day,
        coalesce(sum(children) FILTER (fate IN ('treated', 'censored')), 0)::BIGINT AS followed,
        coalesce(sum(children) FILTER (fate = 'treated_before'), 0)::BIGINT AS treated_before,
        coalesce(sum(children) FILTER (fate = 'not_observed'), 0)::BIGINT AS not_observed,
        coalesce(sum(children) FILTER (fate = 'treated' AND g.day <= t.day), 0)::BIGINT AS events,
        coalesce(sum(children) FILTER (fate = 'censored' AND g.day <= t.day), 0)::BIGINT AS censored
    FROM grouped_fates g CROSS JOIN told_days t
    GROUP BY ALL),
ends AS (
    SELECT phenotype, case_class, treatment, sex, age_group, max(day) AS last_day, min(without) AS last_without
    FROM curve
    GROUP BY ALL)
SELECT
    n.*,
    n.followed - n.events - n.censored AS at_risk,
    CASE
        WHEN n.followed = 0 OR n.day > e.last_day AND e.last_without > 0 THEN NULL
        ELSE 1 - coalesce(c.without, 1)
    END AS estimate
FROM counted n
LEFT JOIN ends e USING (phenotype, case_class, treatment, sex, age_group)
ASOF LEFT JOIN curve c
    ON c.phenotype = n.phenotype AND c.case_class = n.case_class AND c.treatment = n.treatment
    AND c.sex = n.sex AND c.age_group = n.age_group AND c.day <= n.day;
