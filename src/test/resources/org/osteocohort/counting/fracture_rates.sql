-- Judges the table fracture_rates. Time is the contributed days of the study, divided where a child moves to another
-- age band; an event counts on a contributed day, for each broken bone and once for any, in its tier and in all of
-- them.
-- In: fractures; children, contributed and ages of population.sql.
-- Out: judged_fracture_rates, a row for each bone, tier of trauma, confirmation and stratum of sex and age in which
-- somebody is observed.

CREATE TABLE told_fractures AS
SELECT *
FROM (SELECT unnest(['humerus', 'forearm', 'femur', 'lower_leg', 'ankle', 'vertebral', 'other', 'any']) AS bone)
CROSS JOIN (SELECT unnest(['unknown', 'low', 'moderate', 'high', 'abuse', 'all']) AS trauma_tier)
CROSS JOIN (SELECT unnest(['all', 'confirmed']) AS confirmation);

-- The ages at which somebody is seen, as one number: each band has a bit of its own.
CREATE MACRO age_bit(age_band) AS
    CASE age_band WHEN '0-4' THEN 1 WHEN '5-9' THEN 2 WHEN '10-14' THEN 4 WHEN '15-18' THEN 8 ELSE 16 END;

-- A stratum of ages holds whoever was seen at one of its bits, once.
CREATE TABLE age_strata AS
WITH level AS (
    SELECT age_group, age_band, age_bit(age_band) AS bits FROM bands
    UNION ALL
    SELECT 'uncertain', 'uncertain', age_bit('uncertain'))
SELECT
    coalesce(age_group, 'all') AS age_group,
    coalesce(age_band, 'all') AS age_band,
    bit_or(bits) AS bits
FROM level
GROUP BY GROUPING SETS ((), (age_group), (age_group, age_band));

CREATE TABLE observed_at_age AS
SELECT
    d.patient_id,
    c.sex,
    age_bit(a.age_band) AS bits,
    least(d.last_day, a.last_day) - greatest(d.first_day, a.first_day) + 1 AS days
FROM contributed d
JOIN children c ON c.patient_id = d.patient_id
JOIN ages a ON a.patient_id = d.patient_id AND a.first_day <= d.last_day AND a.last_day >= d.first_day;

CREATE TABLE observed_strata AS
WITH child AS (
    SELECT patient_id, sex, bit_or(bits) AS bits FROM observed_at_age GROUP BY patient_id, sex),
finest AS (
    SELECT sex, bits, count(*) AS children, 0 AS days FROM child GROUP BY sex, bits
    UNION ALL
    SELECT sex, bits, 0, sum(days) FROM observed_at_age GROUP BY sex, bits)
SELECT
    coalesce(f.sex, 'all') AS sex,
    a.age_group,
    a.age_band,
    sum(f.children)::BIGINT AS children_observed,
    sum(f.days)::BIGINT AS person_days
FROM finest f JOIN age_strata a ON a.bits & f.bits <> 0
GROUP BY a.age_group, a.age_band, GROUPING SETS ((), (f.sex));

CREATE TABLE broken AS
SELECT
    f.patient_id,
    c.sex,
    age_bit(age_band_on(c.birth, c.latest_birth, f.event_date)) AS bits,
    unnest(list_distinct(list_append(
        CASE WHEN f.sites = '' THEN ['other'] ELSE string_split(f.sites, ';') END, 'any'))) AS bone,
    f.trauma_tier,
    f.confirmed
FROM fractures f
JOIN children c ON c.patient_id = f.patient_id
WHERE f.counted AND EXISTS (
    SELECT 1 FROM contributed d
    WHERE d.patient_id = f.patient_id AND f.event_date BETWEEN d.first_day AND d.last_day);

-- A child with several events of a kind is counted once in each stratum of ages.
CREATE TABLE broken_strata AS
WITH told AS (
    SELECT b.patient_id, b.sex, b.bits, b.bone, t.tier AS trauma_tier, k.confirmation
    FROM broken b, unnest(['all', b.trauma_tier]) t(tier), unnest(['all', 'confirmed']) k(confirmation)
    WHERE k.confirmation = 'all' OR b.confirmed),
child AS (
    SELECT bone, trauma_tier, confirmation, patient_id, sex, bit_or(bits) AS bits FROM told GROUP BY ALL),
finest AS (
    SELECT bone, trauma_tier, confirmation, sex, bits, 0 AS events, count(*) AS children FROM child GROUP BY ALL
    UNION ALL
    SELECT bone, trauma_tier, confirmation, sex, bits, count(*), 0 FROM told GROUP BY ALL)
SELECT
    f.bone,
    f.trauma_tier,
    f.confirmation,
    coalesce(f.sex, 'all') AS sex,
    a.age_group,
    a.age_band,
    sum(f.events)::BIGINT AS events,
    sum(f.children)::BIGINT AS children
FROM finest f JOIN age_strata a ON a.bits & f.bits <> 0
GROUP BY f.bone, f.trauma_tier, f.confirmation, a.age_group, a.age_band, GROUPING SETS ((), (f.sex));

CREATE TABLE judged_fracture_rates AS
SELECT w.bone, w.trauma_tier, w.confirmation, o.*, coalesce(b.events, 0) AS events, coalesce(b.children, 0) AS children
FROM observed_strata o
CROSS JOIN told_fractures w
LEFT JOIN broken_strata b USING (bone, trauma_tier, confirmation, sex, age_group, age_band);
