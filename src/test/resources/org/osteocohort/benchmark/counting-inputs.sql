-- What the counting reads beside the tables of children, under the names by which it asks for it.
-- In: vocabulary, record and event of extract.sql, and the extract.
-- Out: evidence, a row for each record and item, coded_rows, a row for each table of events, quarantine, which is empty
-- here, and views of the extract's other tables.

CREATE VIEW evidence AS
SELECT person_id AS patient_id, item, day AS event_date, vocabulary, code
FROM event JOIN vocabulary USING (concept_id);

CREATE TABLE coded_rows AS SELECT domain AS table_name, count(*) AS checked FROM record GROUP BY domain;

CREATE TABLE quarantine (source_table VARCHAR, source_column VARCHAR, rule VARCHAR);

CREATE VIEW extract_person AS FROM '${extract}/person/*.parquet';

CREATE VIEW extract_observation_period AS FROM '${extract}/observation_period/*.parquet';

CREATE VIEW extract_visit_occurrence AS FROM '${extract}/visit_occurrence/*.parquet';

CREATE VIEW extract_death AS FROM '${extract}/death.parquet';
