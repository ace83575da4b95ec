package org.osteocohort.source.files;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One column that a reader asks for.
 *
 * @param name lower case
 * @param required whether a table without it is refused; an optional column that is absent is null
 * @param otherNames columns to take the value from where the first is absent or null, in this order
 */
public record TableColumn(String name, ColumnKind kind, boolean required, List<String> otherNames) {
    public TableColumn {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        otherNames = List.copyOf(otherNames);
    }

    public static TableColumn required(String name, ColumnKind kind, String... otherNames) {
        return new TableColumn(name, kind, true, List.of(otherNames));
    }

    public static TableColumn optional(String name, ColumnKind kind, String... otherNames) {
        return new TableColumn(name, kind, false, List.of(otherNames));
    }

    /** Every name it may stand under in a file. */
    List<String> names() {
        return Stream.concat(Stream.of(name), otherNames.stream()).toList();
    }
}
