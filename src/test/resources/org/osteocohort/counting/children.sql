-- What every judge of counting reads: the restricted tables as children, days, denominators and findings.
-- Written without a look at the Java that counts, from the meanings of the columns. The study is that of sample.yaml, with a longer washout.
-- Both ends of every span of days are inside.

CREATE TABLE study AS
SELECT DATE '2016-01-01' AS study_start, DATE '2023-12-31' AS study_end, 0 AS min_age, 19 AS max_age, 1500 AS washout;

CREATE TABLE periods AS
SELECT 'study' AS period, study_start AS period_start, study_end AS period_end FROM study
UNION ALL
SELECT calendar.y::VARCHAR, make_date(calendar.y, 1, 1), make_date(calendar.y, 12, 31) FROM range(2016, 2024) calendar(y);

CREATE TABLE bands (age_group VARCHAR, age_band VARCHAR, from_year INTEGER, to_year INTEGER);

INSERT INTO bands VALUES ('0-9', '0-4', 0, 5), ('0-9', '5-9', 5, 10), ('10-18', '10-14', 10, 15), ('10-18', '15-18', 15, 19);

-- A child of 29 February has its birthday on 1 March of other years.
CREATE MACRO birthday(birth, years) AS
    (birth + to_years(years))::DATE
    + CASE WHEN day((birth + to_years(years))::DATE) < day(birth) THEN 1 ELSE 0 END;

CREATE MACRO band_on(birth, on_day) AS
    CASE
        WHEN on_day < birthday(birth, 5) THEN '0-4'
        WHEN on_day < birthday(birth, 10) THEN '5-9'
        WHEN on_day < birthday(birth, 15) THEN '10-14'
        ELSE '15-18'
    END;

CREATE MACRO age_band_on(birth, latest_birth, on_day) AS
    CASE WHEN band_on(birth, on_day) = band_on(latest_birth, on_day) THEN band_on(birth, on_day) ELSE 'uncertain' END;

CREATE MACRO age_group_of(age_band) AS
    CASE
        WHEN age_band IN ('0-4', '5-9') THEN '0-9'
        WHEN age_band IN ('uncertain', 'outside') THEN age_band
        ELSE '10-18'
    END;

-- Children whose age can be told. An imprecise birth date is the first day that it may be; the latest is the last.
CREATE TABLE children AS
SELECT
    patient_id,
    sex,
    coalesce(nullif(nullif(trim(race), ''), 'all'), 'unknown') AS race,
    coalesce(nullif(nullif(trim(ethnicity), ''), 'all'), 'unknown') AS ethnicity,
    site,
    birth_date AS birth,
    CASE birth_date_precision
        WHEN 'day' THEN birth_date
        WHEN 'month' THEN last_day(birth_date)
        ELSE make_date(year(birth_date), 12, 31)
    END AS latest_birth,
    death_date
FROM patients
WHERE birth_date IS NOT NULL;

-- Two outpatient visits a year apart between the first and the 21st birthday, and one every 18 months when these go on
-- for more than three years.
CREATE TABLE regular_care AS
WITH seen AS (
    SELECT DISTINCT v.patient_id, v.visit_day AS seen_on
    FROM outpatient_visits v JOIN children c ON c.patient_id = v.patient_id CROSS JOIN study s
    WHERE v.visit_day >= birthday(c.birth, 1) AND v.visit_day < birthday(c.birth, 21) AND v.visit_day <= s.study_end),
next_seen AS (
    SELECT *, lead(seen_on) OVER (PARTITION BY patient_id ORDER BY seen_on) AS seen_next FROM seen)
SELECT patient_id
FROM next_seen
GROUP BY patient_id
HAVING max(seen_on) >= min(seen_on) + INTERVAL 1 YEAR
    AND (max(seen_on) <= min(seen_on) + INTERVAL 3 YEAR OR coalesce(bool_and(seen_next <= seen_on + INTERVAL 18 MONTH), true));

-- When a child surely is of a band, and when it may be of two.
CREATE TABLE ages AS
SELECT
    patient_id,
    age_group,
    age_band,
    CASE WHEN from_year = 0 THEN birth ELSE birthday(latest_birth, from_year) END AS first_day,
    birthday(birth, to_year) - 1 AS last_day
FROM children CROSS JOIN bands
UNION ALL
SELECT patient_id, 'uncertain', 'uncertain', birthday(birth, to_year), birthday(latest_birth, to_year) - 1
FROM children CROSS JOIN bands
WHERE to_year < 19 AND birthday(latest_birth, to_year) > birthday(birth, to_year);

-- The days that a child contributes: observed, alive, in the study and of the population's age.
CREATE TABLE contributed AS
SELECT * FROM (
    SELECT
        o.patient_id,
        greatest(o.start_date, s.study_start, birthday(c.birth, s.min_age)) AS first_day,
        least(o.end_date, c.death_date, s.study_end, birthday(c.birth, s.max_age) - 1) AS last_day
    FROM observation o JOIN children c ON c.patient_id = o.patient_id CROSS JOIN study s)
WHERE first_day <= last_day;

CREATE TABLE period_days AS
SELECT d.patient_id, p.period, greatest(d.first_day, p.period_start) AS first_day, least(d.last_day, p.period_end) AS last_day
FROM contributed d JOIN periods p ON d.first_day <= p.period_end AND d.last_day >= p.period_start;

-- One row for each child, period and denominator that the child belongs to.
CREATE TABLE members AS
WITH member AS (
    SELECT
        d.patient_id,
        d.period,
        min(d.first_day) AS first_day,
        max(d.last_day) AS last_day,
        bool_or(d.first_day = p.period_start) AS on_day_one,
        bool_or(d.first_day = p.period_start AND d.last_day = p.period_end) AS on_all_days
    FROM period_days d JOIN periods p ON p.period = d.period
    GROUP BY d.patient_id, d.period)
SELECT 'observed' AS denominator_name, patient_id, period, first_day, last_day FROM member
UNION ALL
SELECT 'day_one', patient_id, period, first_day, last_day FROM member WHERE on_day_one
UNION ALL
SELECT 'whole_period', patient_id, period, first_day, last_day FROM member WHERE on_all_days
UNION ALL
SELECT 'regular_care', m.patient_id, period, first_day, last_day
FROM member m
WHERE m.patient_id IN (SELECT patient_id FROM regular_care)
UNION ALL
SELECT 'dxa_tested', m.patient_id, period, first_day, last_day
FROM member m
WHERE m.patient_id IN (
    SELECT b.patient_id FROM bone_density b WHERE b.z_used IS NOT NULL AND b.scan_date <= m.last_day);

-- A class counts in its own group and in the wider ones.
CREATE TABLE classes (class VARCHAR, case_class VARCHAR);

INSERT INTO classes VALUES
    ('confirmed', 'confirmed'),
    ('confirmed', 'confirmed_or_probable'),
    ('confirmed', 'any'),
    ('probable', 'confirmed_or_probable'),
    ('probable', 'any'),
    ('suspected', 'any');

-- What a child has, from which day and to which; NULL for ever. A class counts in every group that holds it, on the days
-- on which the child was in it; an item counts in itself and in the items that hold it.
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
SELECT v.patient_id, 'phenotype' AS kind, v.phenotype AS item, c.case_class, v.stay_start AS first_day, v.stay_end AS last_day
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

-- The days on which a record was kept of a living child.
CREATE TABLE observed_days AS
SELECT o.patient_id, o.start_date AS first_day, least(o.end_date, c.death_date) AS last_day
FROM observation o JOIN children c ON c.patient_id = o.patient_id
WHERE c.death_date IS NULL OR c.death_date >= o.start_date;
