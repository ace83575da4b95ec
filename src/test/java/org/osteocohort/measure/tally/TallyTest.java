package org.osteocohort.measure.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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
    void whatIsTakenAwayLeavesNoCellBehind() {
        Tally all = new Tally();
        all.add(PLAIN, 5);
        all.add(AWKWARD, 2);
        all.add(TallyKey.of("files", "empty"), 0);
        Tally some = new Tally();
        some.add(PLAIN, 3);
        some.add(AWKWARD, 2);
        all.subtract(some);
        all.closeZeros(measure -> measure.equals("m"));
        assertThat(all.rows()).containsExactly(new TallyRow("files", "empty", 0), new TallyRow("m", "a|b", 2));
        all.remove("m");
        assertThat(all.rows()).containsExactly(new TallyRow("files", "empty", 0));
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

    @Test
    void theCommonBeginningOfKeysIsGoneToOnce() {
        Tally tally = new Tally();
        TallyBranch branch = tally.of("m").at("a").at(List.of("b", "c"));
        branch.at("d").add(2);
        branch.at(List.of("d")).add(3);
        branch.add(7);
        tally.add(TallyKey.of("m", "a", "b", "c", "d"), 10);
        assertThat(tally.count(TallyKey.of("m", "a", "b", "c", "d"))).isEqualTo(15);
        assertThat(tally.rows()).containsExactly(new TallyRow("m", "a|b|c", 7), new TallyRow("m", "a|b|c|d", 15));
    }

    /** A file of no rows is a file. */
    @Test
    void aCellOfWhichZeroWasCountedIsThereAndOneThatWasOnlyPassedIsNot() {
        Tally tally = new Tally();
        tally.add(TallyKey.of("m", "a", "b"), 0);
        tally.of("m").at("c");
        assertThat(tally.rows()).containsExactly(new TallyRow("m", "a|b", 0));
        Tally merged = new Tally();
        merged.merge(tally);
        assertThat(merged.rows()).isEqualTo(tally.rows());
    }

    /** Few parts are looked through, many are looked up; their texts need not be the same objects. */
    @Test
    void howManyPartsAKeyCanGoOnWithMakesNoDifference() {
        Tally tally = new Tally();
        for (int round = 1; round <= 3; round++) {
            for (int part = 0; part < 40; part++) {
                tally.of("m").at("p" + part).add(part);
                assertThat(tally.count(TallyKey.of("m", "p" + part))).isEqualTo((long) round * part);
                assertThat(tally.count(TallyKey.of("m", "p" + (part + 40)))).isZero();
            }
        }
        Tally merged = new Tally();
        merged.merge(tally);
        merged.subtract(tally);
        assertThat(tally.rows()).hasSize(40);
        assertThat(merged.rows()).hasSize(40).allMatch(row -> row.count() == 0);
    }

    @Test
    void whatWasNeverCountedIsZero() {
        assertThat(new Tally().count(PLAIN)).isZero();
        Tally tally = new Tally();
        tally.add(AWKWARD);
        assertThat(tally.count(PLAIN)).isZero();
    }
}
