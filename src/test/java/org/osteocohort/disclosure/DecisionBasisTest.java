package org.osteocohort.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Cells are drawn as {@code name=count}, and what is told of them comes after. */
class DecisionBasisTest {
    private static final int THRESHOLD = 11;
    private static final CountSpace LIST = CountSpace.of("list", "name");
    private static final CountSpace OTHER = CountSpace.of("other", "name");
    private static final String CELLS = "total=60 a=20 b=40 c=0 d=0";

    /** Of each group that hangs together. */
    private static List<String> bases(CellGraph graph, int threshold) {
        CellSystem system = graph.system();
        return DecisionBasis.of(system, new CellGroups(system), threshold);
    }

    private static String basis(CellGraph graph) {
        return String.join(" ", bases(graph, THRESHOLD));
    }

    private static CellGraph graph(CountSpace space, String cells, Consumer<CellGraph> told) {
        CellGraph graph = new CellGraph(cell -> cell.level("name").equals("d"));
        Arrays.stream(cells.split(" "))
                .map(cell -> cell.split("="))
                .forEach(cell -> graph.cell(space.cell(cell[0]), Long.valueOf(cell[1])));
        told.accept(graph);
        return graph;
    }

    private static String basis(String cells, Consumer<CellGraph> told) {
        return basis(graph(LIST, cells, told));
    }

    private static Consumer<CellGraph> sum(String... parts) {
        return graph -> Arrays.stream(parts).forEach(part -> graph.part(LIST.cell("total"), "split", LIST.cell(part)));
    }

    private static Consumer<CellGraph> contains(String outside, String inside) {
        return graph -> graph.contains(LIST.cell(outside), LIST.cell(inside));
    }

    private static Consumer<CellGraph> follows(String leader, String follower) {
        return graph -> graph.follows(LIST.cell(leader), LIST.cell(follower));
    }

    @Test
    void theSameInAnotherOrderIsTheSame() {
        assertThat(basis("d=0 b=40 c=0 a=20 total=60", sum("b", "a").andThen(contains("b", "a"))))
                .isEqualTo(basis(CELLS, contains("b", "a").andThen(sum("a", "b"))))
                .matches("[0-9a-f]{64}");
    }

    @Test
    void everythingThatADecisionRestsOnMakesAnother() {
        CellGraph sum = graph(LIST, CELLS, sum("a", "b"));
        List<String> bases = List.of(
                basis(sum),
                String.join(" ", bases(sum, THRESHOLD + 1)),
                basis("total=60 a=21 b=39 c=0 d=0", sum("a", "b")),
                basis(graph(OTHER, CELLS, graph -> {})),
                basis(CELLS, graph -> {}),
                basis(CELLS, sum("a")),
                basis(CELLS, contains("total", "a")),
                basis(CELLS, contains("total", "b")),
                basis(CELLS, follows("total", "a")),
                basis(CELLS, sum("a", "b").andThen(contains("b", "a"))),
                basis(CELLS, sum("a", "b").andThen(follows("b", "a"))));
        assertThat(bases).doesNotHaveDuplicates();
    }

    /** Whether a zero stands in relations depends on the last run's ledger: d once was somebody. */
    @Test
    void aZeroInARelationTellsNothing() {
        assertThat(basis(CELLS, sum("a", "b", "c", "d").andThen(contains("total", "d"))))
                .isEqualTo(basis(CELLS, sum("a", "b")))
                .isEqualTo(basis("total=60 a=20 b=40", sum("a", "b")));
    }

    @Test
    void whatHangsTogetherIsDecidedTogetherAndNothingElse() {
        List<String> before = bases(graph(LIST, "total=60 a=20 b=40 x=7 y=8", sum("a", "b")), THRESHOLD);
        List<String> oneMore = bases(graph(LIST, "aa=9 total=60 a=20 b=40 x=7 y=9", sum("a", "b")), THRESHOLD);
        List<String> followed =
                bases(graph(LIST, "total=60 a=20 b=40 x=7 y=8", sum("a", "b").andThen(follows("y", "x"))), THRESHOLD);
        List<String> linked =
                bases(graph(LIST, "total=60 a=20 b=40 x=7 y=8", sum("a", "b").andThen(contains("y", "x"))), THRESHOLD);

        assertThat(before).hasSize(3);
        assertThat(oneMore).hasSize(4).containsAll(before.subList(0, 2)).doesNotContain(before.get(2));
        assertThat(followed)
                .hasSize(3)
                .containsAll(List.of(before.get(0), before.get(2)))
                .doesNotContain(before.get(1));
        assertThat(linked).hasSize(2).contains(before.get(0)).doesNotContainAnyElementsOf(before.subList(1, 3));
    }
}
