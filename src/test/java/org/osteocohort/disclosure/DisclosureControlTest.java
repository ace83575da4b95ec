package org.osteocohort.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osteocohort.measure.cohort.AttritionRow;
import org.osteocohort.measure.cohort.CauseProfileRow;
import org.osteocohort.measure.incidence.IncidenceRow;
import org.osteocohort.measure.population.ItemKind;
import org.osteocohort.measure.population.StudyFrame;
import org.osteocohort.measure.population.StudyItem;
import org.osteocohort.measure.prevalence.PrevalenceRow;
import org.osteocohort.measure.quality.DataQualityRow;
import org.osteocohort.measure.tally.TableRows;
import org.osteocohort.measure.treatment.TreatmentCoverageRow;
import org.osteocohort.statistics.AgeBand;
import org.osteocohort.statistics.StandardPopulation;
import org.osteocohort.table.Column;
import org.osteocohort.table.ColumnType;
import org.osteocohort.table.Meaning;
import org.osteocohort.table.Table;
import org.osteocohort.testkit.RandomChildren;
import org.osteocohort.testkit.RowPicture;

@Execution(ExecutionMode.CONCURRENT)
class DisclosureControlTest {
    private static final int THRESHOLD = 11;
    private static final List<String> STRATA = List.of("sex", "age_group", "age_band", "race", "ethnicity", "site");
    private static final List<String> STATES =
            List.of("treated", "untreated", "not_in_observation", "not_eligible", "unknown");

    /** Children who grow older are persons of several ages, which do not add up. */
    private static final Set<String> OF_SEVERAL_AGES = Set.of(
            "persons_followed", "persons_with_earlier_event", "persons_at_risk", "children", "children_observed");

    private static final StandardPopulation EVEN =
            new StandardPopulation("even", List.of(new StandardPopulation.AgeGroup(new AgeBand(0, 18), 1)));

    private static List<TableRows<?>> reports(long seed, int children) {
        StudyFrame frame = TwoSites.frame(
                        new StudyItem(ItemKind.SECONDARY_CAUSE, "cerebral_palsy"),
                        new StudyItem(ItemKind.SECONDARY_CAUSE, "metabolic_condition.lysosomal"),
                        new StudyItem(ItemKind.SECONDARY_CAUSE, "metabolic_condition.homocystinuria"),
                        new StudyItem(ItemKind.MEDICATION, "steroids"),
                        new StudyItem(ItemKind.MEDICATION, "corticosteroids"))
                .standardizedTo(List.of(EVEN));
        return TwoSites.counted(frame, RandomChildren.of(seed, children));
    }

    private static List<TableRows<?>> disclosed(List<TableRows<?>> reports) {
        return new DisclosureControl(THRESHOLD).apply(reports).tables();
    }

    /** Reports of random children, counted and disclosed once for all tests; neither changes. */
    private record Sample(List<TableRows<?>> reports, List<TableRows<?>> shown) {
        private static final Map<List<Long>, Sample> SAMPLES = new ConcurrentHashMap<>();

        static Sample of(long seed, int children) {
            return SAMPLES.computeIfAbsent(List.of(seed, (long) children), key -> {
                List<TableRows<?>> all = DisclosureControlTest.reports(seed, children);
                List<TableRows<?>> shown = disclosed(all);
                List<TableRows<?>> reports = new ArrayList<>();
                for (int place = 0; place < all.size(); place++) {
                    reports.add(published(all.get(place), shown.get(place)));
                }
                return new Sample(reports, shown);
            });
        }

        /** The rows that have a row in the shown table, which leaves some out. */
        private static <R extends Record> TableRows<R> published(TableRows<R> all, TableRows<?> shown) {
            Set<Map<String, Object>> keys = new HashSet<>();
            values(shown).forEach(row -> keys.add(key(row, shown.table())));
            List<R> published = new ArrayList<>();
            List<Map<String, Object>> values = values(all);
            for (int place = 0; place < values.size(); place++) {
                if (keys.contains(key(values.get(place), all.table()))) {
                    published.add(all.rows().get(place));
                }
            }
            return new TableRows<>(all.table(), published);
        }

        private static Map<String, Object> key(Map<String, Object> row, Table<?> table) {
            Map<String, Object> key = new HashMap<>(row);
            key.keySet().removeAll(numbers(table));
            key.remove("value_status");
            key.remove("status");
            return key;
        }
    }

    /** Rows as column to value, of any table. */
    private static <R extends Record> List<Map<String, Object>> values(TableRows<R> rows) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (R row : rows.rows()) {
            Map<String, Object> values = new LinkedHashMap<>();
            Object[] raw = rows.table().values(row);
            for (int column = 0; column < raw.length; column++) {
                values.put(rows.table().columns().get(column).name(), raw[column]);
            }
            all.add(values);
        }
        return all;
    }

    private static List<String> counts(Table<?> table) {
        return table.columns().stream()
                .filter(column -> column.type() == ColumnType.LONG)
                .map(Column::name)
                .toList();
    }

    private static List<String> numbers(Table<?> table) {
        return table.columns().stream()
                .filter(column -> column.type() == ColumnType.LONG || column.type() == ColumnType.DOUBLE)
                .map(Column::name)
                .toList();
    }

    private static List<Map<String, Object>> table(List<TableRows<?>> tables, Table<?> table) {
        return tables.stream()
                .filter(rows -> rows.table() == table)
                .findFirst()
                .map(DisclosureControlTest::values)
                .orElseThrow();
    }

    private static boolean small(Object count) {
        return count != null && (long) count > 0 && (long) count < THRESHOLD;
    }

    private static boolean smallDifference(Object one, Object other) {
        return one != null && other != null && small(Math.abs((long) one - (long) other));
    }

    private interface RowCheck {
        boolean holds(Table<?> table, Map<String, Object> real, Map<String, Object> shown);
    }

    /** The rows, of all tables, as shown, for which the check does not hold. */
    private static List<Map<String, Object>> violations(Sample sample, RowCheck check) {
        List<Map<String, Object>> violations = new ArrayList<>();
        for (int place = 0; place < sample.reports().size(); place++) {
            Table<?> table = sample.reports().get(place).table();
            List<Map<String, Object>> before = values(sample.reports().get(place));
            List<Map<String, Object>> after = values(sample.shown().get(place));
            assertThat(after).hasSameSizeAs(before);
            for (int row = 0; row < before.size(); row++) {
                if (!check.holds(table, before.get(row), after.get(row))) {
                    violations.add(after.get(row));
                }
            }
        }
        return violations;
    }

    @ParameterizedTest(name = "seed {0}, {1} children")
    @CsvSource({"1, 0", "2, 1", "3, 15", "4, 60", "5, 150", "6, 400", "7, 400", "8, 1200"})
    void noSmallCountIsShownAndZerosAlwaysAre(long seed, int children) {
        assertThat(violations(
                        Sample.of(seed, children),
                        (table, real, shown) -> counts(table).stream().allMatch(count -> {
                            boolean unchanged = Objects.equals(real.get(count), shown.get(count));
                            boolean hidden = hidden(count, real, shown) && (long) real.get(count) > 0;
                            return !small(shown.get(count)) && (unchanged || hidden);
                        })))
                .isEmpty();
    }

    @ParameterizedTest(name = "seed {0}, {1} children")
    @CsvSource({"3, 15", "5, 150", "6, 400", "8, 1200"})
    void aHiddenNumberTakesItsShareAndIntervalWithItAndTheRowSaysSo(long seed, int children) {
        assertThat(violations(Sample.of(seed, children), (table, real, shown) -> {
                    boolean hidden = counts(table).stream().anyMatch(count -> hidden(count, real, shown));
                    Object status = hidden ? "suppressed" : real.get("value_status");
                    return shown.get("value_status").equals(status) && shareIsHiddenWithItsCounts(real, shown);
                }))
                .isEmpty();
    }

    private static boolean shareIsHiddenWithItsCounts(Map<String, Object> real, Map<String, Object> shown) {
        boolean hidden = countsOfTheEstimate(shown).stream().anyMatch(count -> hidden(count, real, shown));
        return Stream.of("estimate", "ci_low", "ci_high")
                .filter(shown::containsKey)
                .allMatch(column -> Objects.equals(shown.get(column), hidden ? null : real.get(column)));
    }

    /** Whether a count was hidden; some rows have none in a column. */
    private static boolean hidden(String count, Map<String, Object> real, Map<String, Object> shown) {
        return shown.get(count) == null && real.get(count) != null;
    }

    private static List<String> countsOfTheEstimate(Map<String, Object> row) {
        return Stream.of(
                        List.of("placed_numerator", "placed_denominator"),
                        List.of("followed", "at_risk", "events", "censored"),
                        List.of("observed", "covered"),
                        List.of("events", "children", "children_observed"),
                        List.of("both", "only_phenotype", "only_other", "neither"),
                        List.of("persons_at_risk", "events", "person_days"),
                        List.of(
                                "numerator",
                                "denominator",
                                "person_days",
                                "reference_numerator",
                                "reference_denominator",
                                "reference_person_days"),
                        List.of("numerator", "denominator"),
                        List.of("treated", "denominator"))
                .filter(row.keySet()::containsAll)
                .findFirst()
                .orElse(List.of());
    }

    @ParameterizedTest(name = "seed {0}, {1} children")
    @CsvSource({"3, 15", "5, 150", "6, 400", "8, 1200"})
    void noMarginHasExactlyOneHiddenCell(long seed, int children) {
        for (TableRows<?> rows : Sample.of(seed, children).shown()) {
            List<Map<String, Object>> values = values(rows);
            for (String count : counts(rows.table())) {
                for (String axis : STRATA) {
                    boolean withoutTotal = rows.table() == DataQualityRow.TABLE && axis.equals("site");
                    if (withoutTotal || axis.startsWith("age") && OF_SEVERAL_AGES.contains(count)) {
                        continue;
                    }
                    assertThat(marginsWithOneHidden(values, rows.table(), count, axis))
                            .isEmpty();
                }
            }
        }
    }

    /** Groups rows that differ in one stratum only: the row of all, and its parts. */
    private static List<Map<String, Object>> marginsWithOneHidden(
            List<Map<String, Object>> rows, Table<?> table, String count, String axis) {
        List<String> numbers = numbers(table);
        Map<Map<String, Object>, List<Object>> margins = new HashMap<>();
        for (Map<String, Object> row : rows) {
            if (row.containsKey(axis)) {
                Map<String, Object> others = new HashMap<>(row);
                others.keySet().removeAll(numbers);
                others.remove("value_status");
                others.remove(axis);
                margins.computeIfAbsent(others, key -> new ArrayList<>()).add(row.get(count));
            }
        }
        // A group of one row is a stratum that is not split along this axis.
        return margins.entrySet().stream()
                .filter(margin -> margin.getValue().size() > 1)
                .filter(margin ->
                        margin.getValue().stream().filter(Objects::isNull).count() == 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    @ParameterizedTest(name = "seed {0}, {1} children")
    @CsvSource({"3, 15", "5, 150", "6, 400", "8, 1200"})
    void noRowGivesASmallNumberAwayByArithmetic(long seed, int children) {
        List<TableRows<?>> shown = Sample.of(seed, children).shown();
        for (Table<?> table : List.of(PrevalenceRow.TABLE, CauseProfileRow.TABLE)) {
            assertThat(table(shown, table))
                    .noneMatch(row -> smallDifference(row.get("denominator"), row.get("numerator")));
        }
        assertThat(table(shown, AttritionRow.TABLE)).noneMatch(row -> {
            boolean onlyOneHidden = Stream.of("persons_in", "persons_out", "excluded_persons")
                            .filter(column -> row.get(column) == null)
                            .count()
                    == 1;
            return onlyOneHidden
                    || smallDifference(row.get("excluded_persons"), row.get("fail_only_this_persons"))
                    || smallDifference(row.get("records_in"), row.get("records_out"));
        });
        assertThat(table(shown, TreatmentCoverageRow.TABLE)).noneMatch(row -> {
            List<Object> hidden =
                    STATES.stream().map(row::get).filter(Objects::isNull).toList();
            long known = STATES.stream()
                    .map(row::get)
                    .filter(Objects::nonNull)
                    .mapToLong(count -> (long) count)
                    .sum();
            boolean totalShown = row.get("denominator") != null;
            return totalShown
                    ? hidden.size() == 1 || !hidden.isEmpty() && small((long) row.get("denominator") - known)
                    : hidden.isEmpty();
        });
    }

    @ParameterizedTest(name = "seed {0}, {1} children, {2}")
    @CsvSource({
        "6, 400, case_class, confirmed, confirmed_or_probable",
        "6, 400, case_class, confirmed, any",
        "8, 1200, case_class, confirmed_or_probable, any",
        "6, 400, denominator_name, whole_period, day_one",
        "8, 1200, denominator_name, whole_period, observed",
        "8, 1200, denominator_name, day_one, observed"
    })
    void groupsWithinGroupsDoNotDifferByASmallNumber(
            long seed, int children, String axis, String inside, String outside) {
        List<Map<String, Object>> rows = table(Sample.of(seed, children).shown(), PrevalenceRow.TABLE);
        Map<List<Object>, Map<String, Object>> byKey = new HashMap<>();
        rows.forEach(row -> byKey.put(key(row, axis, row.get(axis)), row));
        List<Map<String, Object>> insides =
                rows.stream().filter(row -> row.get(axis).equals(inside)).toList();
        assertThat(insides).isNotEmpty().noneMatch(row -> {
            Map<String, Object> other = byKey.get(key(row, axis, outside));
            return smallDifference(row.get("numerator"), other.get("numerator"))
                    || smallDifference(row.get("denominator"), other.get("denominator"));
        });
    }

    private static boolean tellsWhoLeft(Map<String, Object> incidence) {
        return incidence.get("kind").equals("phenotype")
                && incidence.get("denominator_name").equals("observed")
                && incidence.get("period").equals("study")
                && Stream.of("sex", "age_group", "age_band", "race", "ethnicity", "site")
                        .allMatch(axis -> incidence.get(axis).equals("all"));
    }

    @ParameterizedTest(name = "seed {0}, {1} children, {2}")
    @CsvSource({"6, 400, observed", "8, 1200, observed", "8, 1200, regular_care"})
    void aYearDoesNotDifferFromTheStudyByASmallNumber(long seed, int children, String denominatorName) {
        Sample sample = Sample.of(seed, children);
        List<Map<String, Object>> rows = table(sample.shown(), PrevalenceRow.TABLE);
        Set<List<Object>> left = table(sample.shown(), IncidenceRow.TABLE).stream()
                .filter(row -> tellsWhoLeft(row) && !Objects.equals(row.get("persons_left"), 0L))
                .map(row -> List.of(row.get("item"), row.get("case_class")))
                .collect(Collectors.toSet());
        Map<List<Object>, Map<String, Object>> byKey = new HashMap<>();
        rows.forEach(row -> byKey.put(key(row, "period", row.get("period")), row));
        List<Map<String, Object>> years = rows.stream()
                .filter(row -> row.get("period_kind").equals("year"))
                .filter(row -> row.get("prevalence_type").equals("period"))
                .filter(row -> row.get("denominator_name").equals(denominatorName))
                .filter(row -> row.get("age_group").equals("all")
                        && row.get("age_band").equals("all"))
                .toList();
        assertThat(years).isNotEmpty().noneMatch(row -> {
            Map<String, Object> study = byKey.get(key(row, "period", "study"));
            // Where children leave the classes the cases of a year are not among those of the study.
            boolean among = !Objects.equals(row.get("numerator"), 0L)
                    && !left.contains(List.of(row.get("item"), row.get("case_class")));
            return among && smallDifference(row.get("numerator"), study.get("numerator"))
                    || smallDifference(row.get("denominator"), study.get("denominator"));
        });
    }

    private static List<Object> key(Map<String, Object> row, String axis, Object level) {
        List<Object> key = new ArrayList<>();
        for (String column : List.of("kind", "item", "case_class", "prevalence_type", "denominator_name", "period")) {
            key.add(column.equals(axis) ? level : row.get(column));
        }
        STRATA.forEach(column -> key.add(row.get(column)));
        return key;
    }

    @ParameterizedTest(name = "seed {0}, {1} children")
    @CsvSource({"3, 15", "5, 150", "6, 400"})
    void theOrderOfRowsDoesNotMatter(long seed, int children) {
        List<TableRows<?>> reports = Sample.of(seed, children).reports();
        List<TableRows<?>> shuffled = new ArrayList<>();
        reports.forEach(rows -> shuffled.add(shuffled(rows, seed)));
        Collections.shuffle(shuffled, new Random(seed));
        Map<String, TableRows<?>> shown = new HashMap<>();
        disclosed(shuffled).forEach(rows -> shown.put(rows.table().name(), rows));
        for (TableRows<?> rows : Sample.of(seed, children).shown()) {
            List<?> other = shown.get(rows.table().name()).rows();
            assertThat(new HashSet<Object>(other)).isEqualTo(new HashSet<Object>(rows.rows()));
        }
    }

    private static <R extends Record> TableRows<R> shuffled(TableRows<R> rows, long seed) {
        List<R> shuffled = new ArrayList<>(rows.rows());
        Collections.shuffle(shuffled, new Random(seed));
        return new TableRows<>(rows.table(), shuffled);
    }

    @ParameterizedTest(name = "seed {0}, {1} children")
    @CsvSource({"2, 1", "3, 15", "5, 150", "6, 400", "8, 1200"})
    void hidingTwiceHidesNothingMore(long seed, int children) {
        List<TableRows<?>> once = Sample.of(seed, children).shown();
        assertThat(disclosed(once)).isEqualTo(once);
    }

    @Test
    void theSameNumberInTwoTablesIsHiddenInBoth() {
        List<TableRows<?>> shown = Sample.of(6, 400).shown();
        Map<List<Object>, Object> cohorts = new HashMap<>();
        for (Map<String, Object> row : table(shown, CauseProfileRow.TABLE)) {
            Object known = cohorts.putIfAbsent(cohort(row), Optional.ofNullable(row.get("denominator")));
            assertThat(known).isIn(null, Optional.ofNullable(row.get("denominator")));
        }
        assertThat(cohorts).containsValue(Optional.empty());
        assertThat(table(shown, TreatmentCoverageRow.TABLE))
                .filteredOn(row -> row.get("denominator_name").equals("all_in_cohort"))
                .allSatisfy(row ->
                        assertThat(Optional.ofNullable(row.get("denominator"))).isEqualTo(cohorts.get(cohort(row))));
    }

    /** They are the same children, though one is told as prevalence and the other as a denominator. */
    @ParameterizedTest(name = "seed {0}, {1} children")
    @CsvSource({"5, 150", "6, 400", "8, 1200"})
    void aCohortIsHiddenWithTheCasesOfAllObservedInTheStudy(long seed, int children) {
        List<TableRows<?>> shown = Sample.of(seed, children).shown();
        Map<List<Object>, Optional<Object>> cohorts = new HashMap<>();
        for (Map<String, Object> row : table(shown, CauseProfileRow.TABLE)) {
            cohorts.put(cohort(row), Optional.ofNullable(row.get("denominator")));
        }
        List<Map<String, Object>> cases = table(shown, PrevalenceRow.TABLE).stream()
                .filter(row -> row.get("kind").equals("phenotype")
                        && row.get("prevalence_type").equals("period"))
                .filter(row -> row.get("denominator_name").equals("observed")
                        && row.get("period").equals("study"))
                .filter(row -> Stream.of("age_group", "age_band", "race", "ethnicity", "site")
                        .allMatch(axis -> row.get(axis).equals("all")))
                .toList();
        assertThat(cases)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(Optional.ofNullable(row.get("numerator")))
                        .isEqualTo(cohorts.get(
                                List.of(row.get("item"), row.get("case_class"), row.get("sex"), "all", "all"))));
    }

    private static List<Object> cohort(Map<String, Object> row) {
        return List.of(
                row.get("phenotype"), row.get("case_class"), row.get("sex"), row.get("age_group"), row.get("age_band"));
    }

    @Test
    void theFirstStepsOfAttritionAreHiddenAlikeForEveryPhenotype() {
        List<Map<String, Object>> rows = table(Sample.of(5, 150).shown(), AttritionRow.TABLE);
        for (int step = 1; step <= 4; step++) {
            Integer number = step;
            assertThat(rows.stream()
                            .filter(row -> row.get("step_no").equals(number))
                            .map(row -> Optional.ofNullable(row.get("persons_out"))))
                    .hasSize(2)
                    .containsOnly(Optional.ofNullable(rows.get(step - 1).get("persons_out")));
        }
    }

    @Test
    void nothingIsHiddenWhenNothingIsSmall() {
        List<TableRows<?>> reports = List.of(new TableRows<>(
                AttritionRow.TABLE,
                List.of(
                        attrition(1, "all_patients", 1000, 1000, 0, 0),
                        attrition(2, "birth_date_known", 1000, 980, 20, 0))));
        assertThat(disclosed(reports)).isEqualTo(reports);
    }

    @Test
    void aShareIsShownOnlyWhenItsCountsAndTheRestOfThemMayBe() {
        List<CauseProfileRow> rows = List.of(
                cause("few", 5, 100),
                cause("many", 95, 100),
                cause("nobody", 0, 100),
                cause("all", 100, 100),
                cause("some", 11, 100),
                cause("nearly_all", 89, 100));
        List<TableRows<?>> shown = disclosed(List.of(new TableRows<>(CauseProfileRow.TABLE, rows)));
        assertThat(RowPicture.of(
                        CauseProfileRow.TABLE,
                        shown.get(0).rows().stream()
                                .map(CauseProfileRow.class::cast)
                                .toList(),
                        "item | numerator | denominator | estimate | ci_low | ci_high | value_status"))
                .isEqualTo(RowPicture.plain("""
                                item       | numerator | denominator | estimate | ci_low | ci_high | value_status
                                few        | -   | 100 | -    | -   | -   | suppressed
                                many       | -   | 100 | -    | -   | -   | suppressed
                                nobody     | 0   | 100 | 0.0  | 0.0 | 1.0 | released
                                all        | 100 | 100 | 1.0  | 0.0 | 1.0 | released
                                some       | 11  | 100 | 0.11 | 0.0 | 1.0 | released
                                nearly_all | 89  | 100 | 0.89 | 0.0 | 1.0 | released
                                """));
    }

    @Test
    void nobodyOfAFewShowsTheZeroButNotTheFew() {
        List<CauseProfileRow> rows = List.of(cause("nobody", 0, 8));
        CauseProfileRow shown = (CauseProfileRow) disclosed(List.of(new TableRows<>(CauseProfileRow.TABLE, rows)))
                .get(0)
                .rows()
                .get(0);
        assertThat(shown.numerator()).isZero();
        assertThat(shown.denominator()).isNull();
        assertThat(shown.estimate()).isNull();
        assertThat(shown.ciHigh()).isNull();
        assertThat(shown.valueStatus()).isEqualTo("suppressed");
    }

    /** Everybody less who has any cause less who has neither is who has a medication alone, and so on. */
    @ParameterizedTest
    @CsvSource({"34,25,7,48", "7,25,34,48", "25,7,34,48", "20,20,20,3", "3,4,50,50", "60,0,4,50", "40,5,5,40"})
    void noFewOfTheWaysInWhichCausesComeTogetherCanBeComputed(int alone, int both, int medication, int neither) {
        int all = alone + both + medication + neither;
        List<CauseProfileRow> rows = List.of(
                cause("overlap", "cause_alone", alone, all),
                cause("overlap", "cause_and_medication", both, all),
                cause("overlap", "medication_alone", medication, all),
                cause("overlap", "neither", neither, all),
                cause("any", "secondary_cause", alone + both, all),
                cause("any", "medication", both + medication, all));
        List<CauseProfileRow> shown =
                disclosed(List.of(new TableRows<>(CauseProfileRow.TABLE, rows))).get(0).rows().stream()
                        .map(CauseProfileRow.class::cast)
                        .toList();
        long[] largest = new long[rows.size()];
        for (int one = 0; one <= all; one++) {
            for (int two = 0; one + two <= all; two++) {
                for (int three = 0; one + two + three <= all; three++) {
                    long[] guess = {one, two, three, all - one - two - three, one + two, two + three};
                    if (fits(guess, shown)) {
                        Arrays.setAll(largest, place -> Math.max(largest[place], guess[place]));
                    }
                }
            }
        }
        for (int place = 0; place < rows.size(); place++) {
            long number = rows.get(place).numerator();
            if (number > 0 && number < THRESHOLD) {
                assertThat(largest[place]).as(rows.get(place).item()).isGreaterThanOrEqualTo(THRESHOLD);
            }
        }
    }

    private static boolean fits(long[] guess, List<CauseProfileRow> shown) {
        for (int place = 0; place < guess.length; place++) {
            Long number = shown.get(place).numerator();
            if (number != null && number != guess[place]) {
                return false;
            }
        }
        return true;
    }

    private static CauseProfileRow cause(String item, long numerator, long denominator) {
        return cause("lifestyle", item, numerator, denominator);
    }

    private static CauseProfileRow cause(String kind, String item, long numerator, long denominator) {
        double share = (double) numerator / denominator;
        return new CauseProfileRow(
                "ISCD_2019",
                "any",
                kind,
                item,
                "all",
                "all",
                "all",
                numerator,
                denominator,
                share,
                0.0,
                1.0,
                0.95,
                "wilson",
                "released");
    }

    @Test
    void anExcludedFewHideThePersonsThatWouldTellThem() {
        TableRows<AttritionRow> rows = new TableRows<>(
                AttritionRow.TABLE,
                List.of(
                        attrition(1, "all_patients", 1000, 1000, 0, 0),
                        attrition(2, "birth_date_known", 1000, 997, 3, 0),
                        attrition(3, "age_in_population", 997, 497, 500, 500)));
        List<AttritionRow> shown = disclosed(List.of(rows)).get(0).rows().stream()
                .map(AttritionRow.class::cast)
                .toList();
        assertThat(RowPicture.of(
                        AttritionRow.TABLE,
                        shown,
                        "step_no | persons_in | persons_out | excluded_persons | fail_only_this_persons | records_in"
                                + " | records_out | value_status"))
                .isEqualTo(RowPicture.plain("""
                                step_no | persons_in | persons_out | excluded_persons | fail_only_this_persons | records_in | records_out | value_status
                                1 | 1000 | 1000 | 0 | 0   | 10000 | 10000 | released
                                2 | 1000 | -    | - | 0   | 10000 | -     | suppressed
                                3 | -    | 497  | -   | -   | -   | 4970  | suppressed
                                """));
    }

    private static AttritionRow attrition(int no, String code, long in, long out, long excluded, long failOnly) {
        return new AttritionRow(
                "ISCD_2019", no, code, "words", in, out, excluded, failOnly, 10 * in, 10 * out, "released");
    }

    /** A table about which nothing is declared. */
    record Unheard(@Meaning("A count") Long children) {}

    @Test
    void aTableAboutWhichNothingIsDeclaredIsNotShown() {
        Table<Unheard> table = Table.of("unheard", "nothing", Unheard.class);
        List<TableRows<?>> reports = List.of(new TableRows<>(table, List.of(new Unheard(500L))));
        assertThatThrownBy(() -> disclosed(reports))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unheard");
    }

    /** A table with a column that its rules forgot. */
    @Test
    void aNumberAboutWhichNothingIsDeclaredIsNotShown() {
        TableRules<Unheard> forgetful = new TableRules<>() {
            private final Table<Unheard> table = Table.of("unheard", "nothing", Unheard.class);

            @Override
            public Table<Unheard> table() {
                return table;
            }

            @Override
            public Map<String, CellId> cells(Unheard row) {
                return Map.of();
            }

            @Override
            public Map<String, List<String>> derived() {
                return Map.of();
            }

            @Override
            public void relate(Unheard row, CellGraph graph) {
                // Nothing is related.
            }
        };
        TableCells<Unheard> cells =
                new TableCells<>(new TableRows<>(forgetful.table(), List.of(new Unheard(500L))), forgetful);
        CellGraph graph = new CellGraph();
        assertThatThrownBy(() -> cells.enter(graph))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("children")
                .hasMessageContaining("unheard");
    }

    @Test
    void theOperatorLearnsHowMuchWasHidden() {
        List<CauseProfileRow> rows = List.of(cause("few", 5, 100), cause("some", 20, 100), cause("nobody", 0, 100));
        List<SuppressionSummaryRow> summary = new DisclosureControl(THRESHOLD)
                .apply(List.of(new TableRows<>(CauseProfileRow.TABLE, rows)))
                .summary();
        assertThat(summary)
                .containsExactly(
                        new SuppressionSummaryRow("cause_profile", "denominator", "shown", 3L, 1.0),
                        new SuppressionSummaryRow("cause_profile", "numerator", "primary", 1L, 1 / 3.0),
                        new SuppressionSummaryRow("cause_profile", "numerator", "shown", 2L, 2 / 3.0));
    }

    @Test
    void theSameReportsWithTheirOwnLedgerAreHiddenAlike() {
        List<TableRows<?>> reports = Sample.of(5, 150).reports();
        DisclosureControl control = new DisclosureControl(THRESHOLD);
        DisclosureControl.Disclosed first = control.apply(reports);
        DisclosureControl.Disclosed second = control.apply(reports, Ledger.of(first.released()));
        assertThat(second.suppressed()).containsExactlyElementsOf(first.suppressed());
        assertThat(second).isEqualTo(first);
    }

    @Test
    void theOperatorLearnsWhatWasHiddenAndWhy() {
        DisclosureControl.Disclosed disclosed =
                new DisclosureControl(THRESHOLD).apply(Sample.of(5, 150).reports());
        Set<String> reasons =
                disclosed.suppressed().stream().map(SuppressionRow::reason).collect(Collectors.toSet());
        assertThat(reasons).contains("primary", "complement", "complementary");
    }

    private static DataQualityRow quality(String check, String column, long violations) {
        return new DataQualityRow(
                "north",
                "extract",
                check,
                "conformance",
                "convention",
                "drug_exposure",
                column,
                1000L,
                violations,
                violations / 1000.0,
                null,
                "not_applicable",
                "released");
    }

    /** The rules add up to the rows; the cells are of rows that are usable, and belong to no sum. */
    @Test
    void cellsThatCannotBeUsedAreNoPartOfTheRows() {
        List<DataQualityRow> rows = List.of(
                quality("rows_usable", "", 35),
                quality("unknown_person", "", 30),
                quality("missing", "person_id", 5),
                quality("cells_usable", "days_supply", 600));
        List<Map<String, Object>> shown =
                table(disclosed(List.of(new TableRows<>(DataQualityRow.TABLE, rows))), DataQualityRow.TABLE);
        assertThat(shown).extracting(row -> row.get("violations")).containsExactly(35L, null, null, 600L);
    }

    @Test
    void aThresholdOfOneHidesNothing() {
        List<TableRows<?>> reports = Sample.of(5, 150).reports();
        assertThat(new DisclosureControl(1).apply(reports).tables()).isEqualTo(reports);
        assertThatThrownBy(() -> new DisclosureControl(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
