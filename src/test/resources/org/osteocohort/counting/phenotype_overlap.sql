-- Judges the table phenotype_overlap: of all children who contribute a day, who is in the cohorts of two definitions.
-- Kappa is (observed agreement - agreement by chance) / (1 - agreement by chance).

CREATE TABLE told_pairs AS SELECT DISTINCT phenotype, other_phenotype, case_class FROM phenotype_overlap;

CREATE TABLE agreement AS
SELECT w.*, c.sex, one.patient_id IS NOT NULL AS in_one, other.patient_id IS NOT NULL AS in_other
FROM told_pairs w
CROSS JOIN (SELECT patient_id, sex FROM children WHERE patient_id IN (SELECT patient_id FROM contributed)) c
LEFT JOIN cohort_members one
    ON one.phenotype = w.phenotype AND one.case_class = w.case_class AND one.patient_id = c.patient_id
LEFT JOIN cohort_members other
    ON other.phenotype = w.other_phenotype AND other.case_class = w.case_class AND other.patient_id = c.patient_id;

CREATE TABLE judged_phenotype_overlap AS
WITH counted AS (
    SELECT
        phenotype,
        other_phenotype,
        case_class,
        coalesce(sex, 'all') AS sex,
        count(*) FILTER (in_one AND in_other) AS "both",
        count(*) FILTER (in_one AND NOT in_other) AS only_phenotype,
        count(*) FILTER (NOT in_one AND in_other) AS only_other,
        count(*) FILTER (NOT in_one AND NOT in_other) AS neither
    FROM agreement
    GROUP BY phenotype, other_phenotype, case_class, GROUPING SETS ((), (sex))),
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
