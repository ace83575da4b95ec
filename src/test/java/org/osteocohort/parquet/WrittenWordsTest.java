package org.osteocohort.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrittenWordsTest {
    private final WrittenWords words = new WrittenWords();

    @Test
    void aWordIsMadeOnce() {
        assertThat(words.of("confirmed")).isSameAs(words.of(new String("confirmed")));
        assertThat(words.of("confirmed").toStringUsingUTF8()).isEqualTo("confirmed");
    }

    /** Identifiers are as many as there are children. */
    @Test
    void textsBeyondTheFirstAreWrittenTooButNotKept() {
        for (int number = 0; number < 1000; number++) {
            assertThat(words.of("süd:" + number).toStringUsingUTF8()).isEqualTo("süd:" + number);
        }
        assertThat(words.of("süd:0")).isSameAs(words.of("süd:0"));
        assertThat(words.of("süd:999")).isNotSameAs(words.of("süd:999")).isEqualTo(words.of("süd:999"));
    }

    @Test
    void noLetterIsALetterToo() {
        assertThat(words.of("").length()).isZero();
    }
}
