-- What children have, and among whom they are counted.
-- In: what population.sql made, tags, verdicts, cohort, bone_density and the code sets.
-- Out: members, a row for each child and period in which it contributes days, counted, what is reported, findings, a
-- row for each child, thing and span of days, and cohort_members, a row for each child, definition and group of
-- classes.

-- The same days at each age, with what else divides children.
CREATE TABLE days_by_age AS
WITH tests AS (
    SELECT patient_id, min(scan_date) AS tested_on FROM bone_density WHERE z_used IS NOT NULL GROUP BY patient_id)
SELECT
    d.patient_id,
    p.profile,
    r.patient_id IS NOT NULL AS regular,
    t.tested_on,
    a.age_group,
    a.age_band,
    greatest(d.first_day, a.first_day) AS first_day,
    least(d.last_day, a.last_day) AS last_day,
    d.first_day AS span_start,
    d.last_day AS span_end,
    d.at_risk_from
FROM contributed d
JOIN children c ON c.patient_id = d.patient_id
JOIN profiles p USING (sex, race, ethnicity, site)
JOIN ages a ON a.patient_id = d.patient_id AND a.first_day <= d.last_day AND a.last_day >= d.first_day
LEFT JOIN regular_care r ON r.patient_id = d.patient_id
LEFT JOIN tests t ON t.patient_id = d.patient_id;

-- One row for each child and period in which it contributes days, with its age on the first of them and what tells its
-- denominators. Only of a child with several spans of days these must be put together.
CREATE TABLE members AS
WITH first_days AS NOT MATERIALIZED (
    SELECT
        d.patient_id,
        d.profile,
        d.regular,
        d.tested_on,
        d.age_band,
        p.period,
        p.period_start,
        p.period_end,
        greatest(d.span_start, p.period_start) AS first_day,
        least(d.span_end, p.period_end) AS last_day
    FROM days_by_age d JOIN periods p ON d.first_day <= p.period_end AND d.last_day >= p.period_start
    WHERE greatest(d.span_start, p.period_start) BETWEEN d.first_day AND d.last_day),
several AS (
    SELECT patient_id FROM contributed GROUP BY patient_id HAVING count(*) > 1),
member AS (
    SELECT *, last_day - first_day AS longest FROM first_days WHERE patient_id NOT IN (FROM several)
    UNION ALL
    SELECT
        patient_id,
        profile,
        regular,
        tested_on,
        arg_min(age_band, first_day),
        period,
        period_start,
        period_end,
        min(first_day),
        max(last_day),
        max(last_day - first_day)
    FROM first_days
    WHERE patient_id IN (FROM several)
    GROUP BY ALL)
SELECT
    * EXCLUDE (tested_on, longest),
    first_day = period_start AS on_day_one,
    longest = period_end - period_start AS on_all_days,
    coalesce(tested_on <= last_day, false) AS tested,
    coalesce(tested_on <= period_start, false) AS tested_by_day_one
FROM member;

CREATE MACRO denominators(on_day_one, on_all_days, regular, tested) AS
    list_filter(
        [
            'observed',
            CASE WHEN on_day_one THEN 'day_one' END,
            CASE WHEN on_all_days THEN 'whole_period' END,
            CASE WHEN regular THEN 'regular_care' END,
            CASE WHEN tested THEN 'dxa_tested' END],
        lambda name: name IS NOT NULL);

-- A class counts in its own group and in the wider ones.
CREATE TABLE classes (class VARCHAR, case_class VARCHAR);

INSERT INTO classes VALUES
    ('confirmed', 'confirmed'),
    ('confirmed', 'confirmed_or_probable'),
    ('confirmed', 'any'),
    ('probable', 'confirmed_or_probable'),
    ('probable', 'any'),
    ('suspected', 'any');

-- What is reported: the definitions of sample.yaml by groups of classes, every cause that a code set in use names, and
-- the items that hold several of them.
CREATE TABLE counted AS
WITH coded AS (
    SELECT DISTINCT
        CASE
            WHEN role IN ('secondary_cause', 'secondary_cause_extension') THEN 'secondary_cause'
            WHEN role IN ('med_cause', 'med_cause_dx_flag', 'med_cause_optional', 'optional_risk') THEN 'medication'
            WHEN role LIKE 'lifestyle_cause%' THEN 'lifestyle'
        END AS kind,
        item
    FROM read_csv(
        ['jobs/pediatric-osteoporosis/codes/*.csv', 'jobs/pediatric-osteoporosis/sample-local-codes.csv'],
        header = true, all_varchar = true, union_by_name = true)
    WHERE active = 'yes')
SELECT 'phenotype' AS kind, phenotype AS item, case_class
FROM (SELECT unnest(['ISCD_2019', 'URMC_SEED', 'WARD_BROAD', 'DX_CODE']) AS phenotype)
CROSS JOIN (SELECT DISTINCT case_class FROM classes)
UNION ALL
SELECT kind, item, 'all' FROM coded WHERE kind IS NOT NULL
UNION ALL
SELECT DISTINCT 'seed_row', split_part(item, '.', 1), 'all'
FROM coded
WHERE kind = 'secondary_cause' AND item LIKE '%.%'
UNION ALL
SELECT DISTINCT 'medication_union', 'any_glucocorticoid', 'all'
FROM coded
WHERE item IN ('steroids', 'corticosteroids');

-- What a child has, from which day and to which; NULL for ever. A class counts in every group that holds it, on the
-- days on which the child was in it; an item counts in itself and in the items that hold it.
CREATE TABLE findings AS
WITH items AS (
    SELECT
        patient_id,
        CASE
            WHEN role IN ('secondary_cause', 'secondary_cause_extension') THEN 'secondary_cause'
            WHEN role IN ('med_cause', 'med_cause_dx_flag', 'med_cause_optional', 'optional_risk') THEN 'medication'
            WHEN role LIKE 'lifestyle_cause%' THEN 'lifestyle'
        END AS kind,
        item,
        split_part(effect, '..', 1)::DATE AS effect_start,
        nullif(split_part(effect, '..', 2), '')::DATE AS effect_end
    FROM (SELECT *, unnest(string_split(effect_spans, ',')) AS effect FROM tags WHERE qualifies)),
stays AS (
    SELECT
        patient_id,
        phenotype,
        split_part(stay, ' ', 1) AS class,
        split_part(split_part(stay, ' ', 2), '..', 1)::DATE AS stay_start,
        nullif(split_part(split_part(stay, ' ', 2), '..', 2), '')::DATE AS stay_end
    FROM (SELECT *, unnest(string_split(classes_over_time, ';')) AS stay FROM verdicts))
SELECT
    v.patient_id,
    'phenotype' AS kind,
    v.phenotype AS item,
    c.case_class,
    v.stay_start AS first_day,
    v.stay_end AS last_day
FROM stays v JOIN classes c ON c.class = v.class
UNION ALL
SELECT patient_id, kind, item, 'all', effect_start, effect_end FROM items WHERE kind IS NOT NULL
UNION ALL
SELECT patient_id, 'seed_row', split_part(item, '.', 1), 'all', effect_start, effect_end
FROM items
WHERE kind = 'secondary_cause' AND item LIKE '%.%'
UNION ALL
SELECT patient_id, 'medication_union', 'any_glucocorticoid', 'all', effect_start, effect_end
FROM items
WHERE kind = 'medication' AND item IN ('steroids', 'corticosteroids');

-- Who is in each cohort: a case on the last day that the child contributes to the study. Age is that on the index date.
CREATE TABLE cohort_members AS
WITH member AS (
    SELECT
        k.phenotype,
        g.case_class,
        k.patient_id,
        k.cohort_start_date AS index_day,
        k.etiology,
        c.sex,
        c.birth,
        c.death_date,
        CASE
            WHEN k.cohort_start_date < c.birth OR k.cohort_start_date >= birthday(c.birth, s.max_age) THEN 'outside'
            ELSE age_band_on(c.birth, c.latest_birth, k.cohort_start_date)
        END AS age_band
    FROM cohort k
    JOIN classes g ON g.class = k.class
    JOIN children c ON c.patient_id = k.patient_id
    CROSS JOIN study s
    WHERE (SELECT max(d.last_day) FROM contributed d WHERE d.patient_id = k.patient_id)
        BETWEEN k.cohort_start_date AND coalesce(k.class_end_date, DATE '9999-12-31'))
SELECT *, age_group_of(age_band) AS age_group FROM member;
