package org.osteocohort.source.files;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.position;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.upper;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.osteocohort.source.DirectCall;

/**
 * Brings a stored column to the kind that is asked for. A value that does not fit becomes null and never fails the job:
 * Spark's own message about a value it cannot convert quotes that value.
 */
final class ColumnValues {
    private static final String NUMBER = "^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?$";
    /** A day, alone or before a time of day, which may name a zone; the day as written is the day that is meant. */
    private static final String WRITTEN_DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{1,2}:[0-9]{2}.*)?$";

    private static final String COMPACT_DAY = "^[0-9]{8}$";
    private static final String MONTHS = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";
    /** As SAS and Oracle write days, alone or before a time of day: 25MAY1990, 25MAY1990:08:30:00, 25-MAY-1990. */
    private static final String NAMED_MONTH_DAY =
            "^([0-9]{1,2})-?(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)-?([0-9]{4})([: ][0-9]{1,2}:.*)?$";

    private static final double MICROSECONDS_PER_DAY = 86_400e6;
    private static final double NANOSECONDS_PER_DAY = 86_400e9;
    private static final String TRAILING_ZEROS = "^(-?[0-9]+)\\.0+$";

    private ColumnValues() {}

    static Column of(Column stored, StructField field, ColumnKind kind) {
        DataType type = field.dataType();
        return switch (kind) {
            case IDENTIFIER -> isWhole(type) ? text(stored, type) : withoutPoint(text(stored, type));
            case TEXT -> isWhole(type) || isText(type) ? text(stored, type) : withoutPoint(text(stored, type));
            case WHOLE -> whole(stored, type);
            case NUMBER -> number(stored, type);
            case DATE ->
                field.metadata().contains(ParquetFooter.NANOSECONDS)
                        ? date_from_unix_date(
                                floor(stored.divide(lit(NANOSECONDS_PER_DAY))).try_cast(DataTypes.IntegerType))
                        : date(stored, type);
        };
    }

    /** Whether a cell holds anything but one of the words for nothing, whether or not that is of the kind. */
    static Column isWritten(Column stored, StructField field, ColumnKind kind) {
        DataType type = field.dataType();
        if (isText(type)) {
            return text(stored, type).isNotNull();
        }
        // "Not a number" is how some writers store nothing.
        Column present = stored.isNotNull();
        return isFloating(type) ? present.and(isnan(stored).equalTo(false)) : present;
    }

    private static boolean isText(DataType type) {
        return type.equals(DataTypes.StringType);
    }

    private static boolean isWhole(DataType type) {
        return type.equals(DataTypes.LongType) || type.equals(DataTypes.IntegerType);
    }

    private static boolean isFloating(DataType type) {
        return type.equals(DataTypes.DoubleType) || type.equals(DataTypes.FloatType);
    }

    private static Column text(Column stored, DataType type) {
        if (isText(type)) {
            return DirectCall.of(new WrittenText(), stored);
        }
        if (isFloating(type)) {
            // Through a whole number, since large doubles are written with an exponent.
            Column whole = stored.try_cast(DataTypes.LongType);
            Column exact = when(whole.cast(DataTypes.DoubleType).equalTo(stored), whole.cast(DataTypes.StringType));
            Column other = when(isnan(stored).equalTo(false), stored.cast(DataTypes.StringType));
            return coalesce(exact, other);
        }
        return isWhole(type)
                ? DirectCall.of(new WrittenNumber(), stored.cast(DataTypes.LongType))
                : stored.cast(DataTypes.StringType);
    }

    private static Column withoutPoint(Column text) {
        return regexp_replace(text, TRAILING_ZEROS, "$1");
    }

    /** No regular expression here: this runs on the concept ids of every row of every table. */
    private static Column whole(Column stored, DataType type) {
        if (isWhole(type)) {
            return stored.cast(DataTypes.LongType);
        }
        if (isText(type)) {
            Column digits =
                    when(stored.endsWith(".0"), substring_index(stored, ".", 1)).otherwise(stored);
            return digits.try_cast(DataTypes.LongType);
        }
        boolean convertible = isFloating(type) || type instanceof DecimalType;
        return convertible ? stored.try_cast(DataTypes.LongType) : nothing(DataTypes.LongType);
    }

    private static Column number(Column stored, DataType type) {
        if (isText(type)) {
            Column trimmed = trim(stored);
            return finite(when(trimmed.rlike(NUMBER), trimmed).try_cast(DataTypes.DoubleType));
        }
        if (isFloating(type)) {
            return finite(stored.cast(DataTypes.DoubleType));
        }
        boolean convertible =
                type.equals(DataTypes.LongType) || type.equals(DataTypes.IntegerType) || type instanceof DecimalType;
        return convertible ? stored.cast(DataTypes.DoubleType) : nothing(DataTypes.DoubleType);
    }

    private static Column finite(Column number) {
        return when(number.between(-Double.MAX_VALUE, Double.MAX_VALUE), number);
    }

    private static Column date(Column stored, DataType type) {
        if (type.equals(DataTypes.DateType)) {
            return stored;
        }
        if (type.equals(DataTypes.TimestampNTZType)) {
            return stored.cast(DataTypes.DateType);
        }
        if (type.equals(DataTypes.TimestampType)) {
            // Not a cast: that would move the day with the time zone of the session.
            return date_from_unix_date(
                    floor(unix_micros(stored).divide(lit(MICROSECONDS_PER_DAY))).try_cast(DataTypes.IntegerType));
        }
        Column text = withoutPoint(text(stored, type));
        Column compact = concat_ws("-", substring(text, 1, 4), substring(text, 5, 2), substring(text, 7, 2));
        return when(text.rlike(WRITTEN_DAY), substring(text, 1, 10))
                .when(text.rlike(COMPACT_DAY), compact)
                .when(upper(text).rlike(NAMED_MONTH_DAY), namedMonthDay(upper(text)))
                .try_cast(DataTypes.DateType);
    }

    private static Column namedMonthDay(Column text) {
        Column place = position(regexp_extract(text, NAMED_MONTH_DAY, 2), lit(MONTHS));
        Column month = place.plus(lit(2)).divide(lit(3)).cast(DataTypes.IntegerType);
        return concat_ws(
                "-",
                regexp_extract(text, NAMED_MONTH_DAY, 3),
                twoDigits(month.cast(DataTypes.StringType)),
                twoDigits(regexp_extract(text, NAMED_MONTH_DAY, 1)));
    }

    private static Column twoDigits(Column text) {
        return lpad(text, 2, "0");
    }

    static Column nothing(DataType type) {
        return lit(null).cast(type);
    }
}
