package org.osteocohort.measure.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final TallyKey PLAIN = TallyKey.of("m", "a", "b");
    private static final TallyKey AWKWARD = TallyKey.of("m", "a|b", "c\\", "", "|");

    @Test
    void mergingAddsCountsWhateverTheOrder() {
        Tally one = new Tally();
        one.add(PLAIN, 2);
        one.add(AWKWARD);
        Tally other = new Tally();
        other.add(PLAIN, 3);
        Tally forwards = new Tally();
        forwards.merge(one);
        forwards.merge(other);
        Tally backwards = new Tally();
        backwards.merge(other);
        backwards.merge(one);
        assertThat(forwards.count(PLAIN)).isEqualTo(5);
        assertThat(forwards.rows()).isEqualTo(backwards.rows());
    }

    @Test
    void flatRowsMakeTheSameTallyAgain() {
        Tally tally = new Tally();
        tally.add(PLAIN, 7);
        tally.add(AWKWARD, 9);
        Tally again = new Tally();
        tally.rows().forEach(again::add);
        assertThat(again.count(PLAIN)).isEqualTo(7);
        assertThat(again.count(AWKWARD)).isEqualTo(9);
        assertThat(again.rows()).isEqualTo(tally.rows());
    }

    @Test
    void cellsComeInTheOrderOfKeysAndOfOneMeasureOnly() {
        Tally tally = new Tally();
        tally.add(TallyKey.of("m", "b"));
        tally.add(TallyKey.of("m", "a", "z"), 4);
        tally.add(TallyKey.of("m", "a"), 2);
        tally.add(TallyKey.of("other", "a"));
        List<String> seen = new ArrayList<>();
        tally.forEach("m", (parts, count) -> seen.add(parts + "=" + count));
        assertThat(seen).containsExactly("[a]=2", "[a, z]=4", "[b]=1");
    }

    /** The hash of lists takes one letter more in a part for 31 letters more in the next. */
    @Test
    void cellsThatAreAlikeAreToldApartByTheirHash() {
        Set<Integer> hashes = new HashSet<>();
        int cells = 0;
        for (char first = 'A'; first <= 'z'; first++) {
            for (char second = 'A'; second <= 'z'; second++) {
                hashes.add(TallyKey.of("m", "" + first, "" + second).hashCode());
                cells++;
            }
        }
        assertThat(hashes).hasSize(cells);
    }

    @Test
    void whatWasNeverCountedIsZero() {
        assertThat(new Tally().count(PLAIN)).isZero();
    }
}
