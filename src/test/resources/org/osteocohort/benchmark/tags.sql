-- Which items of the study are on record for which child, whether the item's own rule holds, and on which days it
-- counts. In: code, event and stay of extract.sql, the extract's measurements, and drug_record and chronic_use of
-- exposures.sql, since a drug counts as a cause while its use is chronic.
-- Out: tags, a row for each child, group of items (role) and item that is on record at all, and tag_span, a row for
-- each span of days on which one counts.
-- Not done: claims that call a diagnosis an inpatient one by themselves, without a visit.

-- tag-rules.yaml: on how many days an item is on record, how far apart, whether a stay in hospital suffices, and for
-- how many days after each record it counts. An exception for an item comes before the rule of its group.
CREATE TABLE tag_rule AS
WITH of_group (role, code_roles, min_dates, days_apart, or_inpatient, effect_days) AS (
    VALUES
        ('secondary_cause', ['secondary_cause', 'secondary_cause_extension'], 2, 30, true, NULL),
        ('lifestyle_cause',
            ['lifestyle_cause', 'lifestyle_cause_lab', 'lifestyle_cause_lab_proxy', 'lifestyle_cause_optional'],
            2, 30, true, 365),
        ('med_cause', ['med_cause_dx_flag'], 2, 0, false, 365),
        ('ijo_exclusion_genetic_or_endocrine', ['ijo_exclusion_genetic_or_endocrine'], 1, 0, false, NULL),
        ('osteoporosis_dx', ['osteoporosis_dx'], 2, 30, true, NULL),
        ('low_bmd_dx', ['low_bmd_dx'], 1, 0, false, NULL),
        ('ijo_dx_hint', ['ijo_dx_hint'], 1, 0, false, NULL),
        ('treatment', ['treatment', 'treatment_dx_flag', 'treatment_other'], 1, 0, false, 0),
        ('evaluation', ['evaluation'], 1, 0, false, 0),
        ('imaging', ['imaging'], 1, 0, false, 0),
        ('dxa_procedure', ['dxa_procedure', 'dxa_report'], 1, 0, false, 0),
        ('lab', ['lab', 'lab_order'], 1, 0, false, 0),
        ('context', ['context'], 1, 0, false, NULL)),
of_item (item, min_dates, days_apart, or_inpatient, effect_days) AS (
    VALUES
        ('osteogenesis_imperfecta', 2, 30, true, NULL),
        ('prematurity', 1, 0, false, NULL),
        ('cancer', 2, 30, true, 1826),
        ('inactivity_immobility', 2, 30, true, NULL))
SELECT DISTINCT
    c.role AS code_role,
    c.item,
    g.role,
    coalesce(i.min_dates, g.min_dates) AS min_dates,
    coalesce(i.days_apart, g.days_apart) AS days_apart,
    coalesce(i.or_inpatient, g.or_inpatient) AS or_inpatient,
    if(i.item IS NULL, g.effect_days, i.effect_days) AS effect_days
FROM code c
JOIN of_group g ON list_contains(g.code_roles, c.role)
LEFT JOIN of_item i ON i.item IN (c.item, split_part(c.item, '.', 1));

-- A laboratory result speaks for its item only below the limit, which is 20 ng/mL of vitamin D (tag-rules.yaml: labs).
-- A result without a unit is in ng/mL, one in an unknown unit says nothing. One low result is enough.
CREATE TABLE low_result AS
WITH result AS (
    SELECT
        m.measurement_id,
        m.value_as_number AS value,
        lower(coalesce(m.unit_source_value, u.concept_code)) AS unit
    FROM '${extract}/measurement/*.parquet' m
    LEFT JOIN '${extract}/concept.parquet' u ON u.concept_id = m.unit_concept_id
    WHERE m.measurement_id IN (SELECT record_id FROM event WHERE role = 'lifestyle_cause_lab'))
SELECT measurement_id
FROM result
WHERE CASE WHEN unit IS NULL OR unit = 'ng/ml' THEN value WHEN unit = 'nmol/l' THEN value / 2.496 END < 20;

-- What is on record, each row of the extract once for an item, whatever its codes say about it.
CREATE TABLE tag_record AS
SELECT DISTINCT
    e.person_id,
    r.role,
    r.item,
    e.domain,
    e.record_id,
    e.day,
    s.visit_occurrence_id IS NOT NULL AS in_hospital,
    e.role = 'lifestyle_cause_lab' AS measured
FROM event e
JOIN tag_rule r ON r.code_role = e.role AND r.item = e.item
LEFT JOIN stay s ON s.visit_occurrence_id = e.visit
WHERE e.role <> 'lifestyle_cause_lab' OR e.record_id IN (SELECT measurement_id FROM low_result);

-- The days on which an item counts: for life from its first record, or for some days after each. A drug counts on the
-- days of chronic use and for a year after them, as long as codes of long-term use do.
CREATE TABLE tag_effect AS
WITH on_record AS (
    SELECT
        person_id,
        role,
        item,
        list(DISTINCT day) AS days,
        max(day) - min(day) AS days_between,
        bool_or(in_hospital) AS in_hospital,
        bool_or(measured) AS measured
    FROM tag_record
    GROUP BY person_id, role, item),
held AS (
    SELECT o.*, r.effect_days
    FROM on_record o
    JOIN (SELECT DISTINCT role, item, min_dates, days_apart, or_inpatient, effect_days FROM tag_rule) r
        ON r.role = o.role AND r.item = o.item
    WHERE len(days) >= min_dates AND days_between >= days_apart OR or_inpatient AND in_hospital OR measured)
SELECT person_id, role, item, list_min(days) AS first_day, 'infinity'::DATE AS last_day
FROM held
WHERE effect_days IS NULL
UNION ALL
SELECT person_id, role, item, day, day + effect_days
FROM (SELECT person_id, role, item, effect_days, unnest(days) AS day FROM held WHERE effect_days IS NOT NULL)
UNION ALL
SELECT person_id, 'med_cause', item, first_day, last_day + 365 FROM chronic_use;

-- Effects that overlap or follow each other to the day are one.
CREATE TABLE tag_span AS
WITH marked AS (
    SELECT *, coalesce(
        first_day - 1 > max(last_day) OVER (
            PARTITION BY person_id, role, item ORDER BY first_day ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING),
        true) AS starts_span
    FROM tag_effect),
numbered AS (
    SELECT *, count(*) FILTER (starts_span) OVER (
        PARTITION BY person_id, role, item ORDER BY first_day ROWS UNBOUNDED PRECEDING) AS span
    FROM marked)
SELECT person_id, role, item, min(first_day) AS first_day, nullif(max(last_day), 'infinity'::DATE) AS last_day
FROM numbered
GROUP BY person_id, role, item, span;

CREATE TABLE tags AS
WITH record AS (
    SELECT person_id, role, item, day FROM tag_record
    UNION ALL
    SELECT person_id, 'med_cause', item, start_date
    FROM drug_record
    WHERE item IN (SELECT item FROM code WHERE role IN ('med_cause', 'med_cause_optional'))),
on_record AS (
    SELECT
        person_id,
        role,
        item,
        min(day) AS first_date,
        max(day) AS last_date,
        count(DISTINCT day)::INTEGER AS n_dates,
        count(*)::INTEGER AS n_records
    FROM record
    GROUP BY person_id, role, item),
counts AS (
    SELECT
        person_id,
        role,
        item,
        min(first_day) AS effect_start,
        if(bool_or(last_day IS NULL), NULL, max(last_day)) AS effect_end,
        array_to_string(list_sort(list(concat(first_day, '..', last_day))), ',') AS effect_spans
    FROM tag_span
    GROUP BY person_id, role, item)
SELECT
    o.person_id AS patient_id,
    o.* EXCLUDE (person_id),
    c.person_id IS NOT NULL AS qualifies,
    c.effect_start,
    c.effect_end,
    c.effect_spans
FROM on_record o LEFT JOIN counts c ON c.person_id = o.person_id AND c.role = o.role AND c.item = o.item;
