package org.osteocohort.source;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.objects.Invoke;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.ObjectType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Calls Java from the code that Spark makes of a query, with values as Spark itself holds them: for what is asked of every
 * row of an extract. A user-defined function would box each number and make a String of each text and back, which costs
 * more than the answer. A text that is kept must be copied, since Spark uses its bytes for the next row; a clone may share
 * them.
 */
public final class DirectCall {
    /** Answers with a number; 0 is given for a number that is null. */
    public interface OfNumbers extends Serializable {
        int answer(long first, long second);
    }

    /** Answers yes or no; of null the answer is null. */
    public interface OfText extends Serializable {
        boolean holds(UTF8String text);
    }

    /** Answers with a text or null; of null the answer is null. */
    public interface Rewording extends Serializable {
        UTF8String reword(UTF8String text);
    }

    /** Answers with a text that nobody changes; of null the answer is null. */
    public interface Writing extends Serializable {
        UTF8String write(long number);
    }

    /** Answers with a row that nobody changes. */
    public interface RowByNumber extends Serializable {
        InternalRow row(int number);
    }

    private DirectCall() {}

    public static Column of(OfNumbers question, Column first, Column second) {
        return call(question, OfNumbers.class, "answer", DataTypes.IntegerType, orZero(first), orZero(second));
    }

    public static Column of(OfText question, Column text) {
        return call(question, OfText.class, "holds", DataTypes.BooleanType, text);
    }

    public static Column of(Rewording question, Column text) {
        return call(question, Rewording.class, "reword", DataTypes.StringType, text);
    }

    public static Column of(Writing question, Column number) {
        return call(question, Writing.class, "write", DataTypes.StringType, number);
    }

    /** @param type of the rows */
    public static Column of(RowByNumber question, StructType type, Column number) {
        return call(question, RowByNumber.class, "row", type, number);
    }

    private static Column orZero(Column number) {
        return coalesce(number, lit(0L));
    }

    private static Column call(Object callee, Class<?> as, String method, DataType type, Column... arguments) {
        List<Expression> expressions =
                Stream.of(arguments).map(ExpressionUtils::expression).toList();
        return ExpressionUtils.column(new Invoke(
                new Literal(callee, new ObjectType(as)),
                method,
                type,
                CollectionConverters.asScala(expressions).toSeq(),
                CollectionConverters.asScala(List.<org.apache.spark.sql.types.AbstractDataType>of())
                        .toSeq(),
                true,
                true,
                true));
    }
}
