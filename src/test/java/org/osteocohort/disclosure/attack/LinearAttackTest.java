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
}
