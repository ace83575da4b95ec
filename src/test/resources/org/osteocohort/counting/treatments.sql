-- What the judges of treatments read: on which days a child has a record of each thing that a treatment asks for, and
-- when it first had all of them. From the windows and measures of the study's clinical reference, section 10.
-- In: evidence, bone_density, exposures and outpatient_visits; observed_days of population.sql, cohort_members; the
-- code sets. Out: treatment_parts, treatments, index_days, index_records and first_uses.

CREATE TABLE treatment_parts (treatment VARCHAR, part VARCHAR, item VARCHAR);

INSERT INTO treatment_parts VALUES
    ('bisphosphonate.any', 'any', 'bisphosphonate.zoledronic_acid'),
    ('bisphosphonate.any', 'any', 'bisphosphonate.pamidronate'),
    ('bisphosphonate.any', 'any', 'bisphosphonate.alendronate'),
    ('bisphosphonate.any', 'any', 'bisphosphonate.other'),
    ('bisphosphonate.any', 'any', 'bisphosphonate.any'),
    ('bisphosphonate.zoledronic_acid', 'bisphosphonate.zoledronic_acid', 'bisphosphonate.zoledronic_acid'),
    ('bisphosphonate.pamidronate', 'bisphosphonate.pamidronate', 'bisphosphonate.pamidronate'),
    ('bisphosphonate.alendronate', 'bisphosphonate.alendronate', 'bisphosphonate.alendronate'),
    ('bisphosphonate.other', 'bisphosphonate.other', 'bisphosphonate.other'),
    ('calcium_supplement', 'calcium_supplement', 'calcium_supplement'),
    ('vitamin_d_supplement', 'vitamin_d_supplement', 'vitamin_d_supplement'),
    ('nutrition_evaluation', 'nutrition_evaluation', 'nutrition_evaluation'),
    ('pt_evaluation', 'pt_evaluation', 'pt_evaluation'),
    ('weight_bearing_exercise', 'weight_bearing_exercise', 'weight_bearing_exercise'),
    ('dxa_scan', 'dxa_scan', 'dxa_scan'),
    ('skeletal_xray', 'skeletal_xray', 'skeletal_xray'),
    ('lab_panel', 'lab.calcium', 'lab.calcium'),
    ('lab_panel', 'lab.phosphorus', 'lab.phosphorus'),
    ('lab_panel', 'lab.vitamin_d', 'lab.vitamin_d'),
    ('full_work_up', 'visit', 'outpatient_visit'),
    ('full_work_up', 'skeletal_xray', 'skeletal_xray'),
    ('full_work_up', 'dxa_scan', 'dxa_scan'),
    ('full_work_up', 'lab.calcium', 'lab.calcium'),
    ('full_work_up', 'lab.phosphorus', 'lab.phosphorus'),
    ('full_work_up', 'lab.vitamin_d', 'lab.vitamin_d'),
    ('lab_any', 'any', 'lab.calcium'),
    ('lab_any', 'any', 'lab.phosphorus'),
    ('lab_any', 'any', 'lab.vitamin_d'),
    ('lab_any', 'any', 'lab.calcitriol'),
    ('lab_any', 'any', 'lab.urine_calcium'),
    ('lab_any', 'any', 'lab.urine_phosphorus'),
    ('lab_any', 'any', 'lab.pth'),
    ('lab_any', 'any', 'lab.alkaline_phosphatase'),
    ('lab_any', 'any', 'lab.any'),
    ('bisphosphonate.persistent', 'persistent', 'persistent_use');

-- A child is in several cohorts, mostly with the same index date.
CREATE TABLE index_days AS SELECT DISTINCT patient_id, index_day, birth, death_date FROM cohort_members;

-- Until when a child is observed from its index date on, and followed: observation, childhood or two years end. A child
-- that is not observed on its index date has no row.
CREATE TABLE follow_ups AS
SELECT
    i.patient_id,
    i.index_day,
    least(o.last_day, birthday(i.birth, 19) - 1) AS observed_until,
    least(o.last_day, birthday(i.birth, 19) - 1, i.index_day + 730) AS last_day
FROM index_days i JOIN observed_days o ON o.patient_id = i.patient_id AND i.index_day BETWEEN o.first_day AND o.last_day
WHERE i.index_day < birthday(i.birth, 19);

-- Codes of density scans that are no DXA stand beside those that are.
CREATE TABLE no_dxa AS
SELECT vocabulary, replace(upper(code), '.', '') AS code
FROM read_csv('jobs/pediatric-osteoporosis/codes/bone-density.csv', all_varchar = true)
WHERE role = 'not_dxa';

CREATE TABLE item_days AS
WITH recorded AS (
    SELECT e.patient_id, e.item, e.event_date AS record_day
    FROM evidence e
    WHERE e.item <> 'dxa_scan'
        OR NOT EXISTS (SELECT 1 FROM no_dxa n WHERE n.vocabulary = e.vocabulary AND n.code = e.code)
    UNION ALL
    SELECT patient_id, 'dxa_scan', scan_date FROM bone_density
    UNION ALL
    SELECT patient_id, 'outpatient_visit', visit_day FROM outpatient_visits)
SELECT * FROM recorded WHERE patient_id IN (SELECT patient_id FROM index_days);

-- Two infusions two months to a year apart, or tablets on 80 % of the days of half a year.
INSERT INTO item_days
WITH infusion AS (
    SELECT patient_id, record_day FROM item_days
    WHERE item IN ('bisphosphonate.zoledronic_acid', 'bisphosphonate.pamidronate'))
SELECT l.patient_id, 'persistent_use', l.record_day
FROM infusion l
JOIN infusion e ON e.patient_id = l.patient_id AND e.record_day BETWEEN l.record_day - 365 AND l.record_day - 60
UNION
SELECT patient_id, 'persistent_use', (start_date + 179)::DATE
FROM exposures
WHERE item LIKE 'bisphosphonate.%'
    AND item NOT IN ('bisphosphonate.zoledronic_acid', 'bisphosphonate.pamidronate')
    AND end_date - start_date + 1 >= 180
    AND days >= 0.8 * (end_date - start_date + 1);

CREATE TABLE treatments AS SELECT treatment, count(DISTINCT part) AS parts FROM treatment_parts GROUP BY treatment;

-- The records from a year before an index date to two years after it, of which all windows are parts. Who lacks one
-- part of a treatment in all these years has the treatment in no window.
CREATE TABLE index_records AS
WITH near AS (
    SELECT i.patient_id, i.index_day, t.treatment, t.part, r.record_day
    FROM index_days i
    JOIN item_days r ON r.patient_id = i.patient_id AND r.record_day BETWEEN i.index_day - 365 AND i.index_day + 730
    JOIN treatment_parts t ON t.item = r.item),
complete AS (
    SELECT n.patient_id, n.index_day, n.treatment
    FROM near n JOIN treatments t ON t.treatment = n.treatment
    GROUP BY n.patient_id, n.index_day, n.treatment
    HAVING count(DISTINCT n.part) = any_value(t.parts))
SELECT DISTINCT * FROM near SEMI JOIN complete USING (patient_id, index_day, treatment);

-- Each index date with each treatment: the first record of all its parts from that day on, whether all parts have one
-- in the year before, and how long the child is followed.
CREATE TABLE first_uses AS
WITH part_use AS (
    SELECT
        patient_id,
        index_day,
        treatment,
        part,
        min(record_day) FILTER (record_day >= index_day) AS first_later,
        bool_or(record_day < index_day) AS in_baseline
    FROM index_records
    GROUP BY ALL),
use AS (
    SELECT
        patient_id,
        index_day,
        treatment,
        CASE WHEN bool_and(first_later IS NOT NULL) THEN max(first_later) END AS first_use,
        bool_and(in_baseline) AS treated_before
    FROM part_use
    GROUP BY patient_id, index_day, treatment)
SELECT
    i.patient_id,
    i.index_day,
    t.treatment,
    u.first_use,
    coalesce(u.treated_before, false) AS treated_before,
    f.observed_until,
    f.last_day
FROM index_days i
CROSS JOIN treatments t
LEFT JOIN use u ON u.patient_id = i.patient_id AND u.index_day = i.index_day AND u.treatment = t.treatment
LEFT JOIN follow_ups f ON f.patient_id = i.patient_id AND f.index_day = i.index_day;
