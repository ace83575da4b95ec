package org.osteocohort.parquet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osteocohort.table.Column;
import org.osteocohort.table.ColumnType;
import org.osteocohort.table.Table;

/**
 * What a file says of itself: key-value pairs of its footer, the same for every file of a table. Parquet has no column
 * comments of its own; Spark keeps its own in a key that it reads back, and others find them in {@value #COLUMNS}.
 */
final class FooterDescription {
    static final String TABLE = "osteocohort.table";
    static final String GRAIN = "osteocohort.grain";
    /** A JSON list of name, type, unit, meaning and source. */
    static final String COLUMNS = "osteocohort.columns";

    private static final String OF_SPARK = "org.apache.spark.sql.parquet.row.metadata";
    private static final ObjectMapper JSON = new ObjectMapper();

    private FooterDescription() {}

    static Map<String, String> of(Table<?> table) {
        Map<String, String> pairs = new LinkedHashMap<>();
        pairs.put(TABLE, table.name());
        pairs.put(GRAIN, table.grain());
        pairs.put(COLUMNS, text(ColumnDictionary.of(table)));
        pairs.put(OF_SPARK, text(sparkSchema(table)));
        return pairs;
    }

    /** The columns as Spark writes a schema down. */
    private static ObjectNode sparkSchema(Table<?> table) {
        ObjectNode schema = JSON.createObjectNode().put("type", "struct");
        ArrayNode fields = schema.putArray("fields");
        for (Column column : table.columns()) {
            String unit = column.unit().isEmpty() ? "" : " [" + column.unit() + "]";
            fields.addObject()
                    .put("name", column.name())
                    .put("type", sparkType(column.type()))
                    .put("nullable", true)
                    .putObject("metadata")
                    .put("comment", column.meaning() + unit);
        }
        return schema;
    }

    private static String sparkType(ColumnType type) {
        return switch (type) {
            case TEXT -> "string";
            case INTEGER -> "integer";
            case LONG -> "long";
            case DOUBLE -> "double";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
        };
    }

    private static String text(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException("a table cannot be described", exception);
        }
    }
}
