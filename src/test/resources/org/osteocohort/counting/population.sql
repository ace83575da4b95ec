-- The children that every count of a report is about, the strata that they are of, and the days that they contribute.
-- Written without a look at the Java that counts, from the meanings of the columns. What the study is, whoever runs
-- this says before: study(study_start, study_end, min_age, max_age, washout), one row. Both ends of a span of days are
-- inside.
-- In: patients, observation and outpatient_visits(patient_id, visit_day). Out: children, a row for each child of known
-- age; profiles and strata; regular_care; ages; contributed and observed_days, a row for each span of days of a child.

CREATE TABLE periods AS
SELECT 'study' AS period, study_start AS period_start, study_end AS period_end FROM study
UNION ALL
SELECT calendar.y::VARCHAR, make_date(calendar.y, 1, 1), make_date(calendar.y, 12, 31)
FROM range(2016, 2024) calendar(y);

CREATE TABLE bands (age_group VARCHAR, age_band VARCHAR, from_year INTEGER, to_year INTEGER);

INSERT INTO bands VALUES
    ('0-9', '0-4', 0, 5),
    ('0-9', '5-9', 5, 10),
    ('10-18', '10-14', 10, 15),
    ('10-18', '15-18', 15, 19);

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

-- Children who are alike in all strata but those of age.
CREATE TABLE profiles AS
SELECT row_number() OVER () AS profile, * FROM (SELECT DISTINCT sex, race, ethnicity, site FROM children);

-- The strata in which a child of a profile and an age band is counted.
CREATE TABLE in_strata AS
WITH divided(by_sex, by_group, by_band, by_race, by_ethnicity, by_site) AS (VALUES
    (false, false, false, false, false, false),
    (true, false, false, false, false, false),
    (false, true, false, false, false, false),
    (false, true, true, false, false, false),
    (true, true, false, false, false, false),
    (true, true, true, false, false, false),
    (false, false, false, true, false, false),
    (false, false, false, false, true, false),
    (false, false, false, false, false, true)),
known AS (
    SELECT age_group, age_band FROM bands UNION ALL VALUES ('uncertain', 'uncertain')),
stratum AS (
    SELECT
        p.profile,
        a.age_band AS band,
        CASE WHEN by_sex THEN p.sex ELSE 'all' END AS sex,
        CASE WHEN by_group THEN a.age_group ELSE 'all' END AS age_group,
        CASE WHEN by_band THEN a.age_band ELSE 'all' END AS age_band,
        CASE WHEN by_race THEN p.race ELSE 'all' END AS race,
        CASE WHEN by_ethnicity THEN p.ethnicity ELSE 'all' END AS ethnicity,
        CASE WHEN by_site THEN p.site ELSE 'all' END AS site
    FROM profiles p CROSS JOIN known a CROSS JOIN divided)
SELECT *, dense_rank() OVER (ORDER BY sex, age_group, age_band, race, ethnicity, site) AS stratum FROM stratum;

CREATE TABLE strata AS SELECT DISTINCT stratum, sex, age_group, age_band, race, ethnicity, site FROM in_strata;

-- Two outpatient visits a year apart between the first and the 21st birthday, and one every 18 months when these go on
-- for more than three years. A longer gap leaves two stretches of 182 days in a row without a visit (two zeros among
-- the bits): only of children who have these, the visits are put in order.
CREATE TABLE regular_care AS
WITH asked AS (
    SELECT patient_id, birthday(birth, 1) AS from_day, least(birthday(birth, 21) - 1, study_end) AS to_day
    FROM children CROSS JOIN study),
seen AS (
    SELECT v.patient_id, v.visit_day AS seen_on, v.visit_day - a.from_day AS age
    FROM outpatient_visits v
    JOIN asked a ON a.patient_id = v.patient_id AND v.visit_day BETWEEN a.from_day AND a.to_day),
seen_for_a_year AS (
    SELECT
        patient_id,
        max(seen_on) > min(seen_on) + INTERVAL 3 YEAR
            AND contains(rtrim(bin(bit_or(1::BIGINT << age // 182)), '0'), '00') AS gaps_matter
    FROM seen
    GROUP BY patient_id
    HAVING max(seen_on) >= min(seen_on) + INTERVAL 1 YEAR),
next_seen AS (
    SELECT patient_id, seen_on, lead(seen_on) OVER (PARTITION BY patient_id ORDER BY seen_on) AS seen_next
    FROM seen
    WHERE patient_id IN (SELECT patient_id FROM seen_for_a_year WHERE gaps_matter))
SELECT patient_id
FROM seen_for_a_year
WHERE patient_id NOT IN (SELECT patient_id FROM next_seen WHERE seen_next > seen_on + INTERVAL 18 MONTH);

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
WHERE latest_birth > birth AND to_year < 19 AND birthday(latest_birth, to_year) > birthday(birth, to_year);

-- The days that a child contributes: observed, alive, in the study and of the population's age. It is at risk of first
-- events after the washout, which is waived when observation begins within 30 days of birth.
CREATE TABLE contributed AS
SELECT * FROM (
    SELECT
        o.patient_id,
        greatest(o.start_date, s.study_start, birthday(c.birth, s.min_age)) AS first_day,
        least(o.end_date, c.death_date, s.study_end, birthday(c.birth, s.max_age) - 1) AS last_day,
        o.start_date + CASE WHEN o.start_date <= c.birth + 30 THEN 0 ELSE s.washout END AS at_risk_from
    FROM observation o JOIN children c ON c.patient_id = o.patient_id CROSS JOIN study s)
WHERE first_day <= last_day;

-- The days on which a record was kept of a living child.
CREATE TABLE observed_days AS
SELECT o.patient_id, o.start_date AS first_day, least(o.end_date, c.death_date) AS last_day
FROM observation o JOIN children c ON c.patient_id = o.patient_id
WHERE c.death_date IS NULL OR c.death_date >= o.start_date;
