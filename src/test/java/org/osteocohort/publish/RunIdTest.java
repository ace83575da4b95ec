package org.osteocohort.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RunIdTest {
    private static final Instant START = Instant.parse("2026-01-02T03:04:05.999Z");

    @Test
    void theNameIsTheStartInUtcAndEightDigitsOfTheJob() {
        assertThat(RunId.of(START, "0123456789abcdef")).isEqualTo("20260102T030405Z-01234567");
    }

    @Test
    void aDigestOfTooFewOrOtherDigitsIsRefused() {
        assertThatThrownBy(() -> RunId.of(START, "0123456")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RunId.of(START, "../../..")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesThatCouldLeaveTheOutputAreNone() {
        assertThat(RunId.isRunId("20260102T030405Z-01234567")).isTrue();
        assertThat(RunId.isRunId("../20260102T030405Z-01234567")).isFalse();
        assertThat(RunId.isRunId("")).isFalse();
    }
}
