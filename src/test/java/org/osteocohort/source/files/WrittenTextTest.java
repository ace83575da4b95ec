package org.osteocohort.source.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            ignoreLeadingAndTrailingWhitespace = false,
            nullValues = "nothing",
            textBlock = """
            ^^|nothing
              |nothing
            .|nothing
               NA   |nothing
            NULL|nothing
            null|nothing
            \\N|nothing
            ""|nothing
            a|a
             a b |a b
            Na|Na
            NULLS|NULLS
            ..|..
            """)
    void blanksAroundAreTakenAwayAndWordsForNothingAreNothing(String cell, String meant) {
        UTF8String text = new WrittenText().reword(UTF8String.fromString(cell));
        assertThat(text == null ? null : text.toString()).isEqualTo(meant);
    }
}
