-- What a reader of all report tables knows, told from their columns: every count with a name that says which number it
-- is, so that the same number has one name wherever it stands; sums of some to others; and who is counted among whom.
-- Written from the meanings of the columns and without a look at the Java that hides.

CREATE OR REPLACE TABLE numbers (
    counted VARCHAR, what VARCHAR, sex VARCHAR, age_group VARCHAR, age_band VARCHAR, race VARCHAR, ethnicity VARCHAR,
    site VARCHAR, shown BIGINT);

-- Whom a denominator counts: those of a first day are one number, whatever the period that begins then.
CREATE OR REPLACE MACRO on_day(denominator_name, period, point_date) AS
    concat_ws('|', 'on', denominator_name, point_date::VARCHAR);
CREATE OR REPLACE MACRO whom(denominator_name, period, period_start, point_date) AS
    CASE
        WHEN point_date IS NOT NULL THEN on_day(denominator_name, period, point_date)
        WHEN denominator_name = 'day_one' THEN on_day('observed', period, period_start)
        ELSE concat_ws('|', 'in', denominator_name, period)
    END;
CREATE OR REPLACE MACRO when_had(denominator_name, period, point_date) AS
    if(point_date IS NULL, concat_ws('|', 'in', denominator_name, period), on_day(denominator_name, period, point_date));

INSERT INTO numbers
SELECT 'children', whom(denominator_name, period, period_start, point_date), sex, age_group, age_band, race, ethnicity, site, denominator
FROM prevalence
UNION
SELECT 'prevalent', concat_ws('|', kind, item, case_class, when_had(denominator_name, period, point_date)),
    sex, age_group, age_band, race, ethnicity, site, numerator
FROM prevalence;

INSERT INTO numbers
WITH long AS (
    UNPIVOT (
        SELECT * REPLACE (coalesce(persons_not_followed, -1) AS persons_not_followed,
            coalesce(persons_followed, -1) AS persons_followed,
            coalesce(persons_with_earlier_event, -1) AS persons_with_earlier_event,
            coalesce(persons_at_risk, -1) AS persons_at_risk,
            coalesce(events, -1) AS events, coalesce(person_days, -1) AS person_days)
        FROM incidence)
    ON persons_not_followed, persons_followed, persons_with_earlier_event, persons_at_risk, events, person_days
    INTO NAME counted VALUE shown)
SELECT DISTINCT counted,
    if(counted IN ('persons_not_followed', 'persons_followed'),
        concat_ws('|', denominator_name, period), concat_ws('|', kind, item, case_class, denominator_name, period)),
    sex, age_group, age_band, race, ethnicity, site, nullif(shown, -1)
FROM long
-- Who is not followed has no age.
WHERE counted <> 'persons_not_followed' OR (age_group = 'all' AND age_band = 'all');

-- The row that tells of all first events.
CREATE OR REPLACE TABLE whole_incidence AS
SELECT * FROM incidence
WHERE denominator_name = 'observed' AND period = 'study' AND sex = 'all' AND age_group = 'all' AND age_band = 'all'
    AND race = 'all' AND ethnicity = 'all' AND site = 'all';

INSERT INTO numbers
SELECT counted, concat_ws('|', kind, item, case_class), 'all', 'all', 'all', 'all', 'all', 'all', nullif(shown, -1)
FROM (
    UNPIVOT (
        SELECT * REPLACE (coalesce(events_before_study, -1) AS events_before_study,
            coalesce(events_in_washout, -1) AS events_in_washout,
            coalesce(events_outside_observation, -1) AS events_outside_observation,
            coalesce(persons_ever, -1) AS persons_ever,
            coalesce(persons_left, -1) AS persons_left,
            coalesce(persons_no_longer, -1) AS persons_no_longer)
        FROM whole_incidence)
    ON events_before_study, events_in_washout, events_outside_observation, persons_ever, persons_left, persons_no_longer
    INTO NAME counted VALUE shown)
-- Nobody leaves an item.
WHERE kind = 'phenotype' OR counted NOT IN ('persons_left', 'persons_no_longer');

-- Cohorts: who is in, why, and what was done for them.
INSERT INTO numbers
SELECT DISTINCT 'cohort', concat_ws('|', phenotype, case_class), sex, age_group, age_band, 'all', 'all', 'all', denominator
FROM cause_profile
UNION
SELECT 'cause', concat_ws('|', phenotype, case_class, kind, item), sex, age_group, age_band, 'all', 'all', 'all', numerator
FROM cause_profile
UNION
SELECT if(denominator_name = 'all_in_cohort', 'cohort', 'cohort_observed'),
    if(denominator_name = 'all_in_cohort', concat_ws('|', phenotype, case_class), concat_ws('|', phenotype, case_class, window_name)),
    sex, age_group, age_band, 'all', 'all', 'all', denominator
FROM treatment_coverage;

CREATE OR REPLACE TABLE coverage_states AS
SELECT phenotype, case_class, treatment, window_name, denominator_name, sex, age_group, age_band, state, nullif(shown, -1) AS shown
FROM (UNPIVOT (
    SELECT * REPLACE (coalesce(treated, -1) AS treated, coalesce(untreated, -1) AS untreated,
        coalesce(not_in_observation, -1) AS not_in_observation, coalesce(not_eligible, -1) AS not_eligible,
        coalesce(unknown, -1) AS unknown)
    FROM treatment_coverage)
ON treated, untreated, not_in_observation, not_eligible, unknown INTO NAME state VALUE shown);

INSERT INTO numbers
SELECT 'coverage', concat_ws('|', phenotype, case_class, treatment, window_name, denominator_name, state),
    sex, age_group, age_band, 'all', 'all', 'all', shown
FROM coverage_states;

-- The followed, on any day, and the fates of each day.
CREATE OR REPLACE TABLE fates AS
SELECT phenotype, case_class, treatment, sex, age_group,
    if(fate IN ('followed', 'treated_before', 'not_observed'), NULL, day) AS day, fate, nullif(shown, -1) AS shown
FROM (UNPIVOT (
    SELECT * REPLACE (coalesce(followed, -1) AS followed, coalesce(treated_before, -1) AS treated_before,
        coalesce(not_observed, -1) AS not_observed, coalesce(at_risk, -1) AS at_risk, coalesce(events, -1) AS events,
        coalesce(censored, -1) AS censored)
    FROM time_to_treatment)
ON followed, treated_before, not_observed, at_risk, events, censored INTO NAME fate VALUE shown);

INSERT INTO numbers
SELECT DISTINCT 'fate', concat_ws('|', phenotype, case_class, treatment, fate, day), sex, age_group, 'all', 'all', 'all', 'all', shown
FROM fates;

-- Who began a drug is who has an event by the last day.
INSERT INTO numbers
SELECT DISTINCT 'fate', concat_ws('|', phenotype, case_class, treatment, 'events', (SELECT max(day) FROM time_to_treatment)),
    sex, age_group, 'all', 'all', 'all', 'all', initiators
FROM persistence
UNION
SELECT 'use', concat_ws('|', phenotype, case_class, treatment, state, day), sex, age_group, 'all', 'all', 'all', 'all', nullif(shown, -1)
FROM (UNPIVOT (
    SELECT * REPLACE (coalesce(observed, -1) AS observed, coalesce(covered, -1) AS covered, coalesce(discontinued, -1) AS discontinued)
    FROM persistence)
ON observed, covered, discontinued INTO NAME state VALUE shown);

INSERT INTO numbers
SELECT 'fracture_events', concat_ws('|', bone, trauma_tier, confirmation), sex, age_group, age_band, 'all', 'all', 'all', events
FROM fracture_rates
UNION
SELECT 'fracture_children', concat_ws('|', bone, trauma_tier, confirmation), sex, age_group, age_band, 'all', 'all', 'all', children
FROM fracture_rates
UNION
SELECT if(age_group = 'all' AND age_band = 'all', 'children', 'observed_at_age'),
    if(age_group = 'all' AND age_band = 'all', 'in|observed|study', ''), sex, age_group, age_band, 'all', 'all', 'all', children_observed
FROM fracture_rates;

INSERT INTO numbers
SELECT 'overlap', concat_ws('|', phenotype, other_phenotype, case_class, part), sex, 'all', 'all', 'all', 'all', 'all', nullif(shown, -1)
FROM (UNPIVOT (
    SELECT * REPLACE (coalesce("both", -1) AS "both", coalesce(only_phenotype, -1) AS only_phenotype,
        coalesce(only_other, -1) AS only_other, coalesce(neither, -1) AS neither)
    FROM phenotype_overlap)
ON "both", only_phenotype, only_other, neither INTO NAME part VALUE shown);

-- Who is left after a step goes into the next; steps that ask nothing of a phenotype leave the same for all.
CREATE OR REPLACE TABLE steps AS
WITH shared AS (
    SELECT *, if(step_code IN ('suspected_or_surer', 'probable_or_surer', 'confirmed'), phenotype, 'all') AS whose
    FROM attrition)
SELECT *, coalesce(lag(whose) OVER (PARTITION BY phenotype ORDER BY step_no), 'all') AS whose_before
FROM shared;

INSERT INTO numbers
SELECT 'left', concat_ws('|', whose, step_no), 'all', 'all', 'all', 'all', 'all', 'all', persons_out FROM steps
UNION
SELECT 'left', concat_ws('|', whose_before, step_no - 1), 'all', 'all', 'all', 'all', 'all', 'all', persons_in FROM steps
UNION
SELECT 'excluded', concat_ws('|', whose, step_no), 'all', 'all', 'all', 'all', 'all', 'all', excluded_persons FROM steps
UNION
SELECT 'failing_only', concat_ws('|', phenotype, step_no), 'all', 'all', 'all', 'all', 'all', 'all', fail_only_this_persons FROM steps;

-- Tables that tell the numbers of others again.
INSERT INTO numbers
SELECT 'prevalent', concat_ws('|', kind, item, case_class, when_had(denominator_name, period, NULL)), 'all', 'all', 'all', 'all', 'all', 'all', numerator
FROM standardized_rates WHERE measure = 'prevalence'
UNION
SELECT 'children', whom(denominator_name, period, period_start, NULL), 'all', 'all', 'all', 'all', 'all', 'all', denominator
FROM standardized_rates WHERE measure = 'prevalence'
UNION
SELECT 'events', concat_ws('|', kind, item, case_class, denominator_name, period), 'all', 'all', 'all', 'all', 'all', 'all', numerator
FROM standardized_rates WHERE measure = 'incidence'
UNION
SELECT 'persons_at_risk', concat_ws('|', kind, item, case_class, denominator_name, period), 'all', 'all', 'all', 'all', 'all', 'all', denominator
FROM standardized_rates WHERE measure = 'incidence'
UNION
SELECT 'placed_cases', concat_ws('|', measure, kind, item, case_class, denominator_name, period), 'all', 'all', 'all', 'all', 'all', 'all', placed_numerator
FROM standardized_rates
UNION
SELECT 'compared_cases', concat_ws('|', comparison, phenotype, case_class), 'all', 'all', 'all', 'all', 'all', 'all', numerator
FROM comparisons WHERE comparison LIKE 'trend%'
UNION
SELECT 'prevalent', concat_ws('|', 'phenotype', phenotype, case_class, 'in|observed|study'),
    if(compared_column = 'sex', l, 'all'), if(compared_column = 'age_group', l, 'all'), if(compared_column = 'age_band', l, 'all'),
    if(compared_column = 'race', l, 'all'), if(compared_column = 'ethnicity', l, 'all'), if(compared_column = 'site', l, 'all'), n
FROM (
    SELECT *, level AS l, numerator AS n FROM comparisons WHERE comparison = 'prevalence_ratio'
    UNION ALL
    SELECT *, reference_level, reference_numerator FROM comparisons WHERE comparison = 'prevalence_ratio');

CREATE OR REPLACE TABLE numbers AS
SELECT DISTINCT concat_ws('/', counted, what, sex, age_group, age_band, race, ethnicity, site) AS name, *
FROM numbers;

-- Every total with its parts; a total may have several splits.
CREATE OR REPLACE TABLE sums (total VARCHAR, split VARCHAR, part VARCHAR);

-- Strata whose levels exclude each other: a child has one sex, but grows older while it is at risk.
CREATE OR REPLACE TABLE without_age_sums AS
SELECT unnest(['persons_followed', 'persons_not_followed', 'persons_with_earlier_event', 'fracture_children', 'observed_at_age']) AS counted;
CREATE OR REPLACE TABLE without_sums AS SELECT unnest(['persons_at_risk']) AS counted;

INSERT INTO sums
SELECT t.name, 'sex', p.name FROM numbers p JOIN numbers t USING (counted, what, age_group, age_band, race, ethnicity, site)
WHERE t.sex = 'all' AND p.sex <> 'all' AND counted NOT IN (FROM without_sums)
UNION ALL
SELECT t.name, 'race', p.name FROM numbers p JOIN numbers t USING (counted, what, sex, age_group, age_band, ethnicity, site)
WHERE t.race = 'all' AND p.race <> 'all' AND counted NOT IN (FROM without_sums)
UNION ALL
SELECT t.name, 'ethnicity', p.name FROM numbers p JOIN numbers t USING (counted, what, sex, age_group, age_band, race, site)
WHERE t.ethnicity = 'all' AND p.ethnicity <> 'all' AND counted NOT IN (FROM without_sums)
UNION ALL
SELECT t.name, 'site', p.name FROM numbers p JOIN numbers t USING (counted, what, sex, age_group, age_band, race, ethnicity)
WHERE t.site = 'all' AND p.site <> 'all' AND counted NOT IN (FROM without_sums)
UNION ALL
SELECT t.name, 'age_group', p.name FROM numbers p JOIN numbers t USING (counted, what, sex, age_band, race, ethnicity, site)
WHERE t.age_group = 'all' AND p.age_group <> 'all' AND age_band = 'all'
    AND counted NOT IN (FROM without_sums UNION ALL FROM without_age_sums)
UNION ALL
SELECT t.name, 'age_band', p.name FROM numbers p JOIN numbers t USING (counted, what, sex, age_group, race, ethnicity, site)
WHERE t.age_band = 'all' AND p.age_band <> 'all' AND counted NOT IN (FROM without_sums UNION ALL FROM without_age_sums);

CREATE OR REPLACE MACRO place(counted, what, sex, age_group, age_band, race, ethnicity, site) AS
    concat_ws('/', counted, what, sex, age_group, age_band, race, ethnicity, site);
CREATE OR REPLACE MACRO of_all(counted, what) AS place(counted, what, 'all', 'all', 'all', 'all', 'all', 'all');

-- The followed are those at risk and those with an earlier event; the observed are followed or not.
INSERT INTO sums
SELECT DISTINCT place('persons_followed', concat_ws('|', denominator_name, period), sex, age_group, age_band, race, ethnicity, site),
    concat_ws('|', kind, item, case_class),
    place(unnest(['persons_at_risk', 'persons_with_earlier_event']),
        concat_ws('|', kind, item, case_class, denominator_name, period), sex, age_group, age_band, race, ethnicity, site)
FROM incidence
UNION ALL
SELECT DISTINCT place('children', whom(denominator_name, period, period_start, NULL), sex, age_group, age_band, race, ethnicity, site),
    concat_ws('|', 'followed', denominator_name, period),
    place(unnest(['persons_followed', 'persons_not_followed']), concat_ws('|', denominator_name, period), sex, age_group, age_band, race, ethnicity, site)
FROM incidence
WHERE age_group = 'all' AND age_band = 'all'
UNION ALL
-- Events and days of the years are those of the study.
SELECT place(c, concat_ws('|', kind, item, case_class, denominator_name, 'study'), sex, age_group, age_band, race, ethnicity, site),
    period_kind, place(c, concat_ws('|', kind, item, case_class, denominator_name, period), sex, age_group, age_band, race, ethnicity, site)
FROM incidence, (SELECT unnest(['events', 'person_days']) AS c)
WHERE period_kind <> 'study' AND denominator_name IN ('observed', 'regular_care');

-- Whether who is of a way in which causes and medications come together has any cause, and any medication.
CREATE OR REPLACE TABLE ways (way VARCHAR, whoever VARCHAR, has BOOLEAN);
INSERT INTO ways VALUES
    ('cause_alone', 'secondary_cause', true), ('cause_alone', 'medication', false),
    ('cause_and_medication', 'secondary_cause', true), ('cause_and_medication', 'medication', true),
    ('medication_alone', 'secondary_cause', false), ('medication_alone', 'medication', true),
    ('neither', 'secondary_cause', false), ('neither', 'medication', false);

-- Whoever ever came into the classes did so at risk, before the study, in the washout or outside; of these are the cohort
-- and those who are out of the classes again.
INSERT INTO sums
SELECT of_all('persons_ever', concat_ws('|', kind, item, case_class)), 'first events',
    unnest([place('events', concat_ws('|', kind, item, case_class, denominator_name, period), sex, age_group, age_band, race, ethnicity, site),
        of_all('events_before_study', concat_ws('|', kind, item, case_class)),
        of_all('events_in_washout', concat_ws('|', kind, item, case_class)),
        of_all('events_outside_observation', concat_ws('|', kind, item, case_class))])
FROM whole_incidence
UNION ALL
SELECT of_all('persons_ever', concat_ws('|', kind, item, case_class)), 'cohort',
    unnest([of_all('cohort', concat_ws('|', item, case_class)), of_all('persons_no_longer', concat_ws('|', kind, item, case_class))])
FROM whole_incidence WHERE kind = 'phenotype';

-- A cohort is who is a case of all observed in the study.
INSERT INTO sums
SELECT place('cohort', concat_ws('|', item, case_class), sex, 'all', 'all', 'all', 'all', 'all'), 'observed',
    place('prevalent', concat_ws('|', kind, item, case_class, 'in|observed|study'), sex, age_group, age_band, race, ethnicity, site)
FROM prevalence
WHERE kind = 'phenotype' AND point_date IS NULL AND denominator_name = 'observed' AND period = 'study'
    AND age_group = 'all' AND age_band = 'all' AND race = 'all' AND ethnicity = 'all' AND site = 'all';

INSERT INTO sums
-- Every child of a cohort has one etiology.
SELECT place('cohort', concat_ws('|', phenotype, case_class), sex, age_group, age_band, 'all', 'all', 'all'), 'etiology',
    place('cause', concat_ws('|', phenotype, case_class, kind, item), sex, age_group, age_band, 'all', 'all', 'all')
FROM cause_profile WHERE kind = 'etiology'
UNION ALL
-- Every child of a cohort is of one way in which causes and medications come together, and so is who has any of either.
SELECT place('cohort', concat_ws('|', phenotype, case_class), sex, age_group, age_band, 'all', 'all', 'all'), 'overlap',
    place('cause', concat_ws('|', phenotype, case_class, kind, item), sex, age_group, age_band, 'all', 'all', 'all')
FROM cause_profile WHERE kind = 'overlap'
UNION ALL
SELECT place('cause', concat_ws('|', phenotype, case_class, 'any', whoever), sex, age_group, age_band, 'all', 'all', 'all'), 'overlap',
    place('cause', concat_ws('|', phenotype, case_class, kind, item), sex, age_group, age_band, 'all', 'all', 'all')
FROM cause_profile JOIN ways ON item = way AND has
WHERE kind = 'overlap'
UNION ALL
-- All are who has any, and who is of a way without it.
SELECT DISTINCT place('cohort', concat_ws('|', phenotype, case_class), sex, age_group, age_band, 'all', 'all', 'all'), whoever,
    place('cause', concat_ws('|', phenotype, case_class, if(has, 'any', 'overlap'), if(has, whoever, item)),
        sex, age_group, age_band, 'all', 'all', 'all')
FROM cause_profile JOIN ways ON item = way
WHERE kind = 'overlap'
UNION ALL
SELECT place(if(denominator_name = 'all_in_cohort', 'cohort', 'cohort_observed'),
        if(denominator_name = 'all_in_cohort', concat_ws('|', phenotype, case_class), concat_ws('|', phenotype, case_class, window_name)),
        sex, age_group, age_band, 'all', 'all', 'all'),
    concat_ws('|', treatment, window_name),
    place('coverage', concat_ws('|', phenotype, case_class, treatment, window_name, denominator_name, state),
        sex, age_group, age_band, 'all', 'all', 'all')
FROM coverage_states
UNION ALL
SELECT DISTINCT place('cohort', concat_ws('|', phenotype, case_class), sex, age_group, 'all', 'all', 'all', 'all'), treatment,
    place('fate', concat_ws('|', phenotype, case_class, treatment, fate), sex, age_group, 'all', 'all', 'all', 'all')
FROM fates WHERE day IS NULL
UNION ALL
SELECT place('fate', concat_ws('|', phenotype, case_class, treatment, 'followed'), sex, age_group, 'all', 'all', 'all', 'all'),
    day::VARCHAR,
    place('fate', concat_ws('|', phenotype, case_class, treatment, fate, day), sex, age_group, 'all', 'all', 'all', 'all')
FROM fates WHERE day IS NOT NULL
UNION ALL
SELECT place('fracture_events', concat_ws('|', bone, 'all', confirmation), sex, age_group, age_band, 'all', 'all', 'all'), 'tier',
    place('fracture_events', concat_ws('|', bone, trauma_tier, confirmation), sex, age_group, age_band, 'all', 'all', 'all')
FROM fracture_rates WHERE trauma_tier <> 'all';

INSERT INTO sums
WITH parts AS (
    SELECT *, place('overlap', concat_ws('|', phenotype, other_phenotype, case_class, part), sex, 'all', 'all', 'all', 'all', 'all') AS name
    FROM phenotype_overlap, (SELECT unnest(['both', 'only_phenotype', 'only_other', 'neither']) AS part))
SELECT place('cohort', concat_ws('|', phenotype, case_class), sex, 'all', 'all', 'all', 'all', 'all'), other_phenotype, name
FROM parts WHERE part IN ('both', 'only_phenotype')
UNION ALL
SELECT place('cohort', concat_ws('|', other_phenotype, case_class), sex, 'all', 'all', 'all', 'all', 'all'), phenotype, name
FROM parts WHERE part IN ('both', 'only_other')
UNION ALL
SELECT place('children', 'in|observed|study', sex, 'all', 'all', 'all', 'all', 'all'), concat_ws('|', phenotype, other_phenotype, case_class), name
FROM parts
UNION ALL
SELECT of_all('left', concat_ws('|', whose_before, step_no - 1)), concat_ws('|', whose, step_no), of_all(unnest(['left', 'excluded']), concat_ws('|', whose, step_no))
FROM (SELECT DISTINCT whose, whose_before, step_no FROM steps)
UNION ALL
-- Standardized rates and trends rest on strata.
SELECT of_all('placed_cases', concat_ws('|', 'prevalence', kind, item, case_class, denominator_name, period)), 'placed',
    place('prevalent', concat_ws('|', kind, item, case_class, when_had(denominator_name, period, NULL)), sex, age_group, age_band, 'all', 'all', 'all')
FROM prevalence
WHERE point_date IS NULL AND sex IN ('female', 'male') AND age_band NOT IN ('all', 'uncertain', 'outside')
    AND race = 'all' AND ethnicity = 'all' AND site = 'all'
UNION ALL
SELECT of_all('compared_cases', concat_ws('|', 'trend_over_age_bands', item, case_class)), 'bands',
    place('prevalent', concat_ws('|', kind, item, case_class, 'in|observed|study'), sex, age_group, age_band, 'all', 'all', 'all')
FROM prevalence
WHERE kind = 'phenotype' AND point_date IS NULL AND denominator_name = 'observed' AND period = 'study' AND sex = 'all'
    AND age_band NOT IN ('all', 'uncertain', 'outside') AND race = 'all' AND ethnicity = 'all' AND site = 'all';

-- Who is counted inside is counted outside.
CREATE OR REPLACE TABLE nests (outside VARCHAR, inside VARCHAR);
CREATE OR REPLACE TABLE wider_class AS FROM (VALUES
    ('confirmed', 'confirmed_or_probable'), ('confirmed', 'any'), ('confirmed_or_probable', 'any')) classes (narrow, wide);
CREATE OR REPLACE TABLE wider_denominator AS FROM (VALUES
    ('whole_period', 'day_one'), ('whole_period', 'observed'), ('day_one', 'observed'), ('regular_care', 'observed'),
    ('dxa_tested', 'observed')) denominators (narrow, wide);

INSERT INTO nests
SELECT DISTINCT place('children', whom(denominator_name, period, period_start, point_date), sex, age_group, age_band, race, ethnicity, site),
    place('prevalent', concat_ws('|', kind, item, case_class, when_had(denominator_name, period, point_date)), sex, age_group, age_band, race, ethnicity, site)
FROM prevalence
UNION ALL
SELECT place('prevalent', concat_ws('|', kind, item, wide, when_had(denominator_name, period, point_date)), sex, age_group, age_band, race, ethnicity, site),
    place('prevalent', concat_ws('|', kind, item, case_class, when_had(denominator_name, period, point_date)), sex, age_group, age_band, race, ethnicity, site)
FROM prevalence JOIN wider_class ON case_class = narrow
UNION ALL
SELECT DISTINCT place('children', whom(wide, period, period_start, point_date), sex, age_group, age_band, race, ethnicity, site),
    place('children', whom(denominator_name, period, period_start, point_date), sex, age_group, age_band, race, ethnicity, site)
FROM prevalence JOIN wider_denominator ON denominator_name = narrow WHERE point_date IS NULL
UNION ALL
SELECT place('prevalent', concat_ws('|', kind, item, case_class, when_had(wide, period, point_date)), sex, age_group, age_band, race, ethnicity, site),
    place('prevalent', concat_ws('|', kind, item, case_class, when_had(denominator_name, period, point_date)), sex, age_group, age_band, race, ethnicity, site)
FROM prevalence JOIN wider_denominator ON denominator_name = narrow WHERE point_date IS NULL
UNION ALL
SELECT place('persons_at_risk', w, sex, age_group, age_band, race, ethnicity, site), place('events', w, sex, age_group, age_band, race, ethnicity, site)
FROM (SELECT *, concat_ws('|', kind, item, case_class, denominator_name, period) AS w FROM incidence)
UNION ALL
SELECT place(c, concat_ws('|', kind, item, wide, denominator_name, period), sex, age_group, age_band, race, ethnicity, site),
    place(c, concat_ws('|', kind, item, case_class, denominator_name, period), sex, age_group, age_band, race, ethnicity, site)
FROM incidence JOIN wider_class ON case_class = narrow, (SELECT 'persons_with_earlier_event' AS c)
UNION ALL
SELECT of_all(c, concat_ws('|', kind, item, wide)), of_all(c, concat_ws('|', kind, item, case_class))
FROM whole_incidence JOIN wider_class ON case_class = narrow, (SELECT unnest(['persons_ever', 'events_before_study']) AS c)
UNION ALL
SELECT of_all('persons_ever', w), of_all('persons_left', w)
FROM (SELECT concat_ws('|', kind, item, case_class) AS w FROM whole_incidence WHERE kind = 'phenotype')
UNION ALL
SELECT of_all('persons_left', w), of_all('persons_no_longer', w)
FROM (SELECT concat_ws('|', kind, item, case_class) AS w FROM whole_incidence WHERE kind = 'phenotype')
UNION ALL
SELECT place('cohort', concat_ws('|', phenotype, wide), sex, age_group, age_band, 'all', 'all', 'all'),
    place('cohort', concat_ws('|', phenotype, case_class), sex, age_group, age_band, 'all', 'all', 'all')
FROM (SELECT DISTINCT phenotype, case_class, sex, age_group, age_band FROM cause_profile) JOIN wider_class ON case_class = narrow
UNION ALL
SELECT place('cohort', concat_ws('|', phenotype, case_class), sex, age_group, age_band, 'all', 'all', 'all'),
    place('cause', concat_ws('|', phenotype, case_class, kind, item), sex, age_group, age_band, 'all', 'all', 'all')
FROM cause_profile
UNION ALL
SELECT place('cause', concat_ws('|', phenotype, wide, kind, item), sex, age_group, age_band, 'all', 'all', 'all'),
    place('cause', concat_ws('|', phenotype, case_class, kind, item), sex, age_group, age_band, 'all', 'all', 'all')
FROM cause_profile JOIN wider_class ON case_class = narrow
UNION ALL
SELECT place('coverage', concat_ws('|', phenotype, wide, treatment, window_name, denominator_name, state), sex, age_group, age_band, 'all', 'all', 'all'),
    place('coverage', concat_ws('|', phenotype, case_class, treatment, window_name, denominator_name, state), sex, age_group, age_band, 'all', 'all', 'all')
FROM coverage_states JOIN wider_class ON case_class = narrow
UNION ALL
SELECT place('fate', concat_ws('|', phenotype, wide, treatment, fate, day), sex, age_group, 'all', 'all', 'all', 'all'),
    place('fate', concat_ws('|', phenotype, case_class, treatment, fate, day), sex, age_group, 'all', 'all', 'all', 'all')
FROM fates JOIN wider_class ON case_class = narrow
UNION ALL
SELECT place('use', concat_ws('|', phenotype, case_class, treatment, 'observed', day), sex, age_group, 'all', 'all', 'all', 'all'),
    place('use', concat_ws('|', phenotype, case_class, treatment, 'covered', day), sex, age_group, 'all', 'all', 'all', 'all')
FROM persistence
UNION ALL
SELECT place('fracture_children', concat_ws('|', bone, 'all', confirmation), sex, age_group, age_band, 'all', 'all', 'all'),
    place('fracture_children', concat_ws('|', bone, trauma_tier, confirmation), sex, age_group, age_band, 'all', 'all', 'all')
FROM fracture_rates WHERE trauma_tier <> 'all'
UNION ALL
SELECT place('fracture_events', w, sex, age_group, age_band, 'all', 'all', 'all'), place('fracture_children', w, sex, age_group, age_band, 'all', 'all', 'all')
FROM (SELECT *, concat_ws('|', bone, trauma_tier, confirmation) AS w FROM fracture_rates)
UNION ALL
SELECT of_all('excluded', concat_ws('|', whose, step_no)), of_all('failing_only', concat_ws('|', phenotype, step_no)) FROM steps;
