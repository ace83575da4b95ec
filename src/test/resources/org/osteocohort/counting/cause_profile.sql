-- Judges the table cause_profile. A child has a cause at the index date when the item is in effect on that day or on
-- one of the 90 days after it, since the work-up comes after the fracture.
-- In: counted, cohort_members and findings of children.sql. Out: judged_cause_profile, a row for each cohort,
-- class, cause and stratum that has a child.

-- Every cause that is reported, and the levels of what is told of each child.
CREATE TABLE told_causes AS
SELECT kind, item FROM counted WHERE kind <> 'phenotype'
UNION
SELECT 'any', unnest(['secondary_cause', 'medication'])
UNION
SELECT 'overlap', unnest(['cause_alone', 'cause_and_medication', 'medication_alone', 'neither'])
UNION
SELECT 'etiology', unnest([
    'genetic', 'secondary', 'secondary_late', 'other_disease', 'ijo_supported', 'ijo_no_cause_observed',
    'ijo_no_cause_recorded', 'undetermined']);

-- A child is in several cohorts, mostly with the same index date.
CREATE TABLE causes_at_index AS
SELECT DISTINCT m.patient_id, m.index_day, f.kind, f.item
FROM (SELECT DISTINCT patient_id, index_day FROM cohort_members) m
JOIN findings f
    ON f.patient_id = m.patient_id
    AND f.kind <> 'phenotype'
    -- etiology-rules.yaml: causeDaysAfterIndex
    AND f.first_day <= m.index_day + 90
    AND coalesce(f.last_day, DATE '9999-12-31') >= m.index_day;

-- How causes and medications come together: four levels, and the two that hold several of them.
CREATE TABLE causes_together AS
SELECT
    m.*,
    coalesce(c.cause, false) AS cause,
    coalesce(c.medication, false) AS medication
FROM cohort_members m
LEFT JOIN (
    SELECT
        patient_id,
        index_day,
        bool_or(kind = 'secondary_cause') AS cause,
        bool_or(kind = 'medication') AS medication
    FROM causes_at_index
    GROUP BY patient_id, index_day) c USING (patient_id, index_day);

-- Children are added up once by all they are divided by, and the sums then by each.
CREATE TABLE finest_causes AS
SELECT phenotype, case_class, kind, item, sex, age_group, age_band, count(*) AS children
FROM (
    SELECT m.phenotype, m.case_class, c.kind, c.item, m.sex, m.age_group, m.age_band
    FROM cohort_members m JOIN causes_at_index c USING (patient_id, index_day)
    UNION ALL
    SELECT phenotype, case_class, 'etiology', etiology, sex, age_group, age_band FROM causes_together
    UNION ALL
    SELECT phenotype, case_class, 'any', 'secondary_cause', sex, age_group, age_band FROM causes_together WHERE cause
    UNION ALL
    SELECT phenotype, case_class, 'any', 'medication', sex, age_group, age_band FROM causes_together WHERE medication
    UNION ALL
    SELECT
        phenotype,
        case_class,
        'overlap',
        CASE
            WHEN cause AND medication THEN 'cause_and_medication'
            WHEN cause THEN 'cause_alone'
            WHEN medication THEN 'medication_alone'
            ELSE 'neither'
        END,
        sex,
        age_group,
        age_band
    FROM causes_together)
GROUP BY ALL;

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
    sum(children)::BIGINT AS numerator
FROM finest_causes
GROUP BY phenotype, case_class, kind, item, GROUPING SETS ((), (sex), (age_group), (age_group, age_band));

CREATE TABLE judged_cause_profile AS
SELECT w.kind, w.item, s.*, coalesce(n.numerator, 0) AS numerator
FROM cohort_sizes s
CROSS JOIN told_causes w
LEFT JOIN cause_counts n USING (phenotype, case_class, kind, item, sex, age_group, age_band);
