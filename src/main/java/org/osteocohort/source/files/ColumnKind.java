package org.osteocohort.source.files;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** What a column holds, whatever the files store it as. */
public enum ColumnKind {
    /** An identifier as text: a whole number exactly, without a decimal point, or any other text. */
    IDENTIFIER(DataTypes.StringType),
    /** A whole number of any size, such as a concept id. */
    WHOLE(DataTypes.LongType),
    NUMBER(DataTypes.DoubleType),
    /** A calendar day; of a timestamp the day as written. */
    DATE(DataTypes.DateType),
    TEXT(DataTypes.StringType);

    private final DataType type;

    ColumnKind(DataType type) {
        this.type = type;
    }

    /** The type of the column that a reader gets. */
    DataType type() {
        return type;
    }
}
