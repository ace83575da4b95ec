-- Judges the table persistence. Follow-up begins with the first use within two years of the index date, and ends with
-- observation, two years later, or with childhood. Eras that touch are one use.

CREATE TABLE initiators AS
SELECT
    f.phenotype,
    f.case_class,
    f.treatment,
    f.patient_id,
    f.sex,
    f.age_group,
    f.first_use,
    (SELECT least(o.last_day, f.first_use + 730, birthday(f.birth, 19) - 1)
     FROM observed_days o
     WHERE o.patient_id = f.patient_id AND f.first_use BETWEEN o.first_day AND o.last_day) AS last_day
FROM first_uses f
WHERE f.treatment IN (SELECT treatment FROM persistence) AND NOT f.treated_before AND f.first_use <= f.last_day;

CREATE TABLE days_with_drug AS
SELECT DISTINCT e.patient_id, t.treatment, day::DATE AS day
FROM exposures e
JOIN treatment_parts t ON e.item LIKE t.item
CROSS JOIN generate_series(e.start_date, e.end_date, INTERVAL 1 DAY) s(day)
WHERE t.treatment IN (SELECT treatment FROM persistence);

-- The first day from first use on without the drug; the day after the first use when nothing tells how long it was.
CREATE TABLE used AS
SELECT
    i.*,
    coalesce((
        SELECT min(d.day) FROM days_with_drug d
        WHERE d.patient_id = i.patient_id AND d.treatment = i.treatment AND d.day >= i.first_use
            AND NOT EXISTS (
                SELECT 1 FROM days_with_drug n
                WHERE n.patient_id = i.patient_id AND n.treatment = i.treatment AND n.day = d.day + 1)
            AND EXISTS (
                SELECT 1 FROM days_with_drug u
                WHERE u.patient_id = i.patient_id AND u.treatment = i.treatment AND u.day = i.first_use)),
        i.first_use) + 1 AS first_day_without
FROM initiators i;

CREATE TABLE stops AS
SELECT
    *,
    first_day_without <= last_day AS stopped,
    least(first_day_without, last_day) - first_use AS end_day
FROM used;

CREATE TABLE grouped_stops AS
SELECT
    phenotype,
    case_class,
    treatment,
    coalesce(sex, 'all') AS sex,
    coalesce(age_group, 'all') AS age_group,
    stopped,
    end_day,
    count(*) AS children
FROM stops
GROUP BY phenotype, case_class, treatment, stopped, end_day, GROUPING SETS ((), (sex), (age_group));

CREATE TABLE stop_curve AS
WITH by_day AS (
    SELECT
        phenotype,
        case_class,
        treatment,
        sex,
        age_group,
        end_day,
        sum(children) AS ended,
        coalesce(sum(children) FILTER (stopped), 0) AS events
    FROM grouped_stops
    GROUP BY ALL),
at_risk AS (
    SELECT *, sum(ended) OVER (
        PARTITION BY phenotype, case_class, treatment, sex, age_group ORDER BY end_day DESC) AS still
    FROM by_day)
SELECT
    *,
    product(1 - events / still::DOUBLE) OVER (
        PARTITION BY phenotype, case_class, treatment, sex, age_group ORDER BY end_day) AS without,
    max(end_day) OVER (PARTITION BY phenotype, case_class, treatment, sex, age_group) AS last_day
FROM at_risk;

CREATE TABLE told_uses AS
SELECT
    i.*,
    t.day,
    i.first_use + t.day <= i.last_day AS observed_then,
    EXISTS (
        SELECT 1 FROM days_with_drug d
        WHERE d.patient_id = i.patient_id AND d.treatment = i.treatment AND d.day = i.first_use + t.day) AS covered_then
FROM stops i CROSS JOIN (SELECT DISTINCT day FROM persistence) t;

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
    GROUP BY phenotype, case_class, treatment, day, GROUPING SETS ((), (sex), (age_group)))
SELECT
    n.*,
    (SELECT CASE
        WHEN n.day > max(c.last_day) AND min(c.without) > 0 THEN NULL
        ELSE 1 - coalesce(min(c.without) FILTER (c.end_day <= n.day), 1)
     END
     FROM stop_curve c
     WHERE c.phenotype = n.phenotype AND c.case_class = n.case_class AND c.treatment = n.treatment
        AND c.sex = n.sex AND c.age_group = n.age_group) AS discontinuation
FROM counted n;
