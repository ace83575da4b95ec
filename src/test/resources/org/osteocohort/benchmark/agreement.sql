-- How many numbers of a run are those of the script, and how many are not. A number that the run hides is not compared.
CREATE MACRO numbers_in(folder) AS TABLE
SELECT
    'prevalence' AS report,
    concat_ws('|', kind, item, case_class, prevalence_type, denominator_name, period, sex, age_group, age_band, race, ethnicity) AS place,
    unnest(['numerator', 'denominator']) AS what,
    unnest([numerator, denominator]) AS number
FROM read_parquet(folder || '/prevalence.parquet')
WHERE kind IN ('secondary_cause', 'phenotype') AND site = 'all'
UNION ALL
SELECT
    'incidence',
    concat_ws('|', kind, item, case_class, denominator_name, period, sex, age_group, age_band, race, ethnicity),
    unnest(['persons_followed', 'persons_at_risk', 'events', 'person_days']),
    unnest([persons_followed, persons_at_risk, events, person_days])
FROM read_parquet(folder || '/incidence.parquet')
WHERE kind IN ('secondary_cause', 'phenotype') AND site = 'all';

CREATE TABLE published AS
FROM numbers_in('${run}/reports')
UNION ALL
SELECT 'tags', item, 'children', count(DISTINCT patient_id)
FROM '${run}/restricted/tags/*.parquet'
WHERE role IN ('secondary_cause', 'lifestyle_cause', 'treatment', 'osteoporosis_dx')
GROUP BY item;

CREATE TABLE scripted AS
FROM numbers_in('${out}')
UNION ALL
SELECT 'tags', item, 'children', children FROM '${out}/tagged.parquet';

-- Every number of the script must have its row in the run.
SELECT
    s.report || CASE
        WHEN p.place IS NULL THEN ' absent from the run, such as ' || min(s.place || ' ' || s.what)
        WHEN p.number IS NULL THEN ' hidden by the run'
        WHEN p.number = s.number THEN ' equal'
        ELSE ' different, such as ' || min(s.place || ' ' || s.what || ' ' || s.number || ' not ' || p.number)
    END AS outcome,
    count(*) AS numbers
FROM scripted s LEFT JOIN published p USING (report, place, what)
GROUP BY s.report, p.place IS NULL, p.number IS NULL, p.number = s.number
ORDER BY ALL;
