-- Counts prevalence over the days of a period (age: on the first of them) and on its first day, by the children that
-- extract.sql found. Children are added up once by all they are divided by, and the sums then by each.

CREATE TABLE looked_at AS
SELECT 'period' AS prevalence_type, * FROM member
UNION ALL
SELECT 'point', m.* REPLACE (m.first_day AS last_day) FROM member m WHERE on_day_one;

CREATE TABLE finest_population AS
SELECT prevalence_type, period, on_day_one, on_all_days, regular, sex, age_band, race, ethnicity, count(*) AS children
FROM looked_at
GROUP BY ALL;

-- A case is one from the index date on; a cause counts when in effect on a contributed day that is looked at.
CREATE TABLE finest_found AS
SELECT kind, item, case_class, prevalence_type, period, on_day_one, on_all_days, regular, sex, age_band, race, ethnicity, count(*) AS children
FROM (
    SELECT DISTINCT f.kind, f.item, f.case_class, l.*
    FROM finding f
    JOIN looked_at l ON l.person_id = f.person_id
    JOIN period_days d
        ON d.person_id = l.person_id AND d.period = l.period AND d.first_day <= l.last_day AND d.last_day >= l.first_day
    WHERE f.first_day <= l.last_day
        AND (f.kind = 'phenotype' OR f.first_day <= d.last_day AND f.last_day >= greatest(d.first_day, l.first_day)))
GROUP BY ALL;

CREATE MACRO denominators(on_day_one, on_all_days, regular) AS
    list_filter(
        [
            'observed',
            CASE WHEN on_day_one THEN 'day_one' END,
            CASE WHEN on_all_days THEN 'whole_period' END,
            CASE WHEN regular THEN 'regular_care' END],
        lambda name: name IS NOT NULL);

CREATE TABLE population_by AS
SELECT
    prevalence_type,
    denominator_name,
    period,
    coalesce(sex, 'all') AS sex,
    coalesce(age_group, 'all') AS age_group,
    coalesce(age_band, 'all') AS age_band,
    coalesce(race, 'all') AS race,
    coalesce(ethnicity, 'all') AS ethnicity,
    sum(children)::BIGINT AS denominator
FROM (SELECT *, group_of(age_band) AS age_group, unnest(denominators(on_day_one, on_all_days, regular)) AS denominator_name
      FROM finest_population)
GROUP BY prevalence_type, denominator_name, period, GROUPING SETS (
    (), (sex), (age_group), (age_group, age_band), (sex, age_group), (sex, age_group, age_band), (race), (ethnicity));

CREATE TABLE found_by AS
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
    sum(children)::BIGINT AS numerator
FROM (SELECT *, group_of(age_band) AS age_group, unnest(denominators(on_day_one, on_all_days, regular)) AS denominator_name
      FROM finest_found)
GROUP BY kind, item, case_class, prevalence_type, denominator_name, period, GROUPING SETS (
    (), (sex), (age_group), (age_group, age_band), (sex, age_group), (sex, age_group, age_band), (race), (ethnicity));

-- With Wilson's interval, and zeros; 1.96 to more places.
CREATE MACRO wilson(x, n, side) AS
    (x + 1.959963984540054 ^ 2 / 2 + side * 1.959963984540054 * sqrt(x * (n - x) / n + 1.959963984540054 ^ 2 / 4))
    / (n + 1.959963984540054 ^ 2);

COPY (
    SELECT
        w.kind, w.item, w.case_class, 'all' AS site, d.*,
        coalesce(n.numerator, 0) AS numerator,
        coalesce(n.numerator, 0) / d.denominator AS estimate,
        wilson(coalesce(n.numerator, 0), d.denominator, -1) AS ci_low,
        wilson(coalesce(n.numerator, 0), d.denominator, 1) AS ci_high
    FROM population_by d
    CROSS JOIN counted w
    LEFT JOIN found_by n
        USING (kind, item, case_class, prevalence_type, denominator_name, period, sex, age_group, age_band, race, ethnicity)
    WHERE d.prevalence_type = 'period' OR d.denominator_name NOT IN ('day_one', 'whole_period')
    ORDER BY ALL)
TO '${out}/prevalence.parquet' (FORMAT parquet);
