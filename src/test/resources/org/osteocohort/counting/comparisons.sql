-- Judges the table comparisons, all of observed children. Ratios are of shares or of rates; a trend is the normal
-- statistic of Cochran and Armitage, with ages in the middle of their band and years as they are.
-- In: judged_prevalence and judged_incidence; periods and bands of population.sql. Out: judged_comparisons,
-- a row for each comparison, phenotype, class and level.

CREATE TABLE levels AS
SELECT
    'prevalence_ratio' AS comparison, item, case_class, sex, race, ethnicity, numerator, denominator,
    NULL::BIGINT AS days
FROM judged_prevalence
WHERE kind = 'phenotype' AND prevalence_type = 'period' AND denominator_name = 'observed' AND period = 'study'
    AND age_group = 'all' AND site = 'all'
UNION ALL
SELECT 'incidence_rate_ratio', item, case_class, sex, race, ethnicity, events, persons_at_risk, person_days
FROM judged_incidence
WHERE kind = 'phenotype' AND denominator_name = 'observed' AND period = 'study' AND age_group = 'all' AND site = 'all';

CREATE TABLE compared_levels AS
SELECT comparison, item, case_class, 'sex' AS compared_column, sex AS level, numerator, denominator, days
FROM levels WHERE sex IN ('female', 'male') AND race = 'all' AND ethnicity = 'all'
UNION ALL
SELECT comparison, item, case_class, 'race', race, numerator, denominator, days
FROM levels WHERE sex = 'all' AND race NOT IN ('all', 'unknown') AND ethnicity = 'all'
UNION ALL
SELECT comparison, item, case_class, 'ethnicity', ethnicity, numerator, denominator, days
FROM levels WHERE sex = 'all' AND race = 'all' AND ethnicity NOT IN ('all', 'unknown');

-- Girls, or the level of most children.
CREATE TABLE reference_levels AS
SELECT DISTINCT compared_column, first_value(level) OVER (
    PARTITION BY compared_column
    ORDER BY CASE WHEN level = 'female' THEN 0 ELSE 1 END, denominator DESC, level) AS reference_level
FROM compared_levels
WHERE comparison = 'prevalence_ratio';

CREATE TABLE ratios AS
SELECT
    a.*,
    r.reference_level,
    b.numerator AS reference_numerator,
    b.denominator AS reference_denominator,
    b.days AS reference_days,
    CASE
        WHEN b.numerator = 0 OR a.denominator = 0 THEN NULL
        WHEN a.comparison = 'prevalence_ratio'
            THEN (a.numerator / a.denominator::DOUBLE) / (b.numerator / b.denominator::DOUBLE)
        WHEN a.days = 0 THEN NULL
        ELSE (a.numerator / a.days::DOUBLE) / (b.numerator / b.days::DOUBLE)
    END AS ratio
FROM compared_levels a
JOIN reference_levels r ON r.compared_column = a.compared_column AND r.reference_level <> a.level
JOIN compared_levels b
    ON b.comparison = a.comparison AND b.item = a.item AND b.case_class = a.case_class
    AND b.compared_column = r.compared_column AND b.level = r.reference_level;

CREATE TABLE scored AS
SELECT 'trend_over_age_bands' AS comparison, 'age_band' AS compared_column, p.item, p.case_class,
    (b.from_year + b.to_year) / 2.0::DOUBLE AS score, p.numerator, p.denominator
FROM judged_prevalence p JOIN bands b ON b.age_band = p.age_band
WHERE p.kind = 'phenotype' AND p.prevalence_type = 'period' AND p.denominator_name = 'observed' AND p.period = 'study'
    AND p.sex = 'all' AND p.race = 'all' AND p.ethnicity = 'all' AND p.site = 'all'
UNION ALL
SELECT 'trend_over_years', 'year', item, case_class, period::DOUBLE, numerator, denominator
FROM judged_prevalence
WHERE kind = 'phenotype' AND prevalence_type = 'period' AND denominator_name = 'observed'
    -- The calendar years; the study begins and ends with one.
    AND period IN (SELECT period FROM periods WHERE period <> 'study')
    AND sex = 'all' AND age_group = 'all' AND race = 'all' AND ethnicity = 'all' AND site = 'all';

CREATE TABLE trend_sums AS
SELECT
    comparison,
    compared_column,
    item,
    case_class,
    sum(numerator)::DOUBLE AS cases,
    sum(denominator)::DOUBLE AS total,
    sum(score * numerator) AS score_cases,
    sum(score * denominator) AS score_total,
    sum(score * score * denominator) AS squares
FROM scored
GROUP BY ALL;

CREATE TABLE judged_comparisons AS
SELECT
    comparison,
    item AS phenotype,
    case_class,
    compared_column,
    level,
    reference_level,
    numerator,
    denominator,
    days AS person_days,
    reference_numerator,
    reference_denominator,
    reference_days AS reference_person_days,
    ratio AS estimate,
    NULL::DOUBLE AS statistic
FROM ratios
UNION ALL
SELECT
    comparison,
    item,
    case_class,
    compared_column,
    'none',
    'none',
    cases::BIGINT,
    total::BIGINT,
    NULL,
    NULL,
    NULL,
    NULL,
    NULL,
    CASE WHEN cases > 0 AND cases < total THEN
        (score_cases - score_total * cases / total)
            / sqrt(cases / total * (1 - cases / total) * (squares - score_total * score_total / total))
    END
FROM trend_sums;
