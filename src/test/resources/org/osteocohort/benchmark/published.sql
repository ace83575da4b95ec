-- The same numbers as a run published them; of prevalence only what is shown.
CREATE TABLE answer AS
SELECT 'tagged ' || item AS what, count(DISTINCT patient_id) AS children
FROM '${run}/restricted/tags/*.parquet'
WHERE role IN ('secondary_cause', 'lifestyle_cause', 'treatment', 'osteoporosis_dx')
GROUP BY item
UNION ALL
SELECT 'DX_CODE', count(*) FROM '${run}/restricted/cohort/*.parquet' WHERE phenotype = 'DX_CODE' AND class = 'confirmed'
UNION ALL
SELECT DISTINCT what || sex, number
FROM (
    SELECT sex, unnest(['denominator ', 'numerator ']) AS what, unnest([denominator, numerator]) AS number
    FROM '${run}/reports/prevalence.parquet'
    WHERE item = 'DX_CODE' AND case_class = 'confirmed' AND prevalence_type = 'period'
        AND denominator_name = 'observed' AND period = 'study' AND age_group = 'all' AND age_band = 'all'
        AND race = 'all' AND ethnicity = 'all' AND site = 'all')
WHERE number > 0;
