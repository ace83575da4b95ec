package org.osteocohort.table;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A table whose rows are records of one class; the record's components are the columns, in order.
 *
 * @param <R> the row
 */
public final class Table<R extends Record> {
    private final String name;
    private final String grain;
    private final Class<R> rowType;
    private final List<Column> columns;
    private final RecordComponent[] components;

    private Table(String name, String grain, Class<R> rowType) {
        this.name = name;
        this.grain = grain;
        this.rowType = rowType;
        this.components = rowType.getRecordComponents();
        List<Column> described = new ArrayList<>();
        for (RecordComponent component : components) {
            component.getAccessor().setAccessible(true);
            described.add(column(component));
        }
        this.columns = List.copyOf(described);
    }

    /** The table of this name; {@code grain} says what one row is. */
    public static <R extends Record> Table<R> of(String name, String grain, Class<R> rowType) {
        return new Table<>(name, grain, rowType);
    }

    private static Column column(RecordComponent component) {
        Meaning meaning = component.getAnnotation(Meaning.class);
        if (meaning == null) {
            throw new IllegalArgumentException(component + " of " + component.getDeclaringRecord() + " has no meaning");
        }
        return new Column(
                snakeCase(component.getName()),
                ColumnType.of(component.getType()),
                meaning.unit(),
                meaning.value(),
                meaning.source(),
                meaning.since());
    }

    /** {@code bmdGCm2} becomes {@code bmd_g_cm2}. */
    static String snakeCase(String name) {
        return name.replaceAll("(\\p{Lower}|\\d)(\\p{Upper})", "$1_$2")
                .replaceAll("(\\p{Upper})(\\p{Upper})", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }

    public String name() {
        return name;
    }

    public String grain() {
        return grain;
    }

    public Class<R> rowType() {
        return rowType;
    }

    public List<Column> columns() {
        return columns;
    }

    /** The row's values in column order. */
    public Object[] values(R row) {
        Object[] values = new Object[components.length];
        for (int position = 0; position < components.length; position++) {
            try {
                values[position] = components[position].getAccessor().invoke(row);
            } catch (IllegalAccessException | InvocationTargetException exception) {
                throw new IllegalStateException("cannot read " + components[position], exception);
            }
        }
        return values;
    }

    /** The row with these values, given in column order. */
    public R row(Object... values) {
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<R> constructor = rowType.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException exception) {
            throw new IllegalStateException("cannot make a row of " + name, exception);
        }
    }
}
