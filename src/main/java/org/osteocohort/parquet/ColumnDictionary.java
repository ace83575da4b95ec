package org.osteocohort.parquet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Locale;
import org.osteocohort.table.Column;
import org.osteocohort.table.Table;

/** The columns of a table with all that is known of them, the same in every file's footer and in the data dictionary. */
public final class ColumnDictionary {
    private ColumnDictionary() {}

    /** For each column its name, type, unit, meaning and source. */
    public static ArrayNode of(Table<?> table) {
        ArrayNode columns = JsonNodeFactory.instance.arrayNode();
        for (Column column : table.columns()) {
            columns.addObject()
                    .put("name", column.name())
                    .put("type", column.type().name().toLowerCase(Locale.ROOT))
                    .put("unit", column.unit())
                    .put("meaning", column.meaning())
                    .put("source", column.source());
        }
        return columns;
    }
}
