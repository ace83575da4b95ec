-- Judges the table time_to_treatment. The share treated by a day is one minus the product, over the days on which
-- somebody was treated, of the share of those still followed who were not.

CREATE TABLE fates AS
SELECT
    *,
    CASE
        WHEN treated_before THEN 'treated_before'
        WHEN last_day IS NULL THEN 'not_observed'
        WHEN first_use <= last_day THEN 'treated'
        ELSE 'censored'
    END AS fate,
    CASE WHEN first_use <= last_day THEN first_use - index_day ELSE last_day - index_day END AS day
FROM first_uses;

CREATE TABLE grouped_fates AS
SELECT
    phenotype,
    case_class,
    treatment,
    coalesce(sex, 'all') AS sex,
    coalesce(age_group, 'all') AS age_group,
    fate,
    day,
    count(*) AS children
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
        PARTITION BY phenotype, case_class, treatment, sex, age_group ORDER BY day) AS without,
    max(day) OVER (PARTITION BY phenotype, case_class, treatment, sex, age_group) AS last_day
FROM at_risk;

CREATE TABLE told_days AS SELECT DISTINCT day FROM time_to_treatment;

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
    GROUP BY ALL)
SELECT
    n.*,
    n.followed - n.events - n.censored AS at_risk,
    CASE
        WHEN n.followed = 0 THEN NULL
        ELSE (
            SELECT CASE
                WHEN n.day > max(c.last_day) AND min(c.without) > 0 THEN NULL
                ELSE 1 - coalesce(min(c.without) FILTER (c.day <= n.day), 1)
            END
            FROM curve c
            WHERE c.phenotype = n.phenotype AND c.case_class = n.case_class AND c.treatment = n.treatment
                AND c.sex = n.sex AND c.age_group = n.age_group)
    END AS estimate
FROM counted n;
