package org.osteocohort.table;

import java.time.LocalDate;
import java.util.Map;

/** The six types a column may have. Any column may be null. */
public enum ColumnType {
    TEXT,
    INTEGER,
    LONG,
    DOUBLE,
    BOOLEAN,
    DATE;

    private static final Map<Class<?>, ColumnType> BY_CLASS = Map.ofEntries(
            Map.entry(String.class, TEXT),
            Map.entry(Integer.class, INTEGER),
            Map.entry(int.class, INTEGER),
            Map.entry(Long.class, LONG),
            Map.entry(long.class, LONG),
            Map.entry(Double.class, DOUBLE),
            Map.entry(double.class, DOUBLE),
            Map.entry(Boolean.class, BOOLEAN),
            Map.entry(boolean.class, BOOLEAN),
            Map.entry(LocalDate.class, DATE));

    static ColumnType of(Class<?> type) {
        ColumnType columnType = BY_CLASS.get(type);
        if (columnType == null) {
            throw new IllegalArgumentException("no column type for " + type.getName());
        }
        return columnType;
    }
}
