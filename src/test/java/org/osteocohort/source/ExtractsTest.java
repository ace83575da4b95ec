package org.osteocohort.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Into how many parts children are divided. */
class ExtractsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "15, 1",
        "16, 2",
        "111, 7",
        "112, 8",
        // Beyond eight in steps.
        "128, 10",
        "159, 10",
        "160, 12",
        "1600, 112",
        "1791, 112",
        "1792, 128",
        "100000, 7168",
        "1000000, 10000",
    })
    void anExtractOfSoManyMegabytesHasSoManyParts(long megabytes, int parts) {
        assertThat(Extracts.partitions(megabytes << 20)).isEqualTo(parts);
    }
}
