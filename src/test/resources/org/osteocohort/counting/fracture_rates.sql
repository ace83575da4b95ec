-- Judges the table fracture_rates. Time is the contributed days of the study, divided where a child moves to another age
-- band; an event counts on a contributed day, for each broken bone and once for any, in its tier and in all of them.

CREATE TABLE observed_at_age AS
SELECT
    d.patient_id,
    c.sex,
    a.age_group,
    a.age_band,
    least(d.last_day, a.last_day) - greatest(d.first_day, a.first_day) + 1 AS days
FROM contributed d
JOIN children c ON c.patient_id = d.patient_id
JOIN ages a ON a.patient_id = d.patient_id AND a.first_day <= d.last_day AND a.last_day >= d.first_day;

CREATE TABLE broken AS
WITH event AS (
    SELECT
        f.patient_id,
        f.event_no,
        c.sex,
        age_band_on(c.birth, c.latest_birth, f.event_date) AS age_band,
        f.trauma_tier,
        f.confirmed,
        list_distinct(list_append(
            CASE WHEN f.sites = '' THEN ['other'] ELSE string_split(f.sites, ';') END, 'any')) AS bones
    FROM fractures f
    JOIN children c ON c.patient_id = f.patient_id
    WHERE f.counted AND EXISTS (
        SELECT 1 FROM contributed d
        WHERE d.patient_id = f.patient_id AND f.event_date BETWEEN d.first_day AND d.last_day))
SELECT
    patient_id,
    event_no,
    sex,
    age_group_of(age_band) AS age_group,
    age_band,
    unnest(bones) AS bone,
    trauma_tier,
    confirmed
FROM event;

CREATE TABLE broken_as_told AS
SELECT b.* EXCLUDE (trauma_tier, confirmed), t.tier AS trauma_tier, k.confirmation
FROM broken b, unnest(['all', b.trauma_tier]) t(tier), unnest(['all', 'confirmed']) k(confirmation)
WHERE k.confirmation = 'all' OR b.confirmed;

CREATE TABLE observed_strata AS
SELECT
    coalesce(sex, 'all') AS sex,
    coalesce(age_group, 'all') AS age_group,
    coalesce(age_band, 'all') AS age_band,
    count(DISTINCT patient_id) AS children_observed,
    sum(days)::BIGINT AS person_days
FROM observed_at_age
GROUP BY GROUPING SETS (
    (), (sex), (age_group), (age_group, age_band), (sex, age_group), (sex, age_group, age_band));

CREATE TABLE broken_strata AS
SELECT
    bone,
    trauma_tier,
    confirmation,
    coalesce(sex, 'all') AS sex,
    coalesce(age_group, 'all') AS age_group,
    coalesce(age_band, 'all') AS age_band,
    count(DISTINCT (patient_id, event_no)) AS events,
    count(DISTINCT patient_id) AS children
FROM broken_as_told
GROUP BY bone, trauma_tier, confirmation, GROUPING SETS (
    (), (sex), (age_group), (age_group, age_band), (sex, age_group), (sex, age_group, age_band));

CREATE TABLE judged_fracture_rates AS
SELECT w.bone, w.trauma_tier, w.confirmation, o.*, coalesce(b.events, 0) AS events, coalesce(b.children, 0) AS children
FROM observed_strata o
CROSS JOIN (SELECT DISTINCT bone, trauma_tier, confirmation FROM fracture_rates) w
LEFT JOIN broken_strata b USING (bone, trauma_tier, confirmation, sex, age_group, age_band);
