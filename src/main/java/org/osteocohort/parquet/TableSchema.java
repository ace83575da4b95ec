package org.osteocohort.parquet;

import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.osteocohort.table.Column;
import org.osteocohort.table.ColumnType;
import org.osteocohort.table.Table;

/** The Parquet schema of a table, the same for writing and reading; every column may be null. */
final class TableSchema {
    private TableSchema() {}

    static MessageType of(Table<?> table) {
        Types.MessageTypeBuilder message = Types.buildMessage();
        for (Column column : table.columns()) {
            PrimitiveTypeName type = primitive(column.type());
            LogicalTypeAnnotation logical = logical(column.type());
            if (logical == null) {
                message.addField(Types.optional(type).named(column.name()));
            } else {
                message.addField(Types.optional(type).as(logical).named(column.name()));
            }
        }
        return message.named(table.name());
    }

    private static PrimitiveTypeName primitive(ColumnType type) {
        return switch (type) {
            case TEXT -> PrimitiveTypeName.BINARY;
            case INTEGER, DATE -> PrimitiveTypeName.INT32;
            case LONG -> PrimitiveTypeName.INT64;
            case DOUBLE -> PrimitiveTypeName.DOUBLE;
            case BOOLEAN -> PrimitiveTypeName.BOOLEAN;
        };
    }

    private static LogicalTypeAnnotation logical(ColumnType type) {
        return switch (type) {
            case TEXT -> LogicalTypeAnnotation.stringType();
            case DATE -> LogicalTypeAnnotation.dateType();
            case INTEGER, LONG, DOUBLE, BOOLEAN -> null;
        };
    }
}
