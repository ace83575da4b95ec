-- Judges the table standardized_rates: the sum over girls and boys of each age band of the share of the standard that
-- they are, times their prevalence or rate. The standards have no sex, so that each sex is half of an age. A standard
-- is not estimable when a stratum is empty.

CREATE TABLE standards AS
SELECT standard, age_from::INTEGER AS age_from, age_to::INTEGER AS age_to, weight::DOUBLE AS weight
FROM read_csv('jobs/pediatric-osteoporosis/standards/*.csv', comment = '#', all_varchar = true);

-- Of an age group that a band cuts, as many years as they share.
CREATE TABLE weights AS
SELECT
    s.standard,
    b.age_band,
    x.sex,
    sum(s.weight * greatest(0, least(b.to_year, s.age_to + 1) - greatest(b.from_year, s.age_from))
        / (s.age_to + 1 - s.age_from)) / 2 AS weight
FROM standards s CROSS JOIN bands b CROSS JOIN (VALUES ('female'), ('male')) x(sex)
GROUP BY s.standard, b.age_band, x.sex;

CREATE TABLE rated AS
SELECT
    'prevalence' AS measure, kind, item, case_class, denominator_name, period, sex, age_group, age_band,
    numerator AS n, denominator AS d, NULL::BIGINT AS days, denominator::DOUBLE AS population, 1 AS per
FROM judged_prevalence
WHERE prevalence_type = 'period' AND race = 'all' AND ethnicity = 'all' AND site = 'all'
UNION ALL
SELECT
    'incidence', kind, item, case_class, denominator_name, period, sex, age_group, age_band,
    events, persons_at_risk, person_days, person_days / 365.25, 10000
FROM judged_incidence
WHERE race = 'all' AND ethnicity = 'all' AND site = 'all';

CREATE TABLE placed AS
SELECT
    w.standard,
    r.measure,
    r.kind,
    r.item,
    r.case_class,
    r.denominator_name,
    r.period,
    sum(r.n)::BIGINT AS placed_numerator,
    sum(r.d)::BIGINT AS placed_denominator,
    count(*) FILTER (r.population = 0) AS empty,
    sum(w.weight * r.n / nullif(r.population, 0)) / sum(w.weight) * max(r.per) AS rate
FROM rated r JOIN weights w ON w.sex = r.sex AND w.age_band = r.age_band
GROUP BY ALL;

CREATE TABLE judged_standardized_rates AS
SELECT
    p.* EXCLUDE (empty, rate),
    a.n AS numerator,
    a.d AS denominator,
    a.days AS person_days,
    -- Of an incidence, children of unknown sex, and others with a day at an age that may be of two bands.
    CASE p.measure
        WHEN 'prevalence' THEN a.d - p.placed_denominator
        ELSE coalesce((
            SELECT sum(u.d) FROM rated u
            WHERE u.measure = p.measure AND u.kind = p.kind AND u.item = p.item AND u.case_class = p.case_class
                AND u.denominator_name = p.denominator_name AND u.period = p.period
                AND ((u.sex = 'unknown' AND u.age_group = 'all') OR (u.sex <> 'all' AND u.sex <> 'unknown'
                    AND u.age_band = 'uncertain'))), 0)
    END::BIGINT AS persons_not_placed,
    a.n * a.per / nullif(a.population, 0) AS crude_estimate,
    CASE WHEN p.empty = 0 THEN p.rate END AS estimate
FROM placed p
JOIN rated a USING (measure, kind, item, case_class, denominator_name, period)
WHERE a.sex = 'all' AND a.age_group = 'all' AND a.age_band = 'all'
    AND p.denominator_name IN ('observed', 'regular_care');
