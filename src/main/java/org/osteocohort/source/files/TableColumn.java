package org.osteocohort.source.files;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One column that a reader asks for.
 *
 * @param name lower case
 * @param required whether a table without it is refused; an optional column that is absent is null
 * @param filled whether a row without a value in it means nothing
 * @param otherNames columns to take the value from where the first is absent or null, in this order
 */
public record TableColumn(String name, ColumnKind kind, boolean required, boolean filled, List<String> otherNames) {
    public TableColumn {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        otherNames = List.copyOf(otherNames);
    }

    /** A column that must be there, with a value in every row: a row without one is a fault. */
    public static TableColumn filled(String name, ColumnKind kind, String... otherNames) {
        return new TableColumn(name, kind, true, true, List.of(otherNames));
    }

    /** A column that must be there, though not every row needs a value. */
    public static TableColumn required(String name, ColumnKind kind, String... otherNames) {
        return new TableColumn(name, kind, true, false, List.of(otherNames));
    }

    public static TableColumn optional(String name, ColumnKind kind, String... otherNames) {
        return new TableColumn(name, kind, false, false, List.of(otherNames));
    }

    /** Every name it may stand under in a file. */
    List<String> names() {
        return Stream.concat(Stream.of(name), otherNames.stream()).toList();
    }
}
