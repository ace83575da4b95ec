package org.osteocohort.disclosure.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinearAttackTest {
    @Test
    void threeHiddenPartsOfATotalHaveTheSameRange() {
        Published published = new Published();
        published.number("total", 14L);
        List<String> parts = List.of("female", "male", "unknown");
        parts.forEach(part -> published.number(part, null));
        published.sum("total", parts);
        LinearAttack attack = LinearAttack.on(published);

        assertThat(parts)
                .allSatisfy(part -> assertThat(
                                List.of(attack.low(published.place(part)), attack.high(published.place(part))))
                        .containsExactly(1L, 12L));
    }

    /** Two groups overlap, and how many are in either, in neither and in all is shown: three sums of three unknowns. */
    @Test
    void whatNoSingleRelationTellsIsToldByAllTogether() {
        Published published = new Published();
        published.number("all", 1000L);
        published.number("one", 120L);
        published.number("other", 59L);
        published.number("neither", 872L);
        List<String> parts = List.of("both", "only one", "only other");
        parts.forEach(part -> published.number(part, null));
        published.sum("one", List.of("both", "only one"));
        published.sum("other", List.of("both", "only other"));
        published.sum("all", List.of("both", "only one", "only other", "neither"));

        IntervalAttack stepByStep = IntervalAttack.on(published);
        assertThat(parts)
                .allSatisfy(part -> assertThat(stepByStep.high(published.place(part)))
                        .isGreaterThan(stepByStep.low(published.place(part))));
        assertThat(LinearAttack.on(published).told(name -> true)).containsExactlyElementsOf(parts);
        assertThat(LinearAttack.on(published).told("both"::equals)).containsExactly("both");
    }
}
