package org.osteocohort.source.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConceptLookupTest {
    private static final long[] ODD_IDS = {1, -1, Integer.MAX_VALUE, Integer.MAX_VALUE + 1L, Long.MIN_VALUE, 4132161};

    @Test
    void aSetKnowsItsIdsOfAnySizeAlsoAfterATrip() {
        ConceptIds ids = ConceptIds.fromBytes(ConceptIds.of(ODD_IDS).toBytes());
        for (long id : ODD_IDS) {
            assertThat(ids.contains(id)).isTrue();
        }
        assertThat(ids.contains(2)).isFalse();
        assertThat(ids.contains(-2)).isFalse();
        assertThat(ids.contains(Long.MAX_VALUE)).isFalse();
    }

    @Test
    void setsOfTwoPartitionsBecomeOne() {
        ConceptIds all = ConceptIds.of(1, -1);
        all.addAll(ConceptIds.of(2, -2));
        assertThat(all.contains(1)).isTrue();
        assertThat(all.contains(-2)).isTrue();
        assertThat(new ConceptIds().isEmpty()).isTrue();
        assertThat(all.isEmpty()).isFalse();
    }

    @Test
    void positionsAreFoundAmongManyThatCollide() {
        Map<Long, Integer> entries = new HashMap<>();
        for (int position = 0; position < 10_000; position++) {
            entries.put((position % 2 == 0 ? 1L : -1L) * (position + 1) * 4096, position);
        }
        ConceptPositions positions = new ConceptPositions(entries);
        entries.forEach((id, position) -> assertThat(positions.of(id)).isEqualTo(position));
        assertThat(positions.of(5)).isEqualTo(ConceptPositions.NONE);
    }

    @Test
    void noMatchingConceptHasNoPosition() {
        assertThat(new ConceptPositions(Map.of(0L, 3)).of(0)).isEqualTo(ConceptPositions.NONE);
        assertThat(new ConceptPositions(Map.of()).of(17)).isEqualTo(ConceptPositions.NONE);
    }
}
