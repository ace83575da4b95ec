package org.osteocohort.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private final List<String> workedOut = new ArrayList<>();
    private final Remembered<String> remembered = new Remembered<>(text -> {
        workedOut.add(text);
        return text.toLowerCase();
    });

    @Test
    void eachTextIsWorkedOutOnceThoughSparkReadsTheNextIntoItsBytes() {
        byte[] bytes = new byte[1];
        List<String> meanings = new ArrayList<>();
        for (String text : List.of("A", "A", "B", "A", "B", "B", "C", "A")) {
            System.arraycopy(text.getBytes(StandardCharsets.UTF_8), 0, bytes, 0, bytes.length);
            meanings.add(remembered.of(row(UTF8String.fromBytes(bytes)), 0));
        }
        assertThat(meanings).containsExactly("a", "a", "b", "a", "b", "b", "c", "a");
        assertThat(workedOut).containsExactly("A", "B", "C");
    }

    @Test
    void nothingMeansNothing() {
        assertThat(remembered.of(row(null), 0)).isNull();
        assertThat(workedOut).isEmpty();
    }

    private static InternalRow row(UTF8String text) {
        return new GenericInternalRow(new Object[] {text});
    }
}
