package org.osteocohort.source.files;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A table as a format describes it.
 *
 * @param name lower case, as in the file name
 * @param columns the columns to read; all others in the files are ignored
 * @param oneOf of these columns at least one must be there; empty when nothing is asked
 * @param quotedWhenTabbed whether quotation marks quote in tab separated files; false for the vocabulary downloads,
 *     whose names hold bare quotation marks
 */
public record TableShape(String name, List<TableColumn> columns, List<String> oneOf, boolean quotedWhenTabbed) {
    public TableShape {
        Objects.requireNonNull(name, "name");
        columns = List.copyOf(columns);
        oneOf = List.copyOf(oneOf);
    }

    /** Whether a file's column is one to read. */
    boolean reads(String column) {
        String lowerCase = column.toLowerCase(Locale.ROOT);
        return columns.stream().anyMatch(wanted -> wanted.names().contains(lowerCase));
    }

    /** What a file with these columns lacks, in words; empty when nothing. */
    List<String> missingIn(Set<String> present) {
        Set<String> missing = new TreeSet<>();
        for (TableColumn column : columns) {
            if (column.required() && column.names().stream().noneMatch(present::contains)) {
                missing.add(String.join(" or ", column.names()));
            }
        }
        if (!oneOf.isEmpty() && oneOf.stream().noneMatch(present::contains)) {
            missing.add("one of " + String.join(", ", oneOf));
        }
        return List.copyOf(missing);
    }
}
