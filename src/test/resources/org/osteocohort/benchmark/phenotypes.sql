-- Who has osteoporosis by each of the four definitions, since when, and why: the rules of phenotypes/iscd-2019.yaml,
-- urmc-seed.yaml, ward-broad.yaml and dx-code.yaml, and of codes/etiology-rules.yaml.
-- In: event, vocabulary, stay and child of extract.sql, observation of patients.sql, contributed of
-- population.sql, fractures, bone_density, tags and tag_span, and the extract's measurements.
-- Out: verdicts, a row for each child and definition, and cohort, a row for each stay of a child in a class.
-- Each day is judged by what was on record up to it. All that is asked for holds from some day on for ever, so that a
-- way into a class is open from one day until, at most, the day on which bone density became known. Never is infinity.
-- Flags of both tables are those of the definitions at the end of the record.
-- Not done: definitions with settings of their own for fractures, and lookbackDays, minAgeDays and countUnit other than
-- all, 0 and event. Of two results of one laboratory item on one day the lower record_id decides, not the lower code.
-- Laboratory results are looked for in measurement alone. That a diagnosis was made in hospital is told by its visit
-- alone, not by its own type.

-- What a definition counts as fractures: so many events of a kind, of an energy, before a birthday.
-- No setting of iscd-2019.yaml and ward-broad.yaml that is used here differs between the two.
CREATE TABLE fracture_arm AS
FROM (VALUES
    -- iscd-2019.yaml: vertebralKinds, vertebralTraumaExcluded, maxAgeYears; the same in the other two
    ('vertebral_compression', 1, 'vertebral_compression', 'not_high', false, 19),
    -- ward-broad.yaml: vertebral_unspecified, traumaExcluded
    ('vertebral_unspecified', 1, 'vertebral_unspecified', 'not_high', false, 19),
    -- iscd-2019.yaml: fracturesByAge, longBones, limbTraumaExcluded, byAgeYears; the same in ward-broad.yaml
    ('limb_by_age', 2, 'long_bone', 'not_high', false, 10),
    -- iscd-2019.yaml: fracturesAnyAge, longBones, limbTraumaExcluded, maxAgeYears; the same in ward-broad.yaml
    ('limb_any_age', 3, 'long_bone', 'not_high', false, 19),
    -- ward-broad.yaml: low_trauma_long_bone, of lowTrauma or pathologic and not of traumaExcluded
    ('low_trauma_limb', 1, 'long_bone', 'low', false, 19),
    ('pathologic_limb', 1, 'long_bone', 'not_high', true, 19),
    -- urmc-seed.yaml: multipleFractures, traumaExcluded
    ('several', 2, NULL, 'not_high', false, 19),
    -- urmc-seed.yaml: withoutTrauma, by its code or by its accident
    ('pathologic', 1, NULL, 'not_high', true, 19),
    ('low_trauma', 1, NULL, 'low', false, 19),
    -- any_counted_fracture of all three
    ('any', 1, NULL, 'any', false, 19))
AS fracture_arm(arm, needed, kind, trauma, pathologic, before_years);

-- Which of them make a fracture history: limb_fracture_history of iscd-2019.yaml and ward-broad.yaml,
-- low_trauma_long_bone of ward-broad.yaml, fracture_history of urmc-seed.yaml.
CREATE MACRO limb_arms() AS ['limb_by_age', 'limb_any_age'];

CREATE MACRO low_trauma_arms() AS ['low_trauma_limb', 'pathologic_limb'];

CREATE MACRO clinic_arms() AS ['several', 'pathologic', 'low_trauma', 'vertebral_compression'];

-- The fractures of a child that an arm counts, where there are enough. Those after the needed ones count on, since
-- each widens the window for bone density. No kind's name is a part of another's.
CREATE TABLE fracture_series AS
SELECT person_id, arm, days[1] AS first_day, days[needed] AS complete_day, days, needed
FROM (
    SELECT f.patient_id AS person_id, a.arm, a.needed, list(f.event_date ORDER BY f.event_date) AS days
    FROM fractures f
    JOIN child c ON c.person_id = f.patient_id
    JOIN fracture_arm a ON (a.kind IS NULL OR contains(f.kinds, a.kind))
        AND (f.trauma_tier = 'low' OR a.trauma <> 'low')
        AND (f.trauma_tier <> 'high' OR a.trauma <> 'not_high')
        AND (f.pathologic OR NOT a.pathologic)
        AND f.event_date < birthday(c.birth, a.before_years)
    WHERE f.counted
    GROUP BY ALL)
WHERE len(days) >= needed;

-- A result counts where it has a Z-score: dxaSites, zKind (z_used is adjusted_else_raw), zThreshold of all three.
CREATE TABLE usable_density AS
SELECT
    b.patient_id AS person_id,
    b.scan_date AS day,
    b.site,
    b.z_used,
    b.z_source,
    b.z_used <= -2.0 AS low,
    -- ISCD 2019: a child is short below a height Z-score of -2.0
    b.z_height_adjusted IS NULL AND b.height_z < -2.0 AS short_unadjusted,
    b.scan_date < birthday(c.birth, 19) AS young
FROM bone_density b JOIN child c ON c.person_id = b.patient_id
WHERE b.site IN ('lumbar_spine', 'total_body_less_head') AND b.z_used IS NOT NULL;

-- Diagnoses before the 19th birthday (maxAgeYears) and osteogenesis imperfecta at any age.
CREATE TABLE diagnosis_day AS
SELECT *, day - min(day) OVER (PARTITION BY person_id, item) AS days_since
FROM (
    SELECT e.person_id, e.item, e.day, bool_or(s.visit_occurrence_id IS NOT NULL) AS in_hospital
    FROM (
        SELECT person_id, day, visit, if(role = 'secondary_cause', item, role) AS item
        FROM event
        WHERE role = 'osteoporosis_dx' OR role = 'secondary_cause' AND item = 'osteogenesis_imperfecta') e
    JOIN child c ON c.person_id = e.person_id
    LEFT JOIN stay s ON s.visit_occurrence_id = e.visit
    WHERE e.item = 'osteogenesis_imperfecta' OR e.day < birthday(c.birth, 19)
    GROUP BY ALL);

-- When a cause was in effect (etiology-rules.yaml: causeGroups), of the children who can be in a class.
CREATE TABLE cause_effect AS
SELECT
    person_id,
    role,
    item,
    first_day,
    coalesce(last_day, DATE 'infinity') AS last_day
FROM tag_span
WHERE role IN ('secondary_cause', 'med_cause', 'lifestyle_cause')
    AND person_id IN (SELECT person_id FROM fracture_series UNION ALL SELECT person_id FROM diagnosis_day);

-- What is found of a child, and since when; for what is asked around fractures also of which arm these are.
CREATE TABLE first_known AS
SELECT person_id, 'fractures' AS finding, arm, complete_day AS day FROM fracture_series
UNION ALL
-- dxaDaysBefore the first and dxaDaysAfter the last of the fractures that are known by then
SELECT
    s.person_id,
    unnest(if(d.low, ['density_known', 'density_low'], ['density_known'])),
    s.arm,
    greatest(s.last_day, d.day)
FROM (SELECT person_id, arm, first_day, unnest(days[needed:]) AS last_day FROM fracture_series) s
JOIN usable_density d ON d.person_id = s.person_id AND d.day BETWEEN s.first_day - 365 AND s.last_day + 730
UNION ALL
-- ward-broad.yaml: riskGroups, riskItems, riskDaysAfter
SELECT s.person_id, 'risk', s.arm, greatest(s.day, e.first_day)
FROM (
    SELECT person_id, arm, unnest(days) AS day
    FROM fracture_series
    WHERE arm = 'vertebral_unspecified' OR arm IN low_trauma_arms()) s
JOIN cause_effect e ON e.person_id = s.person_id AND e.first_day <= s.day + 90 AND e.last_day >= s.day
WHERE e.role IN ('secondary_cause', 'med_cause')
    OR e.item = 'inactivity_immobility'
    OR starts_with(e.item, 'inactivity_immobility.')
UNION ALL
SELECT person_id, 'low_density', NULL, day FROM usable_density WHERE low AND young
UNION ALL
SELECT person_id, 'short_unadjusted', NULL, day FROM usable_density WHERE short_unadjusted
UNION ALL
-- ward-broad.yaml: zFall, fallFromDays, fallToDays; binary rounding must not hide a fall of 0.5
SELECT later.person_id, 'falling_density', NULL, later.day
FROM usable_density earlier
JOIN usable_density later ON later.person_id = earlier.person_id
    AND later.site = earlier.site
    AND later.z_source = earlier.z_source
    AND later.day BETWEEN earlier.day + 183 AND earlier.day + 731
WHERE earlier.z_used - later.z_used >= 0.5 - 1e-9
UNION ALL
-- diagnosisDates and geneticDates of urmc-seed.yaml and ward-broad.yaml: a second day on record, or once in hospital
SELECT person_id, item, NULL, day FROM diagnosis_day WHERE in_hospital OR days_since > 0
UNION ALL
-- dx-code.yaml: diagnosisDates, daysApart
SELECT person_id, 'osteoporosis_dx_apart', NULL, day
FROM diagnosis_day
WHERE item = 'osteoporosis_dx' AND (in_hospital OR days_since >= 30)
UNION ALL
-- urmc-seed.yaml: bisphosphonate_after_fracture
SELECT e.person_id, 'bisphosphonate_after_fracture', NULL, e.day
FROM event e
JOIN (
    SELECT person_id, min(first_day) AS first_day
    FROM fracture_series
    WHERE arm IN clinic_arms()
    GROUP BY person_id) s ON s.person_id = e.person_id AND e.day >= s.first_day
WHERE e.role = 'treatment' AND (e.item = 'bisphosphonate' OR starts_with(e.item, 'bisphosphonate.'))
UNION ALL
SELECT patient_id, 'atypical_femur', NULL, event_date FROM fractures WHERE counted AND atypical_femur
UNION ALL
SELECT patient_id, 'left_truncated', NULL, event_date FROM fractures WHERE left_truncated;

CREATE MACRO earliest_known(day, condition) AS coalesce(min(day) FILTER (condition), DATE 'infinity');

-- The criteria of the definitions, each with the day since which it holds.
CREATE TABLE criterion_day AS
SELECT
    person_id,
    earliest_known(day, finding = 'fractures' AND arm = 'any') AS any_fracture,
    earliest_known(day, finding = 'fractures' AND arm = 'vertebral_compression') AS vertebral,
    earliest_known(day, finding = 'fractures' AND arm IN limb_arms()) AS limb_history,
    earliest_known(day, finding = 'density_known' AND arm IN limb_arms()) AS limb_density_known,
    earliest_known(day, finding = 'density_low' AND arm IN limb_arms()) AS limb_density_low,
    earliest_known(day, finding = 'fractures' AND arm IN clinic_arms()) AS clinic_history,
    earliest_known(day, finding = 'density_known' AND arm IN clinic_arms()) AS clinic_density_known,
    earliest_known(day, finding = 'density_low' AND arm IN clinic_arms()) AS clinic_density_low,
    earliest_known(day, finding = 'risk' AND arm = 'vertebral_unspecified') AS vertebral_unspecified_at_risk,
    earliest_known(day, finding = 'risk' AND arm IN low_trauma_arms()) AS low_trauma_at_risk,
    earliest_known(
        day,
        finding = 'risk' AND arm IN low_trauma_arms() OR finding = 'fractures' AND arm IN limb_arms())
        AS probable_grounds,
    earliest_known(
        day,
        finding = 'density_low' AND (arm IN limb_arms() OR arm IN low_trauma_arms()) OR finding = 'falling_density')
        AS density_support,
    earliest_known(day, finding = 'low_density') AS low_density,
    earliest_known(day, finding = 'short_unadjusted') AS short_unadjusted,
    earliest_known(day, finding = 'osteoporosis_dx') AS osteoporosis_dx,
    earliest_known(day, finding = 'osteoporosis_dx_apart') AS osteoporosis_dx_apart,
    earliest_known(day, finding = 'osteogenesis_imperfecta') AS osteogenesis_imperfecta,
    earliest_known(day, finding = 'bisphosphonate_after_fracture') AS bisphosphonate_after_fracture,
    earliest_known(day, finding = 'atypical_femur') AS atypical_femur,
    earliest_known(day, finding = 'left_truncated') AS left_truncated
FROM first_known
GROUP BY person_id;

-- The classes of the definitions in the order of the files: a way into a class is open on the days from opens to the
-- day before closes, and the fractures of its arms are those that it counts.
CREATE TABLE class_way AS
WITH open AS (
    SELECT person_id, 'ISCD_2019' AS phenotype, 1 AS rule, 'confirmed' AS class, 'vertebral' AS path,
        vertebral AS opens, DATE 'infinity' AS closes, ['vertebral_compression'] AS arms
    FROM criterion_day
    UNION ALL
    SELECT person_id, 'ISCD_2019', 2, 'confirmed', 'limb',
        greatest(limb_history, limb_density_low), DATE 'infinity', limb_arms()
    FROM criterion_day
    UNION ALL
    SELECT person_id, 'ISCD_2019', 3, 'suspected', 'limb_without_dxa', limb_history, limb_density_known, limb_arms()
    FROM criterion_day
    UNION ALL
    SELECT person_id, 'URMC_SEED', 1, 'confirmed', 'fractures_and_low_density',
        greatest(clinic_history, clinic_density_low), DATE 'infinity', clinic_arms()
    FROM criterion_day
    UNION ALL
    SELECT person_id, 'URMC_SEED', 2, 'probable', 'fractures_and_diagnosis',
        greatest(clinic_history, osteoporosis_dx), clinic_density_known, clinic_arms()
    FROM criterion_day
    UNION ALL
    SELECT person_id, 'URMC_SEED', 3, 'probable', 'fractures_and_bisphosphonate',
        greatest(clinic_history, bisphosphonate_after_fracture), clinic_density_known, clinic_arms()
    FROM criterion_day
    UNION ALL
    SELECT person_id, 'URMC_SEED', 4, 'suspected', 'symptom', clinic_history, DATE 'infinity', clinic_arms()
    FROM criterion_day
    UNION ALL
    SELECT person_id, 'WARD_BROAD', 1, 'confirmed', 'vertebral', vertebral, DATE 'infinity', ['vertebral_compression']
    FROM criterion_day
    UNION ALL
    SELECT person_id, 'WARD_BROAD', 2, 'confirmed', 'vertebral_unspecified_at_risk',
        vertebral_unspecified_at_risk, DATE 'infinity', ['vertebral_unspecified']
    FROM criterion_day
    UNION ALL
    SELECT person_id, 'WARD_BROAD', 3, 'confirmed', 'osteogenesis_imperfecta',
        greatest(osteogenesis_imperfecta, any_fracture), DATE 'infinity', ['any']
    FROM criterion_day
    UNION ALL
    -- fractures after low trauma are among the grounds once the child is known to be at risk
    SELECT person_id, 'WARD_BROAD', 4, 'confirmed', 'supported_by_density',
        greatest(probable_grounds, density_support), DATE 'infinity',
        if(low_trauma_at_risk < DATE 'infinity', limb_arms() || low_trauma_arms(), limb_arms())
    FROM criterion_day
    UNION ALL
    SELECT person_id, 'WARD_BROAD', 5, 'confirmed', 'supported_by_diagnosis',
        greatest(probable_grounds, osteoporosis_dx), DATE 'infinity',
        if(low_trauma_at_risk < DATE 'infinity', limb_arms() || low_trauma_arms(), limb_arms())
    FROM criterion_day
    UNION ALL
    SELECT person_id, 'WARD_BROAD', 6, 'probable', 'low_trauma_at_risk',
        low_trauma_at_risk, DATE 'infinity', low_trauma_arms()
    FROM criterion_day
    UNION ALL
    SELECT person_id, 'WARD_BROAD', 7, 'probable', 'limb_fracture_history', limb_history, DATE 'infinity', limb_arms()
    FROM criterion_day
    UNION ALL
    SELECT person_id, 'DX_CODE', 1, 'confirmed', 'diagnosis', osteoporosis_dx_apart, DATE 'infinity', []
    FROM criterion_day)
SELECT * FROM open WHERE opens < closes;

-- On each day on which a way opens or closes the surest class counts, and in it the way that was open first. A stay
-- lasts while the class is the same, whichever way leads into it later.
CREATE TABLE class_stay AS
WITH turning AS (
    SELECT person_id, phenotype, opens AS day FROM class_way
    UNION
    SELECT person_id, phenotype, closes FROM class_way WHERE closes < DATE 'infinity'),
best AS (
    SELECT t.person_id, t.phenotype, t.day, w.class, w.path, w.arms
    FROM turning t
    LEFT JOIN class_way w ON w.person_id = t.person_id
        AND w.phenotype = t.phenotype
        AND w.opens <= t.day
        AND w.closes > t.day
    QUALIFY row_number() OVER (
        PARTITION BY t.person_id, t.phenotype, t.day
        ORDER BY list_position(['confirmed', 'probable', 'suspected'], w.class), w.opens, w.rule) = 1),
changed AS (
    SELECT *
    FROM best
    QUALIFY class IS DISTINCT FROM lag(class) OVER (PARTITION BY person_id, phenotype ORDER BY day)),
lasting AS (
    SELECT *, lead(day) OVER (PARTITION BY person_id, phenotype ORDER BY day) - 1 AS last_day FROM changed),
-- the first of the fractures that sufficed by the first day
fractured AS (
    SELECT l.person_id, l.phenotype, l.day, min(s.first_day) AS first_fracture_date
    FROM (SELECT person_id, phenotype, day, unnest(arms) AS arm FROM lasting) l
    JOIN fracture_series s ON s.person_id = l.person_id AND s.arm = l.arm AND s.complete_day <= l.day
    GROUP BY ALL)
SELECT l.person_id, l.phenotype, l.class, l.path, l.day, l.last_day, f.first_fracture_date
FROM lasting l
LEFT JOIN fractured f ON f.person_id = l.person_id AND f.phenotype = l.phenotype AND f.day = l.day
WHERE l.class IS NOT NULL;

-- What can be said of the cause on each index date: etiology-rules.yaml, where each number of days has its name.
CREATE TABLE index_day AS
SELECT
    i.person_id,
    i.day,
    -- causeDaysAfterIndex
    coalesce(list(DISTINCT e.item ORDER BY e.item) FILTER (e.first_day <= i.day + 90 AND e.last_day >= i.day), [])
        AS causes,
    -- lateCauseDays, noBarItems
    coalesce(
        bool_or(e.first_day <= i.day + 365 AND e.last_day >= i.day AND e.item <> 'excess_exercise_energy_imbalance'),
        false) AS cause_within_year,
    coalesce(bool_or(e.last_day < i.day AND e.item <> 'excess_exercise_energy_imbalance'), false) AS cause_before
FROM (SELECT DISTINCT person_id, day FROM class_stay) i
LEFT JOIN cause_effect e ON e.person_id = i.person_id
GROUP BY i.person_id, i.day;

CREATE TABLE judged_cause AS
SELECT
    i.person_id,
    i.day,
    array_to_string(i.causes, ';') AS causes,
    CASE
        -- geneticItems
        WHEN list_contains(i.causes, 'osteogenesis_imperfecta') THEN 'genetic'
        -- noBarItems
        WHEN len(list_filter(i.causes, lambda item: item <> 'excess_exercise_energy_imbalance')) > 0 THEN 'secondary'
        WHEN i.cause_within_year THEN 'secondary_late'
        WHEN d.first_date <= i.day + 365 THEN 'other_disease'
        -- observedDaysBefore
        WHEN i.cause_before OR o.start_date IS NULL OR o.start_date > i.day - 365 THEN 'undetermined'
        -- observedDaysAfter
        WHEN o.end_date < i.day + 365 THEN 'ijo_no_cause_recorded'
        ELSE 'ijo_no_cause_observed'
    END AS etiology,
    o.end_date AS observed_until
FROM index_day i
LEFT JOIN observation o ON o.patient_id = i.person_id AND i.day BETWEEN o.start_date AND o.end_date
LEFT JOIN (
    -- barGroup: any record, whether the item's own rule holds or not
    SELECT patient_id, min(first_date) AS first_date
    FROM tags
    WHERE role = 'ijo_exclusion_genetic_or_endocrine'
    GROUP BY patient_id) d ON d.patient_id = i.person_id;

-- etiology-rules.yaml: labs
CREATE TABLE required_lab AS
FROM (VALUES
    (1, ['lab.calcium'], 8.4, 10.8, 'mg/dl'),
    (2, ['lab.phosphorus'], 2.5, 7.0, 'mg/dl'),
    (3, ['lab.vitamin_d'], 20, NULL, 'ng/ml'),
    (4, ['lab.pth', 'lab.alkaline_phosphatase'], NULL, NULL, NULL),
    (5, ['lab.creatinine'], NULL, 1.2, 'mg/dl'))
AS required_lab(lab, items, least_value, most_value, unit);

-- Idiopathic disease is supported where the age fits and, of each laboratory test that is required, the result nearest
-- to the index date is within its range. A result without a number or in another unit supports nothing.
CREATE TABLE supported_idiopathic AS
WITH unexplained AS (
    SELECT j.person_id, j.day
    FROM judged_cause j JOIN child c ON c.person_id = j.person_id
    -- minAgeYears and maxAgeYears, in completed years
    WHERE j.etiology = 'ijo_no_cause_observed' AND j.day >= birthday(c.birth, 2) AND j.day < birthday(c.birth, 19)),
wanted AS (
    SELECT person_id, day, record_id, lab, least_value, most_value, l.unit
    FROM event e JOIN required_lab l ON list_contains(l.items, e.item)
    WHERE e.domain = 'measurement' AND e.role = 'lab' AND e.person_id IN (SELECT person_id FROM unexplained)),
nearest AS (
    SELECT
        u.person_id,
        u.day,
        value_as_number >= coalesce(least_value, value_as_number)
            AND value_as_number <= coalesce(most_value, value_as_number)
            AND (w.unit IS NULL OR lower(coalesce(unit_source_value, v.code, w.unit)) = w.unit) AS normal
    FROM unexplained u
    -- labDays
    JOIN wanted w ON w.person_id = u.person_id AND w.day BETWEEN u.day - 180 AND u.day + 180
    JOIN '${extract}/measurement/*.parquet' m ON m.measurement_id = w.record_id
    LEFT JOIN vocabulary v ON v.concept_id = m.unit_concept_id
    QUALIFY row_number() OVER (
        PARTITION BY u.person_id, u.day, w.lab ORDER BY abs(w.day - u.day), w.day, w.record_id) = 1)
SELECT person_id, day
FROM nearest
WHERE normal
GROUP BY person_id, day
HAVING count(*) = (SELECT count(*) FROM required_lab);

-- Remarks at the end of the record, in the order of the alphabet.
CREATE TABLE phenotype_flags AS
WITH held AS (
    SELECT
        person_id,
        limb_history < DATE 'infinity' AS limb_history,
        limb_density_known < DATE 'infinity' AS limb_known,
        limb_density_low < DATE 'infinity' AS limb_low,
        vertebral < DATE 'infinity' AS vertebral,
        clinic_history < DATE 'infinity' AS clinic_history,
        clinic_density_known < DATE 'infinity' AS clinic_known,
        clinic_density_low < DATE 'infinity' AS clinic_low,
        density_support < DATE 'infinity' AS density_support,
        low_density < DATE 'infinity' AS low_density,
        any_fracture < DATE 'infinity' AS any_fracture,
        if(left_truncated < DATE 'infinity', 'leftTruncated', NULL) AS left_truncated,
        if(atypical_femur < DATE 'infinity', 'possibleBisphosphonateAdverseEvent', NULL) AS atypical_femur,
        if(short_unadjusted < DATE 'infinity', 'shortUnadjusted', NULL) AS short_unadjusted
    FROM criterion_day)
SELECT
    person_id,
    'ISCD_2019' AS phenotype,
    concat_ws(';',
        if(limb_history AND limb_known AND NOT limb_low AND NOT vertebral, 'fragilityNotExcluded', NULL),
        left_truncated,
        if(low_density AND NOT any_fracture, 'lowBmdForAge', NULL),
        if(low_density AND any_fracture AND NOT limb_history AND NOT vertebral, 'nearMiss', NULL),
        if(limb_history AND NOT limb_known AND NOT vertebral, 'needsDxa', NULL),
        atypical_femur,
        short_unadjusted) AS flags
FROM held
UNION ALL
SELECT
    person_id,
    'URMC_SEED',
    concat_ws(';',
        if(clinic_history AND clinic_known AND NOT clinic_low, 'bmdNormal', NULL),
        left_truncated,
        if(low_density AND NOT any_fracture, 'lowBmdForAge', NULL),
        if(clinic_history AND NOT clinic_known, 'needsDxa', NULL),
        atypical_femur,
        short_unadjusted)
FROM held
UNION ALL
SELECT person_id, 'WARD_BROAD', concat_ws(';', if(density_support, 'bmdSupport', NULL), left_truncated, atypical_femur)
FROM held
UNION ALL
SELECT person_id, 'DX_CODE', coalesce(left_truncated, '') FROM held;

CREATE TABLE cohort AS
SELECT
    s.phenotype,
    s.person_id AS patient_id,
    s.person_id::VARCHAR AS subject_id,
    s.day AS cohort_start_date,
    least(s.last_day, coalesce(j.observed_until, s.day)) AS cohort_end_date,
    s.class,
    s.last_day AS class_end_date,
    coalesce(c.last_day BETWEEN s.day AND coalesce(s.last_day, c.last_day), false) AS in_study,
    s.path,
    if(p.person_id IS NULL, j.etiology, 'ijo_supported') AS etiology,
    s.first_fracture_date,
    j.causes,
    r.flags
FROM class_stay s
JOIN judged_cause j ON j.person_id = s.person_id AND j.day = s.day
JOIN phenotype_flags r ON r.person_id = s.person_id AND r.phenotype = s.phenotype
LEFT JOIN supported_idiopathic p ON p.person_id = s.person_id AND p.day = s.day
LEFT JOIN (
    SELECT patient_id, max(last_day) AS last_day
    FROM contributed
    GROUP BY patient_id) c ON c.patient_id = s.person_id;

-- The class at the end of the record is the one without an end. Of whom nothing is found, no definition is met.
CREATE TABLE verdicts AS
SELECT
    r.person_id AS patient_id,
    r.phenotype,
    coalesce(s.class, 'not_met') AS class,
    s.index_date,
    s.path,
    r.flags,
    s.classes_over_time
FROM phenotype_flags r
LEFT JOIN (
    SELECT
        person_id,
        phenotype,
        max(class) FILTER (last_day IS NULL) AS class,
        max(day) FILTER (last_day IS NULL) AS index_date,
        max(path) FILTER (last_day IS NULL) AS path,
        string_agg(concat(class, ' ', day, '..', last_day), ';' ORDER BY day) AS classes_over_time
    FROM class_stay
    GROUP BY person_id, phenotype) s ON s.person_id = r.person_id AND s.phenotype = r.phenotype
UNION ALL
SELECT person_id, unnest(['ISCD_2019', 'URMC_SEED', 'WARD_BROAD', 'DX_CODE']), 'not_met', NULL, NULL, '', NULL
FROM child
WHERE person_id NOT IN (SELECT person_id FROM criterion_day);
