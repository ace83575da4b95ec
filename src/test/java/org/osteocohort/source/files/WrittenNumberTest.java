package org.osteocohort.source.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WrittenNumberTest {
    @Test
    void eachNumberIsWrittenWhateverTheOneBefore() {
        WrittenNumber written = new WrittenNumber();
        assertThat(LongStream.of(7, 7, 8, 7, -8, 0, Long.MIN_VALUE).mapToObj(written::write))
                .extracting(Object::toString)
                .containsExactly("7", "7", "8", "7", "-8", "0", "-9223372036854775808");
    }
}
