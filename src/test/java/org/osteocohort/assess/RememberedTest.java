package org.osteocohort.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

class RememberedTest {
    /** Writes each row into the bytes of the one before. */
    private static final UnsafeProjection ROWS =
            UnsafeProjection.create(new StructType().add("text", DataTypes.StringType));

    private final List<String> workedOut = new ArrayList<>();
    private final Remembered<String> remembered = new Remembered<>(text -> {
        workedOut.add(text);
        return text.toLowerCase();
    });

    @Test
    void eachTextIsWorkedOutOnceThoughSparkReadsTheNextIntoItsBytes() {
        List<String> meanings = new ArrayList<>();
        for (String text : List.of("A", "A", "B", "A", "B", "B", "C", "A")) {
            meanings.add(remembered.of(row(text), 0));
        }
        assertThat(meanings).containsExactly("a", "a", "b", "a", "b", "b", "c", "a");
        assertThat(workedOut).containsExactly("A", "B", "C");
    }

    @Test
    void nothingMeansNothing() {
        assertThat(remembered.of(row(null), 0)).isNull();
        assertThat(workedOut).isEmpty();
    }

    private static UnsafeRow row(String text) {
        return ROWS.apply(new GenericInternalRow(new Object[] {UTF8String.fromString(text)}));
    }
}
