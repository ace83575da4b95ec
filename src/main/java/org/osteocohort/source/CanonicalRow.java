package org.osteocohort.source;

import java.util.Arrays;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Builds a row of {@link CanonicalRows}, or a part of one, field by field; what is not given is null. */
public final class CanonicalRow {
    private final StructType type;
    private final Object[] values;

    private CanonicalRow(StructType type) {
        this.type = type;
        this.values = new Object[type.length()];
    }

    /** A part, such as {@link CanonicalRows#EVENT_TYPE}, or the whole, {@link CanonicalRows#SCHEMA}. */
    public static CanonicalRow part(StructType type) {
        return new CanonicalRow(type);
    }

    /** @throws IllegalArgumentException when there is no such field */
    public CanonicalRow with(String field, Object value) {
        values[type.fieldIndex(field)] = value;
        return this;
    }

    /** The row as it is now. */
    public Row row() {
        return RowFactory.create(Arrays.copyOf(values, values.length));
    }
}
