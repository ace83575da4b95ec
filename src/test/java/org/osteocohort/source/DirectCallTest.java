package org.osteocohort.source;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osteocohort.testkit.SparkExtension;

/** Of the numbers (1, 2), (3, nothing), (nothing, nothing) and the texts "a", nothing, "b". */
@ExtendWith(SparkExtension.class)
class DirectCallTest {
    private static final StructType ONE_NUMBER = new StructType().add("number", DataTypes.IntegerType);

    private static List<String> answers(SparkSession spark, Column asked) {
        StructType type = new StructType()
                .add("one", DataTypes.LongType)
                .add("other", DataTypes.LongType)
                .add("text", DataTypes.StringType)
                .add("place", DataTypes.IntegerType);
        Dataset<Row> rows = spark.createDataFrame(
                List.of(
                        RowFactory.create(1L, 2L, "a", 0),
                        RowFactory.create(3L, null, null, null),
                        RowFactory.create(null, null, "b", 1)),
                type);
        // In a task, and not where the query is planned.
        Row[] answers = (Row[]) rows.repartition(1).select(asked).collect();
        return Stream.of(answers)
                .map(answer -> String.valueOf(answer.get(0)))
                .sorted()
                .toList();
    }

    @Test
    void aNumberThatIsNothingIsGivenAsZero(SparkSession spark) {
        DirectCall.OfNumbers sum = (one, other) -> (int) (10 * one + other);
        assertThat(answers(spark, DirectCall.of(sum, col("one"), col("other")))).containsExactly("0", "12", "30");
    }

    @Test
    void ofATextThatIsNothingTheAnswerIsNothing(SparkSession spark) {
        UTF8String first = UTF8String.fromString("a");
        DirectCall.OfText isFirst = text -> text.equals(first);
        assertThat(answers(spark, DirectCall.of(isFirst, col("text")))).containsExactly("false", "null", "true");
    }

    @Test
    void aTextIsReplacedByAnotherOrByNothing(SparkSession spark) {
        UTF8String first = UTF8String.fromString("a");
        DirectCall.Rewording upper = text -> text.equals(first) ? text.toUpperCase() : null;
        assertThat(answers(spark, DirectCall.of(upper, col("text")))).containsExactly("A", "null", "null");
    }

    @Test
    void aNumberIsAnsweredByARow(SparkSession spark) {
        DirectCall.RowByNumber next = number -> new GenericInternalRow(new Object[] {number + 7});
        assertThat(answers(spark, DirectCall.of(next, ONE_NUMBER, col("place"))))
                .containsExactly("[7]", "[8]", "null");
    }
}
