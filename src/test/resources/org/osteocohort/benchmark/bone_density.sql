-- Bone density as it was measured, and the child's height at the time.
-- In: code, means and child of extract.sql, the measurements, and the growth charts that come with the job, which are
-- read from the root of the repository.
-- Out: bone_density, a row for each child, day of a scan and site of the skeleton.
-- The limits and windows are project decisions that the class DensitySettings tells.
-- Not done: Z-scores computed from g/cm2 or adjusted for height by us, since the job names no tables for either.
-- Not done: results among the observations, or known by their source concept alone, or whose unit only a concept tells.
-- Not done: a hospital's own code as a part of a longer text; scans on five days in a row.
-- Not done: birth dates known by the year only, for which a height has no Z-score.

-- A hospital's own code comes before the concept beside it. T-scores have a role of their own and are never read.
CREATE TABLE density_record AS
WITH density_code AS (
    SELECT code, item, role
    FROM code
    WHERE vocabulary = 'LOCAL' AND role IN ('bmd_zscore', 'bmd_zscore_height_adjusted', 'bmd_areal')),
density_concept AS (
    SELECT concept_id, item, role
    FROM means
    WHERE role IN ('bmd_zscore', 'bmd_zscore_height_adjusted', 'bmd_areal')),
of_code AS (
    SELECT person_id, measurement_date, item, role, value_as_number, unit_source_value
    FROM '${extract}/measurement/*.parquet' JOIN density_code ON code = measurement_source_value),
of_concept AS MATERIALIZED (
    SELECT person_id, measurement_date, item, role, value_as_number, unit_source_value, measurement_source_value
    FROM '${extract}/measurement/*.parquet' JOIN density_concept ON concept_id = measurement_concept_id)
SELECT
    person_id,
    measurement_date AS day,
    item,
    role,
    value_as_number AS value,
    regexp_replace(lower(coalesce(unit_source_value, '')), '[\s{}\[\]]', '', 'g') AS unit
FROM (
    FROM of_code
    UNION ALL
    SELECT * EXCLUDE measurement_source_value
    FROM of_concept ANTI JOIN (FROM code WHERE vocabulary = 'LOCAL') own ON own.code = measurement_source_value);

-- A unit of mass overrules a code that promises a Z-score. A number that cannot be, or in a wrong unit, counts as none.
CREATE TABLE density_reading AS
WITH told AS (
    SELECT
        person_id,
        day,
        CASE
            WHEN item IN ('bmd.lumbar_spine', 'bmd.total_body_less_head', 'bmd.hip', 'bmd.femur', 'bmd.forearm')
                THEN replace(item, 'bmd.', '')
            ELSE 'unspecified'
        END AS site,
        CASE
            WHEN role = 'bmd_areal' OR unit_of_mass THEN 'areal'
            WHEN role = 'bmd_zscore_height_adjusted' THEN 'height_adjusted_z'
            ELSE 'raw_z'
        END AS quantity,
        CASE
            WHEN role = 'bmd_areal' OR unit_of_mass THEN unit_of_mass OR unit = ''
            ELSE unit IN ('', 'z-score', 'zscore', 'sd', 'score', '1')
        END AS right_unit,
        CASE WHEN starts_with(unit, 'mg/') THEN value / 1000 ELSE value END AS value
    FROM (
        SELECT
            *,
            unit IN ('g/cm2', 'g/cm^2', 'g/cm²', 'gm/cm2', 'mg/cm2', 'mg/cm^2', 'mg/cm²') AS unit_of_mass
        FROM density_record))
SELECT
    person_id,
    day,
    site,
    quantity,
    CASE
        WHEN right_unit AND quantity = 'areal' AND value > 0 AND value < 2.5 THEN value
        WHEN right_unit AND quantity <> 'areal' AND value BETWEEN -10 AND 6 THEN value
    END AS value
FROM told;

-- Results of the day after belong to a scan. It is dated by its first Z-score, and by its first result without one.
CREATE TABLE density_scan AS
WITH by_zscore AS (
    SELECT person_id, day
    FROM density_reading
    WHERE quantity <> 'areal' AND value IS NOT NULL
    GROUP BY person_id, day
    QUALIFY coalesce(day - lag(day) OVER (PARTITION BY person_id ORDER BY day) > 1, true)),
by_result AS (
    SELECT person_id, day
    FROM density_reading r
    WHERE NOT EXISTS (FROM by_zscore z WHERE z.person_id = r.person_id AND abs(z.day - r.day) <= 1)
    GROUP BY person_id, day
    QUALIFY coalesce(day - lag(day) OVER (PARTITION BY person_id ORDER BY day) > 1, true))
FROM by_zscore UNION ALL FROM by_result;

-- Of several values of a scan the lowest counts.
CREATE TABLE density_by_scan AS
WITH dated AS (
    SELECT
        r.person_id,
        r.site,
        r.quantity,
        r.value,
        coalesce(max(s.day) FILTER (s.day <= r.day), min(s.day), r.day) AS scan_date
    FROM density_reading r LEFT JOIN density_scan s ON s.person_id = r.person_id AND abs(s.day - r.day) <= 1
    GROUP BY r.person_id, r.site, r.quantity, r.value, r.day)
SELECT
    person_id,
    scan_date,
    site,
    min(value) FILTER (quantity = 'areal') AS bmd_g_cm2,
    min(value) FILTER (quantity = 'raw_z') AS z_raw,
    min(value) FILTER (quantity = 'height_adjusted_z') AS z_height_adjusted
FROM dated
GROUP BY person_id, scan_date, site;

-- Heights of the few who were scanned; beyond 40 and 230 cm a number is none.
CREATE TABLE height_record AS
WITH unit_of_length AS (
    FROM (VALUES
        ('', 1), ('cm', 1), ('centimeter', 1), ('centimetre', 1),
        ('in', 2.54), ('[in_i]', 2.54), ('[in_us]', 2.54), ('inch', 2.54), ('inches', 2.54),
        ('m', 100), ('meter', 100), ('metre', 100)) AS unit(unit, centimetres)),
recorded AS (
    SELECT person_id, measurement_date AS day, value_as_number AS value, unit_source_value
    FROM '${extract}/measurement/*.parquet'
    WHERE measurement_concept_id IN (SELECT concept_id FROM means WHERE item = 'height' AND role = 'anthropometry')
        AND person_id IN (SELECT person_id FROM density_by_scan))
SELECT person_id, day, value * u.centimetres AS centimetres
FROM recorded JOIN unit_of_length u ON u.unit = trim(lower(coalesce(unit_source_value, '')))
WHERE value * u.centimetres BETWEEN 40 AND 230;

-- The CDC's charts of 2000, from 24 to 240 months of 30.4375 days; between two ages on a straight line.
CREATE TABLE height_zscore AS
WITH point AS (
    SELECT if(sex = 'M', 'male', 'female') AS sex, "ageMonths" AS age, {'l': L, 'm': M, 's': S} AS lms
    FROM read_csv('src/main/resources/org/osteocohort/density/cdc2000-stature-for-age.csv', comment = '#')),
stretch AS (
    SELECT sex, age, lms, lead(age, 1, age) OVER older AS next_age, lead(lms, 1, lms) OVER older AS next_lms
    FROM point
    WINDOW older AS (PARTITION BY sex ORDER BY age)),
measured AS (
    SELECT person_id, day, centimetres, sex, (day - birth) / 30.4375 AS age
    FROM height_record JOIN child USING (person_id)),
compared AS (
    SELECT
        person_id,
        day,
        centimetres,
        if(next_age = c.age, 0, (h.age - c.age) / (next_age - c.age)) AS share,
        lms.l + share * (next_lms.l - lms.l) AS l,
        lms.m + share * (next_lms.m - lms.m) AS m,
        lms.s + share * (next_lms.s - lms.s) AS s
    FROM measured h ASOF JOIN stretch c ON c.sex = h.sex AND c.age <= h.age
    WHERE h.age <= next_age)
SELECT
    person_id,
    day,
    centimetres,
    if(abs(l) < 1e-6, ln(centimetres / m) / s, ((centimetres / m) ^ l - 1) / (l * s)) AS height_z
FROM compared;

-- The nearest height, within 90 days, or 180 of who is older than 16 years; of two as near the earlier one.
CREATE TABLE bone_density AS
WITH near_height AS (
    SELECT s.person_id, scan_date, height_z
    FROM (SELECT DISTINCT person_id, scan_date FROM density_by_scan) s
    JOIN child c ON c.person_id = s.person_id
    JOIN height_zscore h ON h.person_id = s.person_id
        AND abs(h.day - scan_date) <= CASE WHEN scan_date > birth + to_years(16) THEN 180 ELSE 90 END
    WHERE height_z BETWEEN -10 AND 6
    QUALIFY row_number() OVER (
        PARTITION BY s.person_id, scan_date ORDER BY abs(h.day - scan_date), h.day, centimetres) = 1)
SELECT
    person_id AS patient_id,
    scan_date,
    site,
    bmd_g_cm2,
    z_raw,
    z_height_adjusted,
    CASE WHEN site <> 'unspecified' THEN coalesce(z_height_adjusted, z_raw) END AS z_used,
    CASE
        WHEN z_used IS NULL THEN NULL
        WHEN z_height_adjusted IS NOT NULL THEN 'recorded_height_adjusted'
        ELSE 'recorded'
    END AS z_source,
    height_z,
    CASE WHEN z_used IS NULL THEN 'unknown' WHEN z_used <= -2 THEN 'low' ELSE 'not_low' END AS result
FROM density_by_scan LEFT JOIN near_height USING (person_id, scan_date);
