package org.osteocohort.generate.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTest {
    @Test
    void theSameSeedAndStreamGiveTheSameNumbers() {
        Draw first = new Draw(7, 3);
        Draw second = new Draw(7, 3);
        assertThat(IntStream.range(0, 50).map(draw -> first.between(0, 999)).toArray())
                .isEqualTo(IntStream.range(0, 50)
                        .map(draw -> second.between(0, 999))
                        .toArray());
    }

    @Test
    void neighbouringStreamsDiffer() {
        assertThat(new Draw(7, 3).unit()).isNotEqualTo(new Draw(7, 4).unit());
        assertThat(new Draw(7, 3).unit()).isNotEqualTo(new Draw(8, 3).unit());
    }

    @Test
    void aForkDoesNotDependOnWhatWasDrawnBefore() {
        Draw fresh = new Draw(7, 3);
        Draw used = new Draw(7, 3);
        used.unit();
        used.unit();
        assertThat(used.fork("rows").unit()).isEqualTo(fresh.fork("rows").unit());
        assertThat(fresh.fork("rows").unit()).isNotEqualTo(fresh.fork("drugs").unit());
    }

    @Test
    void wholeNumbersReachBothEndsAndNothingBeyond() {
        Draw draw = new Draw(1, 1);
        int[] counts = new int[5];
        for (int trial = 0; trial < 10_000; trial++) {
            counts[draw.between(-2, 2) + 2]++;
        }
        assertThat(IntStream.of(counts).boxed()).allMatch(count -> count > 1_800 && count < 2_200);
    }

    @Test
    void weightsDecideHowOftenAPositionComes() {
        Draw draw = new Draw(1, 2);
        int[] counts = new int[3];
        for (int trial = 0; trial < 10_000; trial++) {
            counts[draw.weighted(new double[] {0, 3, 1})]++;
        }
        assertThat(counts[0]).isZero();
        assertThat(counts[1]).isBetween(7_200, 7_800);
    }
}
