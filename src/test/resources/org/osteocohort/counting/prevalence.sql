-- Judges the table prevalence. A child is looked at over its days of a period (age: on the first of them), and on the
-- first day of the period if it contributes that day (age: on that day). It is of the class that it was in on the last of
-- these days, whenever it came into it, and has an item that is in effect on one of them.

CREATE TABLE looked_at AS
WITH days AS (
    SELECT 'period' AS prevalence_type, denominator_name, patient_id, period, first_day, last_day FROM members
    UNION ALL
    SELECT 'point', m.denominator_name, m.patient_id, m.period, p.period_start, p.period_start
    FROM members m JOIN periods p ON p.period = m.period
    WHERE m.first_day = p.period_start
        AND m.denominator_name NOT IN ('day_one', 'whole_period')
        AND (m.denominator_name <> 'dxa_tested' OR EXISTS (
            SELECT 1 FROM bone_density b
            WHERE b.patient_id = m.patient_id AND b.z_used IS NOT NULL AND b.scan_date <= p.period_start)))
SELECT
    d.*,
    c.sex,
    age_group_of(age_band_on(c.birth, c.latest_birth, d.first_day)) AS age_group,
    age_band_on(c.birth, c.latest_birth, d.first_day) AS age_band,
    c.race,
    c.ethnicity,
    c.site
FROM days d JOIN children c ON c.patient_id = d.patient_id;

CREATE TABLE found AS
SELECT f.kind, f.item, f.case_class, l.*
FROM looked_at l
JOIN findings f
    ON f.patient_id = l.patient_id
    AND f.kind = 'phenotype'
    AND l.last_day BETWEEN f.first_day AND coalesce(f.last_day, DATE '9999-12-31')
UNION
SELECT f.kind, f.item, f.case_class, l.*
FROM looked_at l
JOIN period_days d
    ON d.patient_id = l.patient_id AND d.period = l.period AND d.first_day <= l.last_day AND d.last_day >= l.first_day
JOIN findings f
    ON f.patient_id = l.patient_id
    AND f.kind <> 'phenotype'
    AND f.first_day <= least(d.last_day, l.last_day)
    AND coalesce(f.last_day, DATE '9999-12-31') >= greatest(d.first_day, l.first_day);

CREATE TABLE judged_denominator AS
SELECT
    prevalence_type,
    denominator_name,
    period,
    coalesce(sex, 'all') AS sex,
    coalesce(age_group, 'all') AS age_group,
    coalesce(age_band, 'all') AS age_band,
    coalesce(race, 'all') AS race,
    coalesce(ethnicity, 'all') AS ethnicity,
    coalesce(site, 'all') AS site,
    count(*) AS denominator
FROM looked_at
GROUP BY prevalence_type, denominator_name, period, GROUPING SETS (
    (), (sex), (age_group), (age_group, age_band), (sex, age_group), (sex, age_group, age_band), (race), (ethnicity), (site));

CREATE TABLE judged_numerator AS
SELECT
    kind,
    item,
    case_class,
    prevalence_type,
    denominator_name,
    period,
    coalesce(sex, 'all') AS sex,
    coalesce(age_group, 'all') AS age_group,
    coalesce(age_band, 'all') AS age_band,
    coalesce(race, 'all') AS race,
    coalesce(ethnicity, 'all') AS ethnicity,
    coalesce(site, 'all') AS site,
    count(*) AS numerator
FROM found
GROUP BY kind, item, case_class, prevalence_type, denominator_name, period, GROUPING SETS (
    (), (sex), (age_group), (age_group, age_band), (sex, age_group), (sex, age_group, age_band), (race), (ethnicity), (site));

-- Everything that is reported, with zeros.
CREATE TABLE judged_prevalence AS
SELECT w.kind, w.item, w.case_class, d.*, coalesce(n.numerator, 0) AS numerator
FROM judged_denominator d
CROSS JOIN (SELECT DISTINCT kind, item, case_class FROM prevalence) w
LEFT JOIN judged_numerator n
    USING (kind, item, case_class, prevalence_type, denominator_name, period, sex, age_group, age_band, race, ethnicity, site);
