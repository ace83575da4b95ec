package org.osteocohort.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A total of 14 is shown; the 3 girls, 5 boys and 6 others in it are hidden, so that each is at least one. */
class LinearReaderTest {
    private static final CountSpace SPACE = CountSpace.of("children", "sex");
    private static final List<Integer> PARTS = List.of(1, 2, 3);

    private final CellSystem system = system();
    private final LinearReader reader = new LinearReader(system, hidden(system), new TreeSet<>(PARTS));

    private static CellSystem system() {
        Relations relations = new Relations();
        relations.begin(0, true);
        PARTS.forEach(relations::part);
        return new CellSystem(
                List.of(SPACE.cell("all"), SPACE.cell("female"), SPACE.cell("male"), SPACE.cell("unknown")),
                new long[] {14, 3, 5, 6},
                relations,
                new Relations());
    }

    private static HiddenCells hidden(CellSystem system) {
        HiddenCells hidden = new HiddenCells(system);
        PARTS.forEach(part -> hidden.hide(part, HiddenBecause.PRIMARY));
        return hidden;
    }

    @Test
    void eachPartMayBeAllThatTheOthersLeave() {
        assertThat(PARTS).allSatisfy(part -> {
            assertThat(reader.least(system, part, Choice.NONE)).isEqualTo(1);
            assertThat(reader.most(system, part, Choice.NONE)).isEqualTo(12);
        });
    }

    @Test
    void whatIsShownLessAPartIsWhatTheOthersMayBe() {
        assertThat(PARTS).allSatisfy(part -> {
            assertThat(reader.least(system, 0, part)).isEqualTo(2);
            assertThat(reader.most(system, 0, part)).isEqualTo(13);
        });
    }
}
