package org.osteocohort.source.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

/** Each of these texts is found where it is, and nowhere else, whatever stands before it in the row. */
class HeldTextTest {
    private static final List<String> TEXTS =
            Arrays.asList(null, "", "a", "b", "aa", "seven 7", "eight 88", "eight 89", "nine 9999", "ten 99998", "é");

    private static UnsafeRow row(String before, String text) {
        return UnsafeProjection.create(
                        new StructType().add("before", DataTypes.StringType).add("text", DataTypes.StringType))
                .apply(new GenericInternalRow(
                        new Object[] {UTF8String.fromString(before), UTF8String.fromString(text)}));
    }

    @Test
    void aTextIsFoundWhereItIs() {
        List<String> wrong = new ArrayList<>();
        for (String text : TEXTS) {
            HeldText held = HeldText.of(row("x", text), 1);
            for (String other : TEXTS) {
                if (held.isAt(row("something long before", other), 1) != Objects.equals(text, other)) {
                    wrong.add(text + " and " + other);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aTextBeginsTheSameWhereverItStands() {
        for (String text : TEXTS.subList(1, TEXTS.size())) {
            assertThat(HeldText.beginning(row("x", text), 1))
                    .isEqualTo(HeldText.beginning(row("something long before", text), 1));
        }
        assertThat(TEXTS.subList(1, TEXTS.size()).stream().map(text -> HeldText.beginning(row("", text), 1)))
                .doesNotHaveDuplicates();
    }
}
