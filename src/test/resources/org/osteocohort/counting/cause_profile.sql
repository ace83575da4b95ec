-- Judges the table cause_profile. A child has a cause at the index date when the item is in effect on that day.

CREATE TABLE causes_at_index AS
SELECT DISTINCT m.*, f.kind, f.item
FROM cohort_members m
JOIN findings f
    ON f.patient_id = m.patient_id
    AND f.kind <> 'phenotype'
    AND f.first_day <= m.index_day
    AND coalesce(f.last_day, DATE '9999-12-31') >= m.index_day
UNION ALL
SELECT *, 'etiology', etiology FROM cohort_members;

-- How causes and medications come together: four levels, and the two that hold several of them.
CREATE TABLE causes_together AS
SELECT
    m.*,
    count(*) FILTER (c.kind = 'secondary_cause') > 0 AS cause,
    count(*) FILTER (c.kind = 'medication') > 0 AS medication
FROM cohort_members m
LEFT JOIN causes_at_index c USING (patient_id, phenotype, case_class)
GROUP BY ALL;

INSERT INTO causes_at_index
SELECT * EXCLUDE (cause, medication), 'overlap', CASE
    WHEN cause AND medication THEN 'cause_and_medication'
    WHEN cause THEN 'cause_alone'
    WHEN medication THEN 'medication_alone'
    ELSE 'neither'
END
FROM causes_together
UNION ALL
SELECT * EXCLUDE (cause, medication), 'any', 'secondary_cause' FROM causes_together WHERE cause
UNION ALL
SELECT * EXCLUDE (cause, medication), 'any', 'medication' FROM causes_together WHERE medication;

CREATE TABLE cohort_sizes AS
SELECT
    phenotype,
    case_class,
    coalesce(sex, 'all') AS sex,
    coalesce(age_group, 'all') AS age_group,
    coalesce(age_band, 'all') AS age_band,
    count(*) AS denominator
FROM cohort_members
GROUP BY phenotype, case_class, GROUPING SETS ((), (sex), (age_group), (age_group, age_band));

CREATE TABLE cause_counts AS
SELECT
    phenotype,
    case_class,
    kind,
    item,
    coalesce(sex, 'all') AS sex,
    coalesce(age_group, 'all') AS age_group,
    coalesce(age_band, 'all') AS age_band,
    count(*) AS numerator
FROM causes_at_index
GROUP BY phenotype, case_class, kind, item, GROUPING SETS ((), (sex), (age_group), (age_group, age_band));

CREATE TABLE judged_cause_profile AS
SELECT w.kind, w.item, s.*, coalesce(n.numerator, 0) AS numerator
FROM cohort_sizes s
CROSS JOIN (SELECT DISTINCT kind, item FROM cause_profile) w
LEFT JOIN cause_counts n USING (phenotype, case_class, kind, item, sex, age_group, age_band);
