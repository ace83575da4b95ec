-- From records that speak of a fracture to fracture events: one accident with one or more broken bones.
-- In: code, vocabulary, means and event of extract.sql, and patients.
-- Out: fractures         a row for each fracture event of a child, also those that no definition may count
--      fracture_bones    a row for each broken bone of an event; none for a site that is never counted
--      fracture_records  a row for each record that tells of a new fracture, with the event that it belongs to
-- Constants are those of fracture-rules.yaml. Their names stand beside them.
-- Not done: fracture rules of a definition's own; birth dates that are not known to the day; a record that the extract
-- holds twice counts twice; codes of vocabularies that no code set names tell neither side nor encounter here.

-- The order within each list matters: the role that stands first speaks when codes of one length compete, broken bones
-- are listed in the order of site, side and kind, and the last tier is of the most energy.
CREATE TYPE fracture_role AS ENUM (
    'fracture_never_counted', 'history_only_not_incident', 'fracture_vertebral_compression',
    'fracture_vertebral_excluded', 'fracture_vertebral_burst_other', 'fracture_vertebral_unspecified',
    'fracture_long_bone_pathologic', 'fracture_long_bone', 'fracture_ankle_optional', 'fracture_other_site',
    'fracture_root');

CREATE TYPE fracture_site AS ENUM ('humerus', 'forearm', 'femur', 'lower_leg', 'ankle', 'vertebral', 'other');

CREATE TYPE fracture_side AS ENUM ('left', 'right', 'unknown');

CREATE TYPE fracture_kind AS ENUM (
    'long_bone', 'ankle', 'vertebral_compression', 'vertebral_unspecified', 'vertebral_other', 'other_site');

CREATE TYPE trauma_tier AS ENUM ('unknown', 'low', 'moderate', 'high', 'abuse');

-- Of all codes that name a concept the longest speaks, also across items: S92.4 is a toe and no bone of the foot. Where
-- a hierarchy names the concept, codes have no length. What the written code tells stands here once for each concept.
CREATE TABLE fracture_code AS
WITH meaning AS (
    SELECT
        m.concept_id,
        m.item,
        try_cast(m.role AS fracture_role) AS role,
        CASE m.item
            WHEN 'long_bone.humerus' THEN 'humerus'
            WHEN 'long_bone.radius_ulna' THEN 'forearm'
            WHEN 'long_bone.femur' THEN 'femur'
            WHEN 'long_bone.tibia_fibula' THEN 'lower_leg'
            WHEN 'long_bone.ankle_configurable' THEN 'ankle'
            WHEN 'vertebral' THEN 'vertebral'
            ELSE 'other'
        END::fracture_site AS site,
        v.vocabulary,
        v.code,
        max(CASE WHEN c.match = 'descendants' THEN 0 ELSE len(c.code) END) AS length
    FROM means m
    JOIN vocabulary v ON v.concept_id = m.concept_id
    LEFT JOIN code c ON c.vocabulary = v.vocabulary AND c.item = m.item AND c.role = m.role
        AND (c.code = v.code OR c.match IN ('prefix', 'class') AND starts_with(v.code, c.code))
    GROUP BY ALL),
chosen AS (
    SELECT *
    FROM meaning
    WHERE role IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY concept_id ORDER BY coalesce(length, 0) DESC, role, site, item) = 1)
SELECT
    concept_id,
    item,
    role,
    site,
    CASE
        WHEN role IN ('fracture_long_bone', 'fracture_long_bone_pathologic') THEN 'long_bone'
        WHEN role = 'fracture_ankle_optional' THEN 'ankle'
        WHEN role = 'fracture_vertebral_compression' THEN 'vertebral_compression'
        WHEN role = 'fracture_vertebral_unspecified' THEN 'vertebral_unspecified'
        WHEN role IN ('fracture_vertebral_burst_other', 'fracture_vertebral_excluded') THEN 'vertebral_other'
        WHEN role IN ('fracture_other_site', 'fracture_root') THEN 'other_site'
    END::fracture_kind AS kind,
    role <> 'fracture_never_counted' AS countable,
    -- Two bones share M84.43, .46, .63 and .66: 1 and 2 are the sides of ulna or tibia, 3 and 4 of radius or fibula.
    CASE
        WHEN vocabulary <> 'ICD10CM' THEN 'unknown'
        WHEN regexp_matches(code, '^S(42|49|52|59|72|79|82|89).([14]X|.[147])') THEN 'right'
        WHEN regexp_matches(code, '^S(42|49|52|59|72|79|82|89).([25]X|.[258])') THEN 'left'
        WHEN regexp_matches(code, '^M(84[46][36][13]|80[08][2356]1|84[46][25]1)') THEN 'right'
        WHEN regexp_matches(code, '^M(84[46][36][24]|80[08][2356]2|84[46][25]2)') THEN 'left'
        ELSE 'unknown'
    END::fracture_side AS side,
    -- The seventh character tells active treatment from healing and late effects; only some codes have it.
    CASE
        WHEN vocabulary <> 'ICD10CM' OR NOT regexp_matches(code, '^(S|M80|M84|M48[45])') THEN 'none'
        WHEN len(code) < 7 THEN 'missing'
        WHEN regexp_matches(code, '^(S[578]2...[ABC]|S([0-469]2|99)...[AB]|......A)') THEN 'active'
        ELSE 'later'
    END AS encounter,
    role = 'fracture_long_bone_pathologic' OR concept_id IN (
        SELECT concept_id FROM means
        WHERE role = 'symptom_rule' AND item = 'diagnosis_symptom.nontraumatic_fracture') AS pathologic,
    vocabulary = 'ICD10CM' AND starts_with(code, 'M8475') AS atypical_femur,
    -- Cannot tell a fracture in a tumour from another one in weak bone.
    vocabulary = 'ICD9CM' AND starts_with(code, '7331') AS unspecific_pathologic
FROM chosen
WHERE role <> 'history_only_not_incident';

-- What is needed of all records, read once.
CREATE TABLE fracture_evidence AS
SELECT *
FROM event
WHERE concept_id IN (
    SELECT concept_id FROM means
    WHERE starts_with(role, 'fracture_') OR starts_with(role, 'trauma_')
        OR role IN ('local_bone_disease_exclusion', 'imaging'));

-- Records that tell of a new fracture. Sites that are never counted keep apart from the others in all that follows.
-- A code that was cut short is new only when no record of the same site stands in the 180 days before it
-- (cutShortCodeLookbackDays).
CREATE TABLE fracture_record AS
SELECT * EXCLUDE (shortly_before)
FROM (
    SELECT
        e.domain,
        e.record_id,
        e.person_id,
        e.day,
        e.visit,
        c.* EXCLUDE (concept_id),
        count(*) OVER (
            PARTITION BY e.person_id, c.countable, c.site ORDER BY e.day
            RANGE BETWEEN INTERVAL 180 DAY PRECEDING AND INTERVAL 1 DAY PRECEDING) AS shortly_before
    FROM fracture_evidence e
    JOIN fracture_code c ON c.concept_id = e.concept_id AND c.item = e.item AND c.role::VARCHAR = e.role)
WHERE encounter IN ('active', 'none') OR encounter = 'missing' AND shortly_before = 0;

-- Records of one day, site and side are one step of the walk below. Known sides come first on a day.
CREATE TABLE fracture_day AS
SELECT *, row_number() OVER (PARTITION BY person_id, countable, site ORDER BY day, side) AS step
FROM (SELECT DISTINCT person_id, countable, site, day, side FROM fracture_record);

-- Which days are of one fracture, walked day by day since each day depends on how far the fractures before it reach:
-- 90 days from their last record (episodeGapDays) and 365 from their first (episodeCapDays). Sides are compared
-- when both are known: a day of unknown side joins, and a fracture of unknown side takes the first side that is told.
-- Of two fractures that could take a day, the one of its own side does, else that of the latest record, else that which
-- began later. A fracture's fields stand in the order of this comparison, its number being the step that it began with.
CREATE TABLE fracture_episode_day AS
WITH RECURSIVE walk AS (
    SELECT
        person_id,
        countable,
        site,
        step,
        day,
        side,
        step AS episode,
        [{'last_day': day, 'episode': step, 'first_day': day, 'side': side}] AS open
    FROM fracture_day
    WHERE step = 1
    UNION ALL
    SELECT
        person_id,
        countable,
        site,
        step,
        day,
        side,
        coalesce(home.episode, step),
        list_append(
            list_filter(within_reach, lambda fracture: fracture.episode IS DISTINCT FROM home.episode),
            {
                'last_day': day,
                'episode': coalesce(home.episode, step),
                'first_day': coalesce(home.first_day, day),
                'side': least(home.side, side)})
    FROM (
        SELECT
            d.*,
            list_filter(
                w.open,
                lambda fracture: d.day <= fracture.last_day + 90 AND d.day <= fracture.first_day + 365) AS within_reach,
            coalesce(
                list_max(list_filter(within_reach, lambda fracture: fracture.side = d.side)),
                list_max(list_filter(within_reach, lambda fracture: 'unknown' IN (fracture.side, d.side)))) AS home
        FROM walk w
        JOIN fracture_day d
            ON d.person_id = w.person_id AND d.countable = w.countable AND d.site = w.site AND d.step = w.step + 1))
SELECT person_id, countable, site, day, side, episode FROM walk;

CREATE TABLE fracture_episode AS
SELECT person_id, countable, site, episode, min(day) AS first_day, min(side) AS side
FROM fracture_episode_day
GROUP BY ALL;

-- Fractures that begin within three days of the first are of one accident: eventMergeDays.
CREATE TABLE fracture_event AS
WITH RECURSIVE accident AS (
    SELECT person_id, countable, min(first_day) AS event_date
    FROM fracture_episode
    GROUP BY person_id, countable
    UNION ALL
    SELECT e.person_id, e.countable, min(e.first_day)
    FROM accident a
    JOIN fracture_episode e
        ON e.person_id = a.person_id AND e.countable = a.countable AND e.first_day > a.event_date + 3
    GROUP BY e.person_id, e.countable)
SELECT *, row_number() OVER (PARTITION BY person_id ORDER BY event_date, countable DESC)::INTEGER AS event_no
FROM accident;

-- A record's side is that of its fracture, which another record may have told.
CREATE TABLE fracture_records AS
WITH episode AS (
    SELECT e.*, v.event_no, v.event_date
    FROM fracture_episode e
    ASOF JOIN fracture_event v
        ON v.person_id = e.person_id AND v.countable = e.countable AND e.first_day >= v.event_date)
SELECT
    r.person_id AS patient_id,
    e.event_no,
    e.event_date,
    r.domain,
    r.record_id,
    r.day,
    r.visit,
    r.item,
    r.role,
    r.site,
    e.side,
    r.kind,
    r.pathologic,
    r.atypical_femur,
    r.unspecific_pathologic
FROM fracture_record r
JOIN fracture_episode_day d USING (person_id, countable, site, day, side)
JOIN episode e USING (person_id, countable, site, episode);

CREATE TABLE fracture_bones AS
SELECT DISTINCT patient_id, event_no, site, side, kind FROM fracture_records WHERE kind IS NOT NULL;

-- What a code says of the accident, chosen as above. At a later encounter it tells of no new accident.
CREATE TABLE trauma_code AS
SELECT m.concept_id, replace(m.role, 'trauma_', '')::trauma_tier AS tier
FROM means m
JOIN vocabulary v ON v.concept_id = m.concept_id
LEFT JOIN code c ON c.vocabulary = v.vocabulary AND c.item = m.item AND c.role = m.role
    AND (c.code = v.code OR c.match = 'prefix' AND starts_with(v.code, c.code))
WHERE starts_with(m.role, 'trauma_') AND NOT (v.vocabulary = 'ICD10CM' AND len(v.code) >= 7 AND v.code[7] <> 'A')
QUALIFY row_number() OVER (PARTITION BY m.concept_id ORDER BY coalesce(len(c.code), 0) DESC, tier DESC) = 1;

-- The most energy that is told on the day before (traumaDaysBefore), in the three days after (traumaDaysAfter), or at
-- the visit of one of the event's records.
CREATE TABLE fracture_trauma AS
WITH accident AS (
    SELECT e.person_id, e.day, e.visit, t.tier
    FROM fracture_evidence e JOIN trauma_code t ON t.concept_id = e.concept_id
    WHERE starts_with(e.role, 'trauma_')),
near AS (
    SELECT v.person_id, v.event_no, a.tier
    FROM fracture_event v
    JOIN accident a ON a.person_id = v.person_id AND a.day BETWEEN v.event_date - 1 AND v.event_date + 3
    UNION ALL
    SELECT r.patient_id, r.event_no, a.tier
    FROM fracture_records r JOIN accident a ON a.person_id = r.patient_id AND a.visit = r.visit)
SELECT person_id, event_no, max(tier) AS tier FROM near GROUP BY person_id, event_no;

-- Imaging or a cast within two days: confirmationDays.
CREATE TABLE fracture_imaging AS
SELECT DISTINCT v.person_id, v.event_no
FROM fracture_event v
JOIN fracture_evidence e ON e.person_id = v.person_id AND e.day BETWEEN v.event_date - 2 AND v.event_date + 2
WHERE e.role = 'imaging';

CREATE TABLE fractures AS
WITH record AS (
    SELECT
        patient_id,
        event_no,
        event_date,
        bool_or(pathologic) AS pathologic,
        bool_or(atypical_femur) AS atypical_femur,
        bool_or(unspecific_pathologic) AS unspecific_pathologic,
        count(*)::INTEGER AS n_records,
        bool_and(item = 'birth_injury') AS birth_injury,
        bool_and(kind IS NULL) AS never_counted
    FROM fracture_records
    GROUP BY patient_id, event_no, event_date),
bone AS (
    SELECT patient_id, event_no, list_sort(list({'site': site, 'side': side, 'kind': kind})) AS bones
    FROM fracture_bones
    GROUP BY patient_id, event_no),
-- A disease of the bone itself from 90 days before (localDiseaseDaysBefore) to 30 after (localDiseaseDaysAfter), or a
-- year either side when the fracture's code may mean one (unspecificPathologicLocalDiseaseDays).
local_disease AS (
    SELECT DISTINCT r.patient_id, r.event_no
    FROM record r
    JOIN fracture_evidence e ON e.person_id = r.patient_id
        AND e.day >= r.event_date - if(r.unspecific_pathologic, 365, 90)
        AND e.day <= r.event_date + if(r.unspecific_pathologic, 365, 30)
    WHERE e.role = 'local_bone_disease_exclusion'),
judged AS (
    SELECT
        r.patient_id,
        r.event_no,
        r.event_date,
        (r.event_date - p.birth_date)::BIGINT AS age_days,
        coalesce(array_to_string(list_transform(b.bones, lambda bone: bone.site), ';'), '') AS sites,
        coalesce(array_to_string(list_transform(b.bones, lambda bone: bone.side), ';'), '') AS sides,
        coalesce(array_to_string(list_transform(b.bones, lambda bone: bone.kind), ';'), '') AS kinds,
        coalesce(t.tier, 'unknown')::VARCHAR AS trauma_tier,
        r.pathologic,
        r.atypical_femur,
        i.event_no IS NOT NULL AS confirmed,
        -- Who is first observed at five years or later may have broken bones before: leftTruncationAgeYears.
        coalesce(p.observation_start >= birthday(p.birth_date, 5), true) AS left_truncated,
        r.n_records,
        CASE
            WHEN r.birth_injury THEN 'birth_injury'
            WHEN r.never_counted THEN 'never_counted_site'
            WHEN t.tier = 'abuse' THEN 'abuse'
            WHEN l.event_no IS NOT NULL THEN 'local_disease'
        END AS reason_not_counted
    FROM record r
    JOIN patients p ON p.patient_id = r.patient_id
    LEFT JOIN bone b ON b.patient_id = r.patient_id AND b.event_no = r.event_no
    LEFT JOIN fracture_trauma t ON t.person_id = r.patient_id AND t.event_no = r.event_no
    LEFT JOIN fracture_imaging i ON i.person_id = r.patient_id AND i.event_no = r.event_no
    LEFT JOIN local_disease l ON l.patient_id = r.patient_id AND l.event_no = r.event_no)
SELECT * EXCLUDE (reason_not_counted), reason_not_counted IS NULL AS counted, reason_not_counted FROM judged;
