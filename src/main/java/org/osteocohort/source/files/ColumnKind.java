package org.osteocohort.source.files;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.osteocohort.source.FaultRule;

/** What a column holds, whatever the files store it as. */
public enum ColumnKind {
    /** An identifier as text: a whole number exactly, without a decimal point, or any other text. */
    IDENTIFIER(DataTypes.StringType, null),
    /** A whole number of any size, such as a concept id. */
    WHOLE(DataTypes.LongType, FaultRule.NOT_A_NUMBER),
    NUMBER(DataTypes.DoubleType, FaultRule.NOT_A_NUMBER),
    /** A calendar day; of a timestamp the day as written. */
    DATE(DataTypes.DateType, FaultRule.NOT_A_DATE),
    TEXT(DataTypes.StringType, null);

    private final DataType type;
    private final FaultRule rule;

    ColumnKind(DataType type, FaultRule rule) {
        this.type = type;
        this.rule = rule;
    }

    /** What is wrong with a cell that is not of this kind; null when every cell is. */
    FaultRule rule() {
        return rule;
    }

    /** The type of the column that a reader gets. */
    DataType type() {
        return type;
    }
}
