-- From drug records to eras: how long a child had a drug, how much of it, and whether its use was chronic.
-- In: vocabulary, means, covered and event of extract.sql, observation of patients.sql, and the drugs, weights and
-- vocabulary of the extract. The rules are those of drug-rules.yaml, whose keys stand in brackets.
-- Out: exposures, a row for each child, item, ingredient and era. On the way there: drug_record, a row for each record
-- and item under which it is an exposure, and chronic_use, a row for each child, item and first day of chronic use, up
-- to the day on which that supply ends (spans may touch).
-- Not done: drugs that only a class of ATC names [oneItemPerRecord, notAnExposure], of which the vocabulary has none.
-- Not done: doses of billed products [billedMilligrams], since a billed product comes without a quantity.
-- Not done: strengths other than in mg and mg/ml, and routes in abbreviations.
-- Not done: weights among the observations, or known by their source concept alone, or whose unit only a concept tells.

-- [gapDays, chronicUse.suppliedDays]. The window of chronic use is always 365 days [chronicUse.windowDays].
CREATE TABLE drug_item AS
FROM (VALUES
    ('steroids', 30, 90),
    ('corticosteroids', 30, 90),
    ('anticonvulsants', 60, 180),
    ('immunosuppressive_medications', 60, 90),
    ('bisphosphonate.zoledronic_acid', 30, NULL),
    ('bisphosphonate.pamidronate', 30, NULL),
    ('bisphosphonate.alendronate', 30, NULL),
    ('bisphosphonate.other', 30, NULL),
    ('other_bone_drug.denosumab', 30, NULL),
    ('calcium_supplement', 60, NULL),
    ('vitamin_d_supplement', 60, NULL)) AS rule(item, gap_days, chronic_days);

-- [gapDays, effectWindowDays, milligramsEqualToPrednisone5] of ingredients that have rules of their own.
CREATE TABLE ingredient_rule AS
FROM (VALUES
    ('prednisone', NULL, NULL, 5),
    ('prednisolone', NULL, NULL, 5),
    ('methylprednisolone', NULL, NULL, 4),
    ('dexamethasone', NULL, NULL, 0.75),
    ('betamethasone', NULL, NULL, 0.75),
    ('triamcinolone', NULL, NULL, 4),
    ('hydrocortisone', NULL, NULL, 20),
    ('cortisone', NULL, NULL, 25),
    ('deflazacort', NULL, NULL, 6),
    ('rituximab', NULL, 180, NULL),
    ('infliximab', NULL, 56, NULL),
    ('adalimumab', NULL, 14, NULL),
    ('etanercept', NULL, 7, NULL),
    ('certolizumab pegol', NULL, 28, NULL),
    ('golimumab', NULL, 28, NULL),
    ('ustekinumab', NULL, 84, NULL),
    ('abatacept', NULL, 28, NULL),
    ('tocilizumab', NULL, 14, NULL),
    ('vedolizumab', NULL, 56, NULL),
    ('belatacept', NULL, 28, NULL),
    ('canakinumab', NULL, 28, NULL),
    ('zoledronic acid', 90, 180, NULL),
    ('pamidronate', 30, 90, NULL),
    ('ibandronate', NULL, 90, NULL),
    ('denosumab', NULL, 180, NULL)) AS rule(name, own_gap_days, effect_window_days, equal_to_prednisone_5);

-- An ingredient is called by the first words of its row in the code sets. Some are the same drug to the rules [codes].
CREATE TABLE drug_ingredient AS
WITH written AS (
    SELECT item, vocabulary, code, description, trim(regexp_extract(description, '^[^(;,:]+')) AS name
    FROM read_csv(['${codes}/medications.csv', '${codes}/treatments.csv'], header = true, all_varchar = true)
    WHERE active = 'yes' AND role IN ('med_cause', 'med_cause_optional', 'treatment', 'treatment_other')),
same_drug AS (
    FROM (VALUES
        ('valproic acid', 'valproate'),
        ('divalproex sodium', 'valproate'),
        ('mycophenolate mofetil', 'mycophenolic acid'),
        ('calcium carbonate', 'calcium'),
        ('calcium gluconate', 'calcium')) AS same(name, first_name))
SELECT w.item, w.vocabulary, w.code, f.name, 'RXNORM|' || f.code || ' ' || f.name AS ingredient
FROM written w
LEFT JOIN same_drug USING (name)
JOIN written f ON f.item = w.item AND f.vocabulary = 'RXNORM'
    AND (w.vocabulary = 'RXNORM' AND f.name = coalesce(first_name, w.name)
        OR w.vocabulary = 'HCPCS' AND starts_with(w.description, f.name));

CREATE MACRO route_told_by(words) AS CASE
    WHEN regexp_matches(
        lower(words),
        '\b(inhal|nebul|aerosol|nasal|topical|skin|cream|ointment|lotion|ophthalm|eye|otic|ear\b)')
        THEN 'not_systemic'
    WHEN regexp_matches(lower(words), '\b(inject|infusion|intravenous|subcutaneous|intramuscular)') THEN 'parenteral'
    WHEN regexp_matches(lower(words), '\b(oral|tablet|capsule|chewable|syrup|elixir)') THEN 'oral'
END;

-- What a concept is as a drug. A package code, which no code set names, is judged by the drug that it maps to. The
-- strength in a product's name is the ingredient's when all ingredients of the product have the same.
CREATE TABLE drug_product AS
WITH named_drug AS (
    SELECT concept_id, i.* FROM drug_ingredient i JOIN vocabulary v ON v.vocabulary = i.vocabulary AND v.code = i.code),
drug AS (
    FROM named_drug
    UNION
    SELECT a.descendant_concept_id, n.* EXCLUDE concept_id
    FROM named_drug n JOIN '${extract}/concept_ancestor.parquet' a ON a.ancestor_concept_id = n.concept_id
    WHERE n.vocabulary = 'RXNORM'),
judged AS (
    SELECT concept_id, concept_id AS drug_concept, item, vocabulary, name, ingredient FROM drug
    UNION
    SELECT r.concept_id_1, d.concept_id, item, vocabulary, name, ingredient
    FROM drug d JOIN '${extract}/concept_relationship.parquet' r ON r.concept_id_2 = d.concept_id
    WHERE relationship_id = 'Maps to' AND r.concept_id_1 NOT IN (SELECT concept_id FROM covered))
SELECT
    j.concept_id,
    j.drug_concept,
    j.item,
    j.vocabulary = 'HCPCS' AS billed,
    j.name,
    j.ingredient,
    coalesce(own_gap_days, gap_days) AS gap_days,
    chronic_days,
    effect_window_days,
    5 / equal_to_prednisone_5 AS prednisone_factor,
    regexp_extract_all(concept_name, '([0-9.]+) MG(/ML)?( |$)', 1) AS strengths,
    CASE
        WHEN len(list_distinct(strengths)) = 1 AND len(strengths) >= len(string_split(concept_name, ' / '))
        THEN strengths[1]::DOUBLE
    END AS strength,
    route_told_by(concept_name) AS form_route
FROM judged j
JOIN drug_item USING (item)
LEFT JOIN ingredient_rule USING (name)
JOIN '${extract}/concept.parquet' c ON c.concept_id = j.drug_concept
-- Of several ingredients under one item the product counts as one
QUALIFY row_number() OVER (PARTITION BY j.concept_id, j.item ORDER BY j.ingredient, j.drug_concept) = 1;

-- Who lacks the hormone takes it as a replacement, which is no exposure [replacement.diagnoses].
CREATE TABLE hormone_replaced AS
SELECT DISTINCT person_id
FROM event e
JOIN vocabulary v ON v.concept_id = e.concept_id
JOIN (VALUES
    ('ICD10CM', 'E25'), ('ICD10CM', 'E271'), ('ICD10CM', 'E274'), ('ICD10CM', 'E230'),
    ('ICD9CM', '2552'), ('ICD9CM', '2554'), ('ICD9CM', '2532')) AS lack(vocabulary, code)
    ON lack.vocabulary = v.vocabulary AND starts_with(v.code, lack.code)
WHERE e.role = 'med_cause_excluded';

-- A record lasts to its recorded end, else as long as its supply, else as long as its effect, else its one day. A
-- single day tells when an infusion was given, not how long it acts. Longer than five years is an open order, longer
-- than one year no supply [longestRecordDays, leastDaysSupply, mostDaysSupply].
CREATE TABLE drug_record AS
WITH route AS (
    SELECT concept_id, route_told_by(concept_name) AS told
    FROM '${extract}/concept.parquet'
    WHERE domain_id = 'Route'),
exposure AS (
    SELECT e.*, p.* EXCLUDE (concept_id, item)
    FROM event e JOIN drug_product p ON p.concept_id = e.concept_id AND p.item = e.item
    WHERE e.role IN ('med_cause', 'med_cause_optional', 'treatment', 'treatment_other')
        -- [replacement.ingredients]
        AND NOT (p.name IN ('hydrocortisone', 'cortisone')
            AND e.person_id IN (SELECT person_id FROM hormone_replaced))),
told AS (
    SELECT
        e.*,
        coalesce(route.told, route_told_by(route_source_value), form_route, 'unknown') AS route,
        -- Given, dispensed, ordered, reported, unknown: the lower the kind, the closer to the child
        CASE
            WHEN drug_type_concept_id IN (38000179, 38000180, 32818) THEN 1
            WHEN drug_type_concept_id IN (38000175, 38000176, 581452, 32825, 32869) THEN 2
            WHEN drug_type_concept_id IN (38000177, 32833, 32838, 32839) THEN 3
            WHEN drug_type_concept_id IN (38000178, 44787730, 32830, 32865) THEN 4
            ELSE 5
        END AS kind,
        drug_exposure_end_date - e.day + 1 AS recorded_days,
        CASE WHEN days_supply BETWEEN 1 AND 365 THEN days_supply END AS supply_days,
        quantity
    FROM exposure e
    JOIN '${extract}/drug_exposure/*.parquet' d ON d.drug_exposure_id = e.record_id
    LEFT JOIN route ON route.concept_id = route_concept_id
    WHERE e.domain = 'drug_exposure'
    UNION ALL
    -- A billed infusion was given
    SELECT e.*, 'unknown', 1, NULL, NULL, NULL
    FROM exposure e
    WHERE e.domain = 'procedure_occurrence' AND billed),
ended AS (
    SELECT
        *,
        CASE WHEN route <> 'oral' THEN effect_window_days END AS effect_days,
        if(effect_days IS NULL, 1, 2) AS telling_days,
        CASE
            WHEN recorded_days BETWEEN telling_days AND 1826 THEN 'recorded_end'
            WHEN supply_days >= telling_days THEN 'days_supply'
            WHEN effect_days IS NOT NULL THEN 'effect_window'
            ELSE 'start_day'
        END AS end_source,
        CASE end_source
            WHEN 'recorded_end' THEN recorded_days
            WHEN 'days_supply' THEN supply_days
            WHEN 'effect_window' THEN effect_days
            ELSE 1
        END AS days,
        day + days::INTEGER - 1 AS end_date
    FROM told
    WHERE route <> 'not_systemic')
-- What stands twice in the source is one record
SELECT DISTINCT ON (person_id, item, ingredient, day, end_date, drug_concept, kind, route, supply_days, quantity)
    person_id,
    item,
    ingredient,
    day AS start_date,
    end_date,
    days,
    end_source,
    kind,
    CASE WHEN quantity > 0 AND strength > 0 THEN quantity * strength END AS milligrams,
    -- Whether the days are days of intake
    end_source IN ('recorded_end', 'days_supply') OR end_source = 'start_day' AND kind = 1 AS tells_daily_dose,
    prednisone_factor,
    gap_days,
    chronic_days
FROM ended;

-- Records of an ingredient are one era while the next starts within the gap and observation was not interrupted.
CREATE TABLE drug_era_record AS
WITH boundary AS (
    SELECT patient_id, unnest([start_date, end_date + 1]) AS day
    FROM observation
    WHERE patient_id IN (SELECT person_id FROM drug_record)),
placed AS (
    SELECT r.*, b.day AS stretch, row_number() OVER () AS record_number
    FROM drug_record r ASOF LEFT JOIN boundary b ON b.patient_id = r.person_id AND b.day <= r.start_date),
followed AS (
    SELECT
        *,
        max(end_date) OVER (
            PARTITION BY person_id, item, ingredient, stretch ORDER BY start_date, end_date, record_number
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS end_before
    FROM placed)
SELECT
    *,
    max(CASE WHEN end_before IS NULL OR start_date - end_before > gap_days THEN start_date END) OVER (
        PARTITION BY person_id, item, ingredient, stretch ORDER BY start_date, end_date, record_number
        ROWS UNBOUNDED PRECEDING) AS era_start,
    greatest(0, end_date - greatest(start_date, coalesce(end_before + 1, start_date)) + 1) AS new_days
FROM followed;

-- An order, its dispensing and the doses given are the same drug, so on each day only the closest kind counts. How
-- many days of a record are told by closer ones of its era, each day once; only eras of several kinds have such.
CREATE TABLE told_by_closer AS
WITH of_several_kinds AS (
    SELECT DISTINCT person_id, item, ingredient, era_start, kind
    FROM drug_era_record
    WINDOW era AS (PARTITION BY person_id, item, ingredient, era_start)
    QUALIFY min(kind) OVER era < max(kind) OVER era),
closer AS (
    SELECT
        k.*,
        r.start_date,
        r.end_date,
        max(r.end_date) OVER (
            PARTITION BY k.person_id, k.item, k.ingredient, k.era_start, k.kind ORDER BY r.start_date
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS end_before
    FROM of_several_kinds k
    JOIN drug_era_record r ON r.person_id = k.person_id AND r.item = k.item AND r.ingredient = k.ingredient
        AND r.era_start = k.era_start AND r.kind < k.kind),
new_part AS (
    SELECT * REPLACE (greatest(start_date, coalesce(end_before + 1, start_date)) AS start_date)
    FROM closer
    WHERE end_before IS NULL OR end_date > end_before)
SELECT
    record_number,
    sum(least(r.end_date, n.end_date) - greatest(r.start_date, n.start_date) + 1) AS days
FROM drug_era_record r
JOIN new_part n ON n.person_id = r.person_id AND n.item = r.item AND n.ingredient = r.ingredient
    AND n.era_start = r.era_start AND n.kind = r.kind AND n.start_date <= r.end_date AND n.end_date >= r.start_date
GROUP BY record_number;

-- A dose is unknown when that of any record is that counts.
CREATE TABLE drug_era AS
SELECT
    person_id,
    item,
    ingredient,
    era_start AS start_date,
    max(end_date) AS end_date,
    sum(new_days)::INTEGER AS days,
    -- Of records that end on the same day the one that tells best
    arg_max(end_source, {'day': end_date, 'tells': CASE end_source
        WHEN 'recorded_end' THEN 4 WHEN 'days_supply' THEN 3 WHEN 'effect_window' THEN 2 ELSE 1 END}) AS end_source,
    CASE
        WHEN bool_and(milligrams IS NOT NULL OR told_days = record_days)
            THEN coalesce(sum(milligrams * (record_days - told_days) / record_days), 0)
    END AS cumulative_mg,
    CASE WHEN bool_and(tells_daily_dose) THEN cumulative_mg / sum(new_days) END AS daily_mg,
    any_value(prednisone_factor) AS prednisone_factor
FROM (
    SELECT r.*, r.days AS record_days, coalesce(t.days, 0) AS told_days
    FROM drug_era_record r LEFT JOIN told_by_closer t USING (record_number))
GROUP BY person_id, item, ingredient, era_start;

-- Days of supply under an item, each once over all its ingredients: the days that a record adds to those before it.
CREATE TABLE drug_supply AS
WITH followed AS (
    SELECT
        person_id,
        item,
        chronic_days,
        start_date,
        end_date,
        max(end_date) OVER (
            PARTITION BY person_id, item ORDER BY start_date, end_date
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS end_before
    FROM drug_record
    WHERE chronic_days IS NOT NULL),
added AS (
    SELECT * REPLACE (greatest(start_date, coalesce(end_before + 1, start_date)) AS start_date)
    FROM followed
    WHERE end_before IS NULL OR end_date > end_before)
SELECT
    person_id,
    item,
    chronic_days,
    start_date AS first_day,
    (end_date - start_date + 1)::INTEGER AS days,
    coalesce(sum(days) OVER (
        PARTITION BY person_id, item ORDER BY start_date
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)::INTEGER AS before
FROM added
QUALIFY sum(days) OVER (PARTITION BY person_id, item) >= chronic_days;

-- A day of supply is chronic when the 90th day of supply back from it, itself the first, is less than 365 days away,
-- for anticonvulsants the 180th. From the days of one supply to their 90th days back in another one it is always as
-- far, so that pairs of supplies are looked at instead of all their days.
CREATE TABLE chronic_use AS
SELECT
    s.person_id,
    s.item,
    min(s.first_day + greatest(0, back.before + s.chronic_days - 1 - s.before)) AS first_day,
    s.first_day + s.days - 1 AS last_day
FROM drug_supply s
JOIN drug_supply back ON back.person_id = s.person_id AND back.item = s.item
    AND back.before + s.chronic_days <= s.before + s.days
    AND back.before + back.days + s.chronic_days - 1 > s.before
    AND (s.first_day - s.before) - (back.first_day - back.before) + s.chronic_days - 1 < 365
GROUP BY s.person_id, s.item, s.first_day, s.days;

-- Weights of children with a daily dose; beyond 0.3 and 300 kg a number is no child's weight.
CREATE TABLE weight_record AS
WITH unit_of_weight AS (
    FROM (VALUES
        ('', 1), ('kg', 1), ('kilogram', 1), ('g', 0.001), ('gram', 0.001),
        ('lb', 0.45359237), ('lbs', 0.45359237), ('[lb_av]', 0.45359237), ('[lb_us]', 0.45359237),
        ('pound', 0.45359237), ('pounds', 0.45359237),
        ('oz', 0.45359237 / 16), ('[oz_av]', 0.45359237 / 16), ('ounce', 0.45359237 / 16), ('ounces', 0.45359237 / 16))
        AS unit(unit, kilograms)),
recorded AS (
    SELECT person_id, measurement_date AS day, value_as_number AS value, unit_source_value
    FROM '${extract}/measurement/*.parquet'
    WHERE measurement_concept_id IN (SELECT concept_id FROM means WHERE item = 'weight' AND role = 'anthropometry')
        AND person_id IN (SELECT person_id FROM drug_era WHERE daily_mg IS NOT NULL))
SELECT person_id, day, value * u.kilograms AS kilograms
FROM recorded JOIN unit_of_weight u ON u.unit = trim(lower(coalesce(unit_source_value, '')))
WHERE value * u.kilograms BETWEEN 0.3 AND 300;

-- The weight nearest to the middle of the era, up to 90 days before or after it [weightWindowDays]; of two as near the
-- earlier one.
CREATE TABLE era_weight AS
SELECT e.person_id, e.item, e.ingredient, e.start_date, w.kilograms
FROM drug_era e
JOIN weight_record w ON w.person_id = e.person_id AND w.day BETWEEN e.start_date - 90 AND e.end_date + 90
WHERE e.daily_mg IS NOT NULL
QUALIFY row_number() OVER (
    PARTITION BY e.person_id, e.item, e.ingredient, e.start_date
    ORDER BY abs((w.day - e.start_date) - (e.end_date - e.start_date) // 2), w.day, w.kilograms) = 1;

CREATE TABLE exposures AS
SELECT
    person_id AS patient_id,
    item,
    ingredient,
    start_date,
    end_date,
    days,
    end_source,
    daily_mg,
    cumulative_mg,
    cumulative_mg * prednisone_factor AS prednisone_equivalent_mg,
    daily_mg * coalesce(prednisone_factor, 1) / kilograms AS mg_kg_day,
    EXISTS (
        FROM chronic_use c
        WHERE c.person_id = e.person_id AND c.item = e.item
            AND c.first_day <= e.end_date AND c.last_day >= e.start_date) AS chronic
FROM drug_era e LEFT JOIN era_weight w USING (person_id, item, ingredient, start_date);
