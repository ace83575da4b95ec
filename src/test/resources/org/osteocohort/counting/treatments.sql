-- What the judges of treatments read: on which days a child has a record of each thing that a treatment asks for.
-- From the windows and measures of the study's clinical reference, section 10.

CREATE TABLE treatment_parts (treatment VARCHAR, part VARCHAR, item VARCHAR);

INSERT INTO treatment_parts VALUES
    ('bisphosphonate.any', 'bisphosphonate.%', 'bisphosphonate.%'),
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
    ('bisphosphonate.persistent', 'persistent', NULL);

-- Codes of density scans that are no DXA stand beside those that are.
CREATE TABLE no_dxa AS
SELECT vocabulary, replace(upper(code), '.', '') AS code
FROM read_csv('jobs/pediatric-osteoporosis/codes/bone-density.csv', all_varchar = true)
WHERE role = 'not_dxa';

CREATE TABLE item_days AS
SELECT DISTINCT e.patient_id, e.item, e.event_date AS record_day
FROM evidence e
WHERE e.item <> 'dxa_scan'
    OR NOT EXISTS (SELECT 1 FROM no_dxa n WHERE n.vocabulary = e.vocabulary AND n.code = e.code)
UNION
SELECT patient_id, 'dxa_scan', scan_date FROM bone_density
UNION
SELECT patient_id, 'outpatient_visit', visit_day FROM outpatient_visits;

-- Two infusions two months to a year apart, or tablets on 80 % of the days of half a year.
CREATE TABLE persistent_days AS
WITH infusion AS (
    SELECT patient_id, record_day FROM item_days
    WHERE item IN ('bisphosphonate.zoledronic_acid', 'bisphosphonate.pamidronate'))
SELECT l.patient_id, l.record_day
FROM infusion l
WHERE EXISTS (SELECT 1 FROM infusion e WHERE e.patient_id = l.patient_id AND e.record_day BETWEEN l.record_day - 365 AND l.record_day - 60)
UNION
SELECT patient_id, (start_date + 179)::DATE
FROM exposures
WHERE item LIKE 'bisphosphonate.%'
    AND item NOT IN ('bisphosphonate.zoledronic_acid', 'bisphosphonate.pamidronate')
    AND end_date - start_date + 1 >= 180
    AND days >= 0.8 * (end_date - start_date + 1);

CREATE TABLE record_days AS
SELECT DISTINCT i.patient_id, t.treatment, t.part, i.record_day
FROM treatment_parts t JOIN item_days i ON i.item LIKE t.item
UNION
SELECT patient_id, 'bisphosphonate.persistent', 'persistent', record_day FROM persistent_days;

-- Each member of each cohort with each treatment: the first record of all its parts from the index date on, whether
-- all parts have one in the year before, and the last day of follow-up: observation, two years, or childhood ends.
CREATE TABLE first_uses AS
WITH parts AS (
    SELECT
        m.*,
        t.treatment,
        t.part,
        min(r.record_day) FILTER (r.record_day >= m.index_day) AS first_later,
        coalesce(bool_or(r.record_day BETWEEN m.index_day - 365 AND m.index_day - 1), false) AS in_baseline
    FROM cohort_members m
    CROSS JOIN (SELECT DISTINCT treatment, part FROM treatment_parts) t
    LEFT JOIN record_days r ON r.patient_id = m.patient_id AND r.treatment = t.treatment AND r.part = t.part
    GROUP BY ALL),
uses AS (
    SELECT
        * EXCLUDE (part, first_later, in_baseline),
        CASE WHEN count(*) = count(first_later) THEN max(first_later) END AS first_use,
        bool_and(in_baseline) AS treated_before
    FROM parts
    GROUP BY ALL)
SELECT
    u.*,
    (SELECT least(o.last_day, u.index_day + 730, birthday(u.birth, 19) - 1)
     FROM observed_days o
     WHERE o.patient_id = u.patient_id AND u.index_day BETWEEN o.first_day AND o.last_day
        AND u.index_day < birthday(u.birth, 19)) AS last_day
FROM uses u;
