package org.osteocohort.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.osteocohort.disclosure.DrawnTables.Shape;
import org.osteocohort.disclosure.attack.LinearAttack;
import org.osteocohort.disclosure.attack.Published;

/** Nights are drawn as {@code name=count}: the first number is the total of the others. */
class LedgerTest {
    private static final int THRESHOLD = 11;
    private static final CountSpace LIST = CountSpace.of("list", "name");

    private static CellSystem sum(String picture) {
        CellGraph graph = new CellGraph();
        List<String> names = new ArrayList<>();
        for (String cell : picture.split(" ")) {
            names.add(cell.split("=")[0]);
            graph.cell(LIST.cell(names.get(names.size() - 1)), Long.valueOf(cell.split("=")[1]));
        }
        names.subList(1, names.size()).forEach(part -> graph.part(LIST.cell(names.get(0)), "split", LIST.cell(part)));
        return graph.system();
    }

    /** What each night hides, the ledger carried from one to the next. */
    private static List<String> hidden(String... nights) {
        List<ReleasedRow> ledger = List.of();
        List<String> hidden = new ArrayList<>();
        for (String night : nights) {
            CellSystem system = sum(night);
            Suppression suppression = Suppression.of(system, THRESHOLD, Ledger.of(ledger));
            hidden.add(IntStream.range(0, system.size())
                    .filter(cell -> !suppression.hidden().visible(cell))
                    .mapToObj(cell -> system.cell(cell).level("name") + " "
                            + suppression.hidden().reason(cell).label())
                    .collect(Collectors.joining(", ")));
            ledger = suppression.released();
        }
        return hidden;
    }

    @Test
    void elevenYesterdayAndTenTodayIsNotTold() {
        assertThat(hidden("total=111 a=11 b=100", "total=110 a=10 b=100"))
                .containsExactly("", "a primary, total differencing");
    }

    @Test
    void aChangeOfLessThanTheThresholdIsHiddenAndOneOfTheThresholdIsNot() {
        assertThat(hidden("total=140 a=40 b=100", "total=150 a=50 b=100"))
                .containsExactly("", "a differencing, total differencing");
        assertThat(hidden("total=140 a=40 b=100", "total=151 a=51 b=100")).containsExactly("", "");
    }

    @Test
    void aSmallChangeTakesAnotherNumberWithItThatHasChangedToo() {
        assertThat(hidden("total=200 a=40 b=100 c=60", "total=215 a=43 b=112 c=60"))
                .containsExactly("", "a differencing, b complementary");
    }

    @Test
    void severalSmallStepsAreHiddenUntilTheyAddUpToTheThreshold() {
        assertThat(hidden(
                        "total=140 a=40 b=100", "total=145 a=45 b=100", "total=150 a=50 b=100", "total=156 a=56 b=100"))
                .containsExactly("", "a differencing, total differencing", "a differencing, total differencing", "");
    }

    @Test
    void everyEarlierValueCountsAndNotOnlyTheLast() {
        assertThat(hidden("total=140 a=40 b=100", "total=160 a=60 b=100", "total=142 a=42 b=100"))
                .containsExactly("", "", "a differencing, total differencing");
    }

    @Test
    void whatIsLeftBesideTheShownPartsMayNotChangeByAFew() {
        // a and c together were 40 and would be 43, although neither was ever shown.
        assertThat(hidden("total=140 a=5 b=100 c=35", "total=154 a=5 b=111 c=38")
                        .get(1))
                .contains("b complementary");
    }

    @Test
    void thePatternOfTheLastNightIsKept() {
        // Alone, the second night would hide b, the smallest, and so would tell what c hid.
        assertThat(hidden("total=168 a=3 b=80 c=45 d=40", "total=213 a=3 b=80 c=70 d=60"))
                .containsExactly("a primary, d complementary", "a primary, d complementary");
        assertThat(hidden("total=168 a=3 b=80 c=45 d=40", "total=156 a=3 b=80 c=33 d=40"))
                .containsExactly("a primary, d complementary", "a primary, d complementary");
    }

    @Test
    void whatWasHiddenMayBeShownAgainOnceItHasChangedByTheThreshold() {
        // Now c is the smaller, and d, which was 40, could have been anything the night before.
        assertThat(hidden(
                        "total=168 a=3 b=80 c=45 d=40", "total=228 a=3 b=80 c=58 d=87", "total=228 a=3 b=80 c=58 d=87"))
                .containsExactly(
                        "a primary, d complementary", "a primary, c complementary", "a primary, c complementary");
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void theSameDataAgainIsHiddenAlikeWhateverWasBefore(Shape shape) {
        for (int seed = 0; seed < 5; seed++) {
            Random random = new Random(seed);
            List<int[]> children = DrawnTables.children(random, 150);
            List<ReleasedRow> ledger = List.of();
            for (int night = 0; night < 3; night++) {
                CellSystem system = DrawnTables.of(shape, children, 3).system();
                Suppression first = Suppression.of(system, THRESHOLD, Ledger.of(ledger));
                ledger = first.released();
                Suppression second = Suppression.of(system, THRESHOLD, Ledger.of(ledger));
                assertThat(second.hidden().reasons()).isEqualTo(first.hidden().reasons());
                assertThat(second.released()).isEqualTo(ledger);
                children = DrawnTables.changed(children, random, 8);
            }
        }
    }

    private static final String NIGHT = "total=168 a=3 b=80 c=45 d=40";

    /** The night's numbers and one that nothing needs, which none of them has to do with. */
    private static CellGraph withOneApart(String night) {
        CellGraph graph = new CellGraph();
        List<String> names = new ArrayList<>();
        for (String cell : (night + " apart=500").split(" ")) {
            names.add(cell.split("=")[0]);
            graph.cell(LIST.cell(names.get(names.size() - 1)), Long.valueOf(cell.split("=")[1]));
        }
        names.subList(1, 5).forEach(part -> graph.part(LIST.cell("total"), "split", LIST.cell(part)));
        return graph;
    }

    /** The same, but that one is known to hold all others. */
    private static CellGraph withOneAround(String night) {
        CellGraph graph = withOneApart(night);
        graph.contains(LIST.cell("apart"), LIST.cell("total"));
        return graph;
    }

    /** As if the last night had hidden it nevertheless. */
    private static List<ReleasedRow> ledgerThatHidesTheOneApart(CellGraph graph) {
        return Suppression.of(graph.system(), THRESHOLD, Ledger.of(List.of())).released().stream()
                .map(row -> row.cell().equals("name=apart")
                        ? new ReleasedRow(row.counted(), row.cell(), row.count(), "hidden", "combined", row.decidedOn())
                        : row)
                .toList();
    }

    private static boolean hidesTheOneApart(CellGraph graph, int threshold, List<ReleasedRow> ledger) {
        CellSystem system = graph.system();
        HiddenCells hidden =
                Suppression.of(system, threshold, Ledger.of(ledger)).hidden();
        return !hidden.visible(system.cells().indexOf(LIST.cell("apart")));
    }

    @Test
    void whatTheLastRunDecidedAboutTheSameHolds() {
        assertThat(hidesTheOneApart(withOneAround(NIGHT), THRESHOLD, ledgerThatHidesTheOneApart(withOneAround(NIGHT))))
                .isTrue();
    }

    @Test
    void anotherCountRelationOrThresholdIsDecidedAnew() {
        List<ReleasedRow> ledger = ledgerThatHidesTheOneApart(withOneAround(NIGHT));
        CellGraph oneMoved = withOneAround(NIGHT.replace("b=80 c=45", "b=81 c=44"));
        CellGraph related = withOneAround(NIGHT);
        related.contains(LIST.cell("total"), LIST.cell("b"));

        assertThat(hidesTheOneApart(oneMoved, THRESHOLD, ledger)).isFalse();
        assertThat(hidesTheOneApart(related, THRESHOLD, ledger)).isFalse();
        assertThat(hidesTheOneApart(withOneAround(NIGHT), THRESHOLD + 1, ledger))
                .isFalse();
    }

    @Test
    void whatHasNothingToDoWithAChangeHolds() {
        List<ReleasedRow> ledger = ledgerThatHidesTheOneApart(withOneApart(NIGHT));
        CellGraph oneMore = withOneApart(NIGHT.replace("168", "169").replace("d=40", "d=41"));
        CellGraph apartToo = withOneApart(NIGHT);
        apartToo.cell(LIST.cell("another"), 5L);

        assertThat(hidesTheOneApart(oneMore, THRESHOLD, ledger)).isTrue();
        assertThat(hidesTheOneApart(apartToo, THRESHOLD, ledger)).isTrue();
        assertThat(hidesTheOneApart(withOneAround(NIGHT), THRESHOLD, ledger)).isFalse();
    }

    /** The records of those whom "a" counts, and of those whom "b" counts: hidden with them. */
    private static CellGraph withRecords(String night, String records) {
        CellGraph graph = withOneApart(night);
        for (String cell : records.split(" ")) {
            CellId record = LIST.cell("records of " + cell.split("=")[0]);
            graph.cell(record, Long.valueOf(cell.split("=")[1]));
            graph.follows(LIST.cell(cell.split("=")[0]), record);
        }
        return graph;
    }

    private static List<String> hidden(CellGraph graph, List<ReleasedRow> ledger) {
        CellSystem system = graph.system();
        HiddenCells hidden =
                Suppression.of(system, THRESHOLD, Ledger.of(ledger)).hidden();
        return IntStream.range(0, system.size())
                .filter(cell -> !hidden.visible(cell))
                .mapToObj(cell -> system.cell(cell).level("name"))
                .toList();
    }

    @Test
    void aFollowerThatChangesGoesWithItsLeaderAndLeavesThatAsItWas() {
        CellGraph before = withRecords(NIGHT, "a=500 b=900");
        List<ReleasedRow> ledger =
                Suppression.of(before.system(), THRESHOLD, Ledger.of(List.of())).released();
        List<ReleasedRow> asIfBWereHidden = ledger.stream()
                .map(row -> row.cell().equals("name=b")
                        ? new ReleasedRow(row.counted(), row.cell(), row.count(), "hidden", "combined", row.decidedOn())
                        : row)
                .toList();
        CellGraph otherRecords = withRecords(NIGHT, "a=700 b=1200");

        assertThat(hidden(before, List.of())).containsExactly("a", "d", "records of a");
        assertThat(hidden(otherRecords, ledger)).containsExactly("a", "d", "records of a");
        assertThat(hidden(otherRecords, asIfBWereHidden))
                .containsExactly("a", "b", "d", "records of a", "records of b");
    }

    @Test
    void aFollowerIsDecidedAnewWhenItsLeaderIs() {
        CellGraph before = withRecords(NIGHT, "a=500 b=900");
        List<ReleasedRow> ledger =
                Suppression.of(before.system(), THRESHOLD, Ledger.of(List.of())).released();
        CellGraph fewB = withRecords("total=97 a=3 b=9 c=45 d=40", "a=500 b=900");
        assertThat(hidden(fewB, ledger)).contains("b", "records of b");
    }

    @Test
    void theLedgerOfAnEarlierVersionDoesNotTellWhatWasDecidedOn() {
        List<ReleasedRow> ledger = ledgerThatHidesTheOneApart(withOneApart(NIGHT)).stream()
                .map(row -> new ReleasedRow(row.counted(), row.cell(), row.count(), row.state(), row.reason(), null))
                .toList();
        assertThat(hidesTheOneApart(withOneApart(NIGHT), THRESHOLD, ledger)).isFalse();
    }

    @Test
    void whatBecameNobodyIsHiddenAlikeOnTheNextNight() {
        List<ReleasedRow> ledger = List.of();
        List<Suppression> nights = new ArrayList<>();
        for (String night : List.of(NIGHT, "total=165 a=0 b=80 c=45 d=40", "total=165 a=0 b=80 c=45 d=40")) {
            CellGraph graph = new CellGraph(Ledger.of(ledger)::everSomebody);
            for (String cell : night.split(" ")) {
                graph.cell(LIST.cell(cell.split("=")[0]), Long.valueOf(cell.split("=")[1]));
            }
            List.of("a", "b", "c", "d").forEach(part -> {
                graph.part(LIST.cell("total"), "split", LIST.cell(part));
                graph.contains(LIST.cell("total"), LIST.cell(part));
            });
            nights.add(Suppression.of(graph.system(), THRESHOLD, Ledger.of(ledger)));
            ledger = nights.get(nights.size() - 1).released();
        }
        assertThat(nights.get(2).hidden().reasons())
                .isEqualTo(nights.get(1).hidden().reasons());
        assertThat(nights.get(2).released()).isEqualTo(nights.get(1).released());
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void threeNightsInARowTellNoSmallChange(Shape shape) {
        for (int seed = 0; seed < 8; seed++) {
            Random random = new Random(seed);
            List<int[]> children = DrawnTables.children(random, 60 + random.nextInt(200));
            List<ReleasedRow> ledger = List.of();
            Map<String, List<Long>> everShown = new HashMap<>();
            for (int night = 0; night < 3; night++) {
                DrawnTables tables = DrawnTables.of(shape, children, 2);
                CellSystem system = tables.system();
                Suppression suppression = Suppression.of(system, THRESHOLD, Ledger.of(ledger));
                List<String> shown = IntStream.range(0, system.size())
                        .filter(cell -> suppression.hidden().visible(cell))
                        .mapToObj(cell -> DrawnTables.name(system.cell(cell)))
                        .toList();
                Published published = tables.published(name -> !shown.contains(name));
                for (int place = 0; place < published.size(); place++) {
                    String name = published.name(place);
                    long count = tables.counts().get(name);
                    for (long earlier : everShown.getOrDefault(name, List.of())) {
                        boolean few = count > 0 && count != earlier && Math.abs(count - earlier) < THRESHOLD;
                        assertThat(few && published.shown(place) != null)
                                .as("%s of %s, seed %d, night %d", name, shape, seed, night)
                                .isFalse();
                        if (few) {
                            LinearAttack attack = LinearAttack.on(published);
                            assertThat(attack.high(place) - attack.low(place))
                                    .as("%s of %s, seed %d, night %d", name, shape, seed, night)
                                    .isPositive();
                        }
                    }
                }
                shown.forEach(name -> everShown
                        .computeIfAbsent(name, key -> new ArrayList<>())
                        .add(tables.counts().get(name)));
                ledger = suppression.released();
                children = DrawnTables.changed(children, random, 8);
            }
        }
    }

    @Test
    void theLedgerHoldsEveryValueThatWasEverShown() {
        CellSystem first = sum("total=140 a=40 b=100");
        List<ReleasedRow> ledger =
                Suppression.of(first, THRESHOLD, Ledger.of(List.of())).released();
        CellSystem second = sum("total=143 a=43 b=100");
        ledger = Suppression.of(second, THRESHOLD, Ledger.of(ledger)).released();
        assertThat(ledger.stream()
                        .map(row -> Arrays.asList(row.cell(), row.count(), row.state(), row.reason()))
                        .toList())
                .containsExactly(
                        Arrays.asList("name=a", 40L, "earlier", null),
                        Arrays.asList("name=a", 43L, "hidden", "differencing"),
                        Arrays.asList("name=b", 100L, "shown", null),
                        Arrays.asList("name=total", 140L, "earlier", null),
                        Arrays.asList("name=total", 143L, "hidden", "differencing"));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", textBlock = """
            shown,   40,   null,         true
            earlier, 40,   null,         true
            hidden,  null, primary,      true
            hidden,  40,   differencing, true
            seen,    40,   null,         false
            null,    40,   null,         false
            shown,   null, null,         false
            earlier, null, null,         false
            hidden,  null, null,         false
            hidden,  null, because,      false
            """)
    void aRowOfOtherWordsIsNotUnderstood(String state, Long count, String reason, boolean understood) {
        ReleasedRow row = new ReleasedRow("list", "name=a", count, state, reason, null);
        assertThat(row.understood()).isEqualTo(understood);
        if (!understood) {
            List<ReleasedRow> rows = List.of(row);
            assertThatThrownBy(() -> Ledger.of(rows)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
