package org.osteocohort.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.osteocohort.disclosure.DrawnTables.Shape;
import org.osteocohort.disclosure.attack.LinearAttack;
import org.osteocohort.disclosure.attack.Published;

class RangesTest {
    private static final CountSpace CLINIC = CountSpace.of("clinic", "who");

    /** Of twenty children 5 are young, 7 are older and 8 are old; of those who are older 6 are treated. */
    private static CellSystem clinic() {
        CellGraph graph = new CellGraph();
        CellId all = CLINIC.cell("all");
        graph.cell(all, 20L);
        Map.of("young", 5L, "older", 7L, "old", 8L).forEach((who, count) -> {
            graph.cell(CLINIC.cell(who), count);
            graph.part(all, "age", CLINIC.cell(who));
        });
        graph.cell(CLINIC.cell("treated"), 6L);
        graph.contains(CLINIC.cell("older"), CLINIC.cell("treated"));
        return graph.system();
    }

    /** From the lowest to the highest count that is allowed. */
    private static String range(CellSystem system, Unknowns unknowns, Ranges ranges, int cell) {
        if (unknowns.of(cell) == Unknowns.NONE) {
            return system.count(cell) + " to " + system.count(cell);
        }
        int sign = unknowns.opposite(cell) ? -1 : 1;
        long low = 0;
        long high = 0;
        while (low > -1000 && ranges.allow(unknowns.of(cell), sign * (low - 1))) {
            low--;
        }
        while (high < 1000 && ranges.allow(unknowns.of(cell), sign * (high + 1))) {
            high++;
        }
        return system.count(cell) + low + " to " + (system.count(cell) + high);
    }

    /** What is hidden, and between which counts it may be: zeros are shown, and all are twenty. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    young older old treated | young   | 1 to 18
                    young older old treated | older   | 1 to 18
                    young older old treated | treated | 1 to 18
                    older treated           | older   | 7 to 7
                    older treated           | treated | 1 to 7
                    young older             | young   | 1 to 6
                    young older old         | old     | 1 to 13""")
    void aRelationBoundsWhatAnotherTellsOf(String hidden, String who, String range) {
        CellSystem system = clinic();
        Set<String> names = Set.of(hidden.split(" "));
        Unknowns unknowns =
                new Unknowns(system, cell -> names.contains(system.cell(cell).level("who")));
        int asked = system.cells().indexOf(CLINIC.cell(who));
        assertThat(range(system, unknowns, new Ranges(unknowns), asked)).isEqualTo(range);
    }

    /** What a linear program over everything finds possible is never ruled out. */
    @ParameterizedTest
    @EnumSource(Shape.class)
    void nothingPossibleIsRuledOut(Shape shape) {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(77L * shape.ordinal() + seed);
            DrawnTables tables = DrawnTables.of(shape, DrawnTables.children(random, 20 + random.nextInt(200)), 2);
            CellSystem system = tables.system();
            boolean[] hidden = new boolean[system.size()];
            for (int cell = 0; cell < hidden.length; cell++) {
                hidden[cell] = system.count(cell) > 0 && random.nextInt(3) > 0;
            }
            Unknowns unknowns = new Unknowns(system, cell -> hidden[cell]);
            Ranges ranges = new Ranges(unknowns);
            Published published = tables.published(name -> hidden[place(system, name)]);
            LinearAttack attack = LinearAttack.on(published);
            for (int place = 0; place < published.size(); place++) {
                int cell = place(system, published.name(place));
                if (hidden[cell]) {
                    long sign = unknowns.opposite(cell) ? -1 : 1;
                    assertThat(List.of(attack.low(place), attack.high(place)))
                            .as("%s, seed %d, %s", shape, seed, published.name(place))
                            .allMatch(count -> ranges.allow(unknowns.of(cell), sign * (count - system.count(cell))));
                }
            }
        }
    }

    private static int place(CellSystem system, String name) {
        for (int cell = 0; cell < system.size(); cell++) {
            if (DrawnTables.name(system.cell(cell)).equals(name)) {
                return cell;
            }
        }
        throw new AssertionError(name);
    }
}
