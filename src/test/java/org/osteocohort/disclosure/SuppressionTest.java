package org.osteocohort.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Cells are drawn as {@code name=count}; the picture of a result is the hidden cells with their reasons. */
class SuppressionTest {
    private static final int THRESHOLD = 11;
    private static final CountSpace LIST = CountSpace.of("list", "name");
    private static final CountSpace GRID = new CountSpace("grid", List.of("row", "column"), Set.of("row", "column"));

    private static CellGraph cells(String picture) {
        CellGraph graph = new CellGraph();
        Arrays.stream(picture.split(" "))
                .map(cell -> cell.split("="))
                .forEach(cell -> graph.cell(LIST.cell(cell[0]), cell[1].equals("-") ? null : Long.valueOf(cell[1])));
        return graph;
    }

    private static CellGraph sum(String picture) {
        CellGraph graph = cells(picture);
        List<String> names = Arrays.stream(picture.split(" "))
                .map(cell -> cell.split("=")[0])
                .toList();
        names.subList(1, names.size()).forEach(part -> graph.part(LIST.cell(names.get(0)), "split", LIST.cell(part)));
        return graph;
    }

    private static CellGraph pair(String picture) {
        CellGraph graph = cells(picture);
        graph.contains(LIST.cell("outside"), LIST.cell("inside"));
        return graph;
    }

    private static CellGraph grid(String picture) {
        CellGraph graph = new CellGraph();
        List<String> lines = picture.lines().map(String::strip).toList();
        String[] columns = lines.get(0).split(" +");
        for (String line : lines.subList(1, lines.size())) {
            String[] values = line.split(" +");
            for (int column = 1; column < values.length; column++) {
                graph.cell(GRID.cell(values[0], columns[column]), Long.valueOf(values[column]));
            }
        }
        return graph;
    }

    private static String hidden(CellGraph graph) {
        CellSystem system = graph.system();
        HiddenCells hidden =
                Suppression.of(system, THRESHOLD, Ledger.of(List.of())).hidden();
        return IntStream.range(0, system.size())
                .filter(cell -> !hidden.visible(cell))
                .mapToObj(cell ->
                        name(system.cell(cell)) + " " + hidden.reason(cell).label())
                .collect(Collectors.joining(", "));
    }

    private static String name(CellId cell) {
        return cell.space().axes().stream().map(cell::level).collect(Collectors.joining("."));
    }

    @Test
    void oneToTenAreHiddenAndZeroAndElevenAreNot() {
        assertThat(hidden(cells("a=0 b=1 c=10 d=11 e=100"))).isEqualTo("b primary, c primary");
    }

    @Test
    void theOnlyHiddenPartTakesTheNextSmallestWithIt() {
        assertThat(hidden(sum("total=108 a=3 b=40 c=65"))).isEqualTo("a primary, b complementary");
    }

    @Test
    void zerosNeverProtectSoTheTotalIsHiddenWhenNothingElseIsLeft() {
        assertThat(hidden(sum("total=3 a=3 b=0"))).isEqualTo("a primary, total primary");
        assertThat(hidden(sum("total=103 a=3 b=0 c=100"))).isEqualTo("a primary, c complementary");
    }

    @Test
    void hiddenPartsThatAreSmallTogetherTakeAThird() {
        assertThat(hidden(sum("total=57 a=3 b=4 c=50"))).isEqualTo("a primary, b primary, c complementary");
        assertThat(hidden(sum("total=61 a=3 b=8 c=50"))).isEqualTo("a primary, b primary, c combined");
        assertThat(hidden(sum("total=62 a=3 b=9 c=50"))).isEqualTo("a primary, b primary");
    }

    /** Cases of two classes among all and among some children, of which the wider one of the some has to be hidden. */
    private static CellGraph classes(long confirmed, long any) {
        CountSpace cases = CountSpace.of("cases", Spaces.CASE_CLASS, Spaces.DENOMINATOR);
        CellGraph graph = cells("three=3");
        Map<CellId, Long> counts = Map.of(
                cases.cell("confirmed", "observed"),
                confirmed,
                cases.cell("any", "observed"),
                any,
                cases.cell("confirmed", "day_one"),
                15L,
                cases.cell("any", "day_one"),
                15L);
        counts.forEach(graph::cell);
        counts.keySet().forEach(cell -> Spaces.nestClasses(cell, graph));
        graph.follows(LIST.cell("three"), cases.cell("any", "day_one"));
        return graph;
    }

    /** Else the one that is shown tells the other: the totals show that both classes hold the same children. */
    @Test
    void classesOfTheSameChildrenAreHiddenTogether() {
        assertThat(hidden(classes(124, 124)))
                .isEqualTo("any.day_one same_group, confirmed.day_one complementary, three primary");
        assertThat(hidden(classes(124, 139))).isEqualTo("any.day_one same_group, three primary");
    }

    @Test
    void aHiddenTotalMayNotBeTheSumOfShownParts() {
        CellGraph graph = sum("total=100 a=40 b=60");
        graph.cell(LIST.cell("twin"), 100L);
        graph.cell(LIST.cell("big"), 103L);
        graph.cell(LIST.cell("rest"), 3L);
        graph.part(LIST.cell("big"), "split", LIST.cell("rest"));
        graph.part(LIST.cell("big"), "split", LIST.cell("total"));
        assertThat(hidden(graph)).isEqualTo("a complementary, rest primary, total complementary");
    }

    @Test
    void aSmallDifferenceHidesTheInsideOfAPair() {
        assertThat(hidden(pair("outside=100 inside=90"))).isEqualTo("inside complement");
        assertThat(hidden(pair("outside=100 inside=89"))).isEmpty();
        assertThat(hidden(pair("outside=100 inside=100"))).isEmpty();
        assertThat(hidden(pair("outside=100 inside=0"))).isEmpty();
        assertThat(hidden(pair("outside=100 inside=5"))).isEqualTo("inside primary");
    }

    @Test
    void aNumberThatBoundsAHiddenOneGoesToo() {
        CellGraph graph = sum("total=43 few=3 other=40");
        graph.cell(LIST.cell("inside"), 40L);
        graph.contains(LIST.cell("other"), LIST.cell("inside"));
        // While inside and total are shown, other is at least 40 and so few at most 3.
        assertThat(hidden(graph)).isEqualTo("few primary, inside combined, other complementary");
    }

    @Test
    void whoIsInTheMiddleOfSmallDifferencesGoesAlone() {
        CellGraph graph = cells("inner=100 middle=106 outer=112");
        graph.contains(LIST.cell("outer"), LIST.cell("middle"));
        graph.contains(LIST.cell("outer"), LIST.cell("inner"));
        graph.contains(LIST.cell("middle"), LIST.cell("inner"));
        assertThat(hidden(graph)).isEqualTo("middle complement");
    }

    @Test
    void aFollowerIsHiddenWithItsLeaderUnlessItIsZero() {
        CellGraph graph = cells("leader=3 follower=500 nothing=0");
        graph.follows(LIST.cell("leader"), LIST.cell("follower"));
        graph.follows(LIST.cell("leader"), LIST.cell("nothing"));
        assertThat(hidden(graph)).isEqualTo("follower same_group, leader primary");
    }

    @Test
    void aCellHiddenInARowAndAColumnMakesARectangle() {
        CellGraph graph = grid("""
                -   all a  b  c
                all 167 47 55 65
                x   47  7  15 25
                y   60  20 20 20
                z   60  20 20 20""");
        assertThat(hidden(graph)).isEqualTo("x.a primary, x.b complementary, y.a complementary, y.b complementary");
    }

    /**
     * Two groups overlap. Each hidden part stands beside another in every sum, but all sums together tell them. So many
     * overlaps hang together by their first part that the group is a large one.
     */
    @Test
    void whatNoSingleRelationTellsButAllTogetherIsHiddenInLargeGroupsToo() {
        int overlaps = 150;
        StringBuilder picture = new StringBuilder("whole=" + overlaps * 59);
        for (int place = 0; place < overlaps; place++) {
            picture.append(String.format(
                    " all%1$d=1000 one%1$d=120 other%1$d=59 both%1$d=51 onlyOne%1$d=69 onlyOther%1$d=8 neither%1$d=872",
                    place));
        }
        CellGraph graph = cells(picture.toString());
        for (int place = 0; place < overlaps; place++) {
            add(graph, "whole", "others", "both" + place, "onlyOther" + place);
            add(graph, "one" + place, "parts", "both" + place, "onlyOne" + place);
            add(graph, "other" + place, "parts", "both" + place, "onlyOther" + place);
            add(
                    graph,
                    "all" + place,
                    "parts",
                    "both" + place,
                    "onlyOne" + place,
                    "onlyOther" + place,
                    "neither" + place);
        }
        Set<String> hidden = Arrays.stream(hidden(graph).split(", "))
                .map(cell -> cell.split(" ")[0])
                .collect(Collectors.toSet());
        for (int place = 0; place < overlaps; place++) {
            assertThat(List.of("one" + place, "other" + place, "all" + place, "neither" + place))
                    .as("overlap %d", place)
                    .anyMatch(hidden::contains);
        }
    }

    /** How many more the total holds than two others is told, unless the total goes, or both others do. */
    private static String hiddenBeside(CellId total, CellId... others) {
        CellGraph graph = cells("a=9 b=22 c=89");
        graph.cell(total, 120L);
        Stream.of("a", "b", "c").forEach(part -> graph.part(total, "parts", LIST.cell(part)));
        for (CellId other : others) {
            graph.cell(other, 111L);
            Stream.of("b", "c").forEach(part -> graph.part(other, "parts", LIST.cell(part)));
        }
        return hidden(graph);
    }

    private static CellId overlap(String part) {
        return PhenotypeOverlapRules.OVERLAP.cell("ISCD", "DX", "any", part, "all");
    }

    @Test
    void severalNumbersGoBeforeAHeadlineAndSeveralHeadlinesBeforeOneOfTheFirstScreen() {
        CellId total = LIST.cell("total");
        CellId one = LIST.cell("one");
        CellId two = LIST.cell("two");
        CellId cohort = Spaces.COHORT.cell("ISCD", "any", "all", "all", "all");
        String parts = "a primary, b complementary, c complementary";

        assertThat(hiddenBeside(total, one, two)).isEqualTo(parts + ", total combined");
        assertThat(hiddenBeside(overlap("both"), one, two)).isEqualTo(parts + ", one combined, two combined");
        assertThat(hiddenBeside(cohort, overlap("both"), overlap("neither")))
                .isEqualTo(parts + ", ISCD.DX.any.both.all combined, ISCD.DX.any.neither.all combined");
    }

    private static void add(CellGraph graph, String total, String split, String... parts) {
        Arrays.stream(parts).forEach(part -> graph.part(LIST.cell(total), split, LIST.cell(part)));
    }

    @Test
    void whatIsHiddenAlreadyStaysHiddenAndNothingMoreIs() {
        assertThat(hidden(sum("total=108 a=- b=- c=65"))).isEqualTo("a earlier, b earlier");
        assertThat(hidden(pair("outside=100 inside=-"))).isEqualTo("inside earlier");
    }

    @Test
    void numbersThatContradictEachOtherAreRefused() {
        assertThatThrownBy(() -> hidden(sum("total=100 a=40 b=50"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> hidden(pair("outside=100 inside=101"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> cells("a=20 a=21")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRelationToWhatIsNotPublishedIsNone() {
        CellGraph graph = cells("a=20");
        graph.contains(LIST.cell("unpublished"), LIST.cell("a"));
        graph.part(LIST.cell("unpublished"), "split", LIST.cell("a"));
        assertThat(graph.system().relations().size()).isZero();
    }
}
