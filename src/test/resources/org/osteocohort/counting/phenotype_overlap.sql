-- Judges the table phenotype_overlap: of all children who contribute a day, who is in the cohorts of two definitions.
-- Kappa is (observed agreement - agreement by chance) / (1 - agreement by chance).
-- In: children and contributed of population.sql, cohort_members. Out: judged_phenotype_overlap, a row for each pair of
-- definitions, class and sex.

-- sample.yaml: phenotypes. Of two, the other is the later in the job.
CREATE TABLE told_pairs AS
WITH told (place, phenotype) AS (VALUES (1, 'ISCD_2019'), (2, 'URMC_SEED'), (3, 'WARD_BROAD'), (4, 'DX_CODE'))
SELECT one.phenotype, other.phenotype AS other_phenotype, g.case_class
FROM told one
JOIN told other ON other.place > one.place
CROSS JOIN (SELECT DISTINCT case_class FROM classes) g;

-- Most children are in no cohort: whoever is in neither is told by the sizes of the cohorts and by who is in both.
CREATE TABLE finest_agreement AS
SELECT w.*, c.sex, 'children' AS counted, c.children
FROM told_pairs w
CROSS JOIN (
    SELECT sex, count(*) AS children
    FROM children
    WHERE patient_id IN (SELECT patient_id FROM contributed)
    GROUP BY sex) c
UNION ALL
SELECT w.*, m.sex, 'in_one', count(*)
FROM told_pairs w JOIN cohort_members m ON m.phenotype = w.phenotype AND m.case_class = w.case_class
GROUP BY ALL
UNION ALL
SELECT w.*, m.sex, 'in_other', count(*)
FROM told_pairs w JOIN cohort_members m ON m.phenotype = w.other_phenotype AND m.case_class = w.case_class
GROUP BY ALL
UNION ALL
SELECT one.phenotype, other.phenotype, one.case_class, one.sex, 'in_both', count(*)
FROM cohort_members one JOIN cohort_members other USING (patient_id, case_class)
GROUP BY ALL;

CREATE TABLE judged_phenotype_overlap AS
WITH summed AS (
    SELECT
        phenotype,
        other_phenotype,
        case_class,
        coalesce(sex, 'all') AS sex,
        coalesce(sum(children) FILTER (counted = 'children'), 0)::BIGINT AS everybody,
        coalesce(sum(children) FILTER (counted = 'in_one'), 0)::BIGINT AS in_one,
        coalesce(sum(children) FILTER (counted = 'in_other'), 0)::BIGINT AS in_other,
        coalesce(sum(children) FILTER (counted = 'in_both'), 0)::BIGINT AS in_both
    FROM finest_agreement
    WHERE (phenotype, other_phenotype) IN (SELECT (phenotype, other_phenotype) FROM told_pairs)
    GROUP BY phenotype, other_phenotype, case_class, GROUPING SETS ((), (sex))),
counted AS (
    SELECT
        phenotype,
        other_phenotype,
        case_class,
        sex,
        in_both AS "both",
        in_one - in_both AS only_phenotype,
        in_other - in_both AS only_other,
        everybody - in_one - in_other + in_both AS neither
    FROM summed),
shares AS (
    SELECT
        *,
        ("both" + neither) / ("both" + only_phenotype + only_other + neither)::DOUBLE AS agreed,
        (("both" + only_phenotype)::DOUBLE * ("both" + only_other)
            + (only_other + neither)::DOUBLE * (only_phenotype + neither))
            / ("both" + only_phenotype + only_other + neither) ^ 2 AS by_chance
    FROM counted)
SELECT * EXCLUDE (agreed, by_chance), CASE WHEN by_chance < 1 THEN (agreed - by_chance) / (1 - by_chance) END AS kappa
FROM shares;
