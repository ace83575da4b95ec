-- The invented children, less regular than they are made: records lie up to thirty days away from where they were,
-- Z-scores about the threshold and on it, and of every seventh child observation is in two parts, which follow each
-- other to the day, a day later, or after a gap. ${from} and ${to} are filled in: an extract of one file a table, and
-- one with a folder for each table.

CREATE TABLE life AS
SELECT
    person_id,
    make_date(year_of_birth, month_of_birth, day_of_birth) AS birth,
    coalesce(death_date, DATE '2023-12-31') AS last_day
FROM '${from}/person.parquet' LEFT JOIN '${from}/death.parquet' USING (person_id);

CREATE MACRO moved(day, id, birth, last_day) AS
    least(last_day, greatest(birth, day + ((id * 7919) % 61 - 30)::INTEGER))::DATE;

COPY (
    SELECT t.* REPLACE (
        moved(condition_start_date, condition_occurrence_id, birth, last_day) AS condition_start_date,
        NULL::DATE AS condition_end_date)
    FROM '${from}/condition_occurrence.parquet' t JOIN life USING (person_id))
TO '${to}/condition_occurrence/part-0.parquet' (FORMAT parquet);

COPY (
    SELECT t.* REPLACE (moved(procedure_date, procedure_occurrence_id, birth, last_day) AS procedure_date)
    FROM '${from}/procedure_occurrence.parquet' t JOIN life USING (person_id))
TO '${to}/procedure_occurrence/part-0.parquet' (FORMAT parquet);

COPY (
    SELECT t.* REPLACE (moved(observation_date, observation_id, birth, last_day) AS observation_date)
    FROM '${from}/observation.parquet' t JOIN life USING (person_id))
TO '${to}/observation/part-0.parquet' (FORMAT parquet);

-- Numbers from -6 to -1 are Z-scores.
COPY (
    SELECT t.* REPLACE (
        moved(measurement_date, measurement_id, birth, last_day) AS measurement_date,
        CASE
            WHEN value_as_number BETWEEN -6 AND -1 THEN -2 + ((measurement_id * 31) % 5 - 2) / 10.0
            ELSE value_as_number
        END AS value_as_number)
    FROM '${from}/measurement.parquet' t JOIN life USING (person_id))
TO '${to}/measurement/part-0.parquet' (FORMAT parquet);

COPY (
    SELECT * EXCLUDE (birth, last_day) REPLACE (
        moved(drug_exposure_start_date, drug_exposure_id, birth, last_day) AS drug_exposure_start_date,
        moved(drug_exposure_start_date, drug_exposure_id, birth, last_day)
            + (drug_exposure_end_date - drug_exposure_start_date)::INTEGER AS drug_exposure_end_date)
    FROM '${from}/drug_exposure.parquet' JOIN life USING (person_id))
TO '${to}/drug_exposure/part-0.parquet' (FORMAT parquet);

COPY (
    WITH period AS (
        SELECT *, ((observation_period_end_date - observation_period_start_date) / 3)::INTEGER AS days
        FROM '${from}/observation_period.parquet')
    SELECT * EXCLUDE (days) FROM period WHERE person_id % 7 <> 3 OR days < 270
    UNION ALL
    SELECT * EXCLUDE (days) REPLACE ((observation_period_start_date + days)::DATE AS observation_period_end_date)
    FROM period
    WHERE person_id % 7 = 3 AND days >= 270
    UNION ALL
    SELECT * EXCLUDE (days) REPLACE (
        observation_period_id + 10000000 AS observation_period_id,
        (observation_period_start_date + days
            + CASE person_id % 3 WHEN 0 THEN 1 WHEN 1 THEN 2 ELSE 200 END)::DATE AS observation_period_start_date)
    FROM period
    WHERE person_id % 7 = 3 AND days >= 270)
TO '${to}/observation_period/part-0.parquet' (FORMAT parquet);

COPY (FROM '${from}/person.parquet') TO '${to}/person/part-0.parquet' (FORMAT parquet);

COPY (FROM '${from}/visit_occurrence.parquet') TO '${to}/visit_occurrence/part-0.parquet' (FORMAT parquet);
