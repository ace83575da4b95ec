-- Counts first events and the days at risk of them, by the children that extract.sql found; without washout, as in
-- sample.yaml. Most children never have most events: everybody's days are added up once, and of each event only what
-- it takes away.

CREATE TABLE piece AS
WITH ages AS (
    SELECT person_id, '0-4' AS age_band, birth AS from_day, five - 1 AS to_day FROM child
    UNION ALL
    SELECT person_id, '5-9', five, ten - 1 FROM child
    UNION ALL
    SELECT person_id, '10-14', ten, fifteen - 1 FROM child
    UNION ALL
    SELECT person_id, '15-18', fifteen, too_old - 1 FROM child)
SELECT
    d.person_id,
    d.period,
    a.age_band,
    greatest(d.first_day, a.from_day) AS first_day,
    least(d.last_day, a.to_day) AS last_day
FROM period_days d JOIN ages a ON a.person_id = d.person_id AND d.first_day <= a.to_day AND d.last_day >= a.from_day;

-- A child is one person of each band, of each group and of all ages, however many its spans of observation.
CREATE TABLE followed AS
SELECT person_id, period, age_group, age_band, sum(last_day - first_day + 1) AS days
FROM (SELECT *, group_of(age_band) AS age_group FROM piece)
GROUP BY person_id, period, GROUPING SETS ((), (age_group), (age_group, age_band));

CREATE TABLE finest_followed AS
SELECT
    f.period, f.age_group, f.age_band, on_day_one, on_all_days, regular, sex, race, ethnicity,
    count(*) AS persons,
    sum(days) AS days
FROM followed f JOIN member m ON m.person_id = f.person_id AND m.period = f.period
GROUP BY ALL;

CREATE TABLE first_event AS
SELECT person_id, kind, item, case_class, min(first_day) AS event_day FROM finding GROUP BY ALL;

CREATE TABLE touched AS
SELECT
    kind, item, case_class, person_id, period, age_group, age_band,
    bool_and(event_day < first_day) AS earlier,
    count(*) FILTER (event_day BETWEEN first_day AND last_day) AS events,
    sum(last_day - first_day + 1 - greatest(0, least(last_day, event_day) - first_day + 1)) AS days_lost
FROM (SELECT p.*, group_of(age_band) AS age_group, kind, item, case_class, event_day
      FROM first_event e JOIN piece p ON p.person_id = e.person_id)
GROUP BY kind, item, case_class, person_id, period, GROUPING SETS ((), (age_group), (age_group, age_band));

CREATE TABLE finest_touched AS
SELECT
    kind, item, case_class, t.period, t.age_group, t.age_band, on_day_one, on_all_days, regular, sex, race, ethnicity,
    count(*) FILTER (earlier) AS persons_lost,
    sum(events) AS events,
    sum(days_lost) AS days_lost
FROM touched t JOIN member m ON m.person_id = t.person_id AND m.period = t.period
GROUP BY ALL;

-- Age is divided already: a stratum of ages is crossed with sex only, all ages with each other column.
CREATE TABLE followed_by AS
SELECT
    denominator_name,
    period,
    coalesce(sex, 'all') AS sex,
    coalesce(age_group, 'all') AS age_group,
    coalesce(age_band, 'all') AS age_band,
    coalesce(race, 'all') AS race,
    coalesce(ethnicity, 'all') AS ethnicity,
    sum(persons)::BIGINT AS persons,
    sum(days)::BIGINT AS days
FROM (SELECT *, unnest(denominators(on_day_one, on_all_days, regular)) AS denominator_name FROM finest_followed)
GROUP BY denominator_name, period, age_group, age_band, GROUPING SETS ((), (sex), (race), (ethnicity));

CREATE TABLE touched_by AS
SELECT
    kind,
    item,
    case_class,
    denominator_name,
    period,
    coalesce(sex, 'all') AS sex,
    coalesce(age_group, 'all') AS age_group,
    coalesce(age_band, 'all') AS age_band,
    coalesce(race, 'all') AS race,
    coalesce(ethnicity, 'all') AS ethnicity,
    sum(persons_lost)::BIGINT AS persons_lost,
    sum(events)::BIGINT AS events,
    sum(days_lost)::BIGINT AS days_lost
FROM (SELECT *, unnest(denominators(on_day_one, on_all_days, regular)) AS denominator_name FROM finest_touched)
GROUP BY kind, item, case_class, denominator_name, period, age_group, age_band, GROUPING SETS ((), (sex), (race), (ethnicity));

COPY (
    SELECT
        w.kind, w.item, w.case_class, 'all' AS site, f.* EXCLUDE (persons, days),
        f.persons AS persons_followed,
        f.persons - coalesce(t.persons_lost, 0) AS persons_at_risk,
        coalesce(t.events, 0) AS events,
        f.days - coalesce(t.days_lost, 0) AS person_days,
        10000 * coalesce(t.events, 0) * 365.25 / nullif(f.days - coalesce(t.days_lost, 0), 0) AS rate_per_10000
    FROM followed_by f
    CROSS JOIN counted w
    LEFT JOIN touched_by t
        USING (kind, item, case_class, denominator_name, period, sex, age_group, age_band, race, ethnicity)
    WHERE f.age_group = 'all' OR f.race = 'all' AND f.ethnicity = 'all'
    ORDER BY ALL)
TO '${out}/incidence.parquet' (FORMAT parquet);
