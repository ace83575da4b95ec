package org.osteocohort.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Boys and girls add up to all, who hold the tested ones; of these none is old. Another list stands apart. */
class HiddenCellsTest {
    private static final CountSpace LIST = CountSpace.of("list", "name");

    private final CellSystem system = system();
    private final HiddenCells hidden = new HiddenCells(system);

    private static CellSystem system() {
        Map<String, Long> counts =
                Map.of("all", 70L, "boys", 30L, "girls", 40L, "tested", 20L, "old", 0L, "apart", 50L, "part", 50L);
        CellGraph graph = new CellGraph(cell -> true);
        counts.forEach((name, count) -> graph.cell(LIST.cell(name), count));
        graph.part(LIST.cell("all"), "sex", LIST.cell("boys"));
        graph.part(LIST.cell("all"), "sex", LIST.cell("girls"));
        graph.contains(LIST.cell("all"), LIST.cell("tested"));
        graph.contains(LIST.cell("tested"), LIST.cell("old"));
        graph.contains(LIST.cell("apart"), LIST.cell("old"));
        graph.contains(LIST.cell("apart"), LIST.cell("part"));
        return graph.system();
    }

    private int cell(String name) {
        return system.cells().indexOf(LIST.cell(name));
    }

    private Map<String, String> reasons() {
        return IntStream.range(0, system.size())
                .filter(cell -> !hidden.visible(cell))
                .boxed()
                .collect(Collectors.toMap(
                        cell -> system.cell(cell).level("name"),
                        cell -> hidden.reason(cell).label(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    /** A zero is shown, so that it ties nothing together: apart would stay if all else were twice as many. */
    @Test
    void allThatHangsTogetherGoesThroughWhatIsHiddenAndShownButNotThroughZeros() {
        hidden.hide(cell("all"), HiddenBecause.PRIMARY);
        hidden.hideAllThatHangsTogether(cell("girls"), HiddenBecause.COMBINED);

        assertThat(reasons())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("all", "primary", "boys", "combined", "girls", "combined", "tested", "combined"));
        assertThat(List.of("old", "apart", "part"))
                .allSatisfy(name -> assertThat(hidden.visible(cell(name))).isTrue());
    }
}
