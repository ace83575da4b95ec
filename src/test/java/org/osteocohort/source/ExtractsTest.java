package org.osteocohort.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Into how many parts children are divided. */
class ExtractsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "31, 1",
        "32, 2",
        "223, 7",
        "224, 8",
        // Beyond eight in steps.
        "256, 10",
        "319, 10",
        "320, 12",
        "3200, 112",
        "3583, 112",
        "3584, 128",
        "100000, 3584",
        "1000000, 10000",
    })
    void anExtractOfSoManyMegabytesHasSoManyParts(long megabytes, int parts) {
        assertThat(Extracts.partitions(megabytes << 20)).isEqualTo(parts);
    }
}
