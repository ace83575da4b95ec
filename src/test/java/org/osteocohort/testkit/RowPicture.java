package org.osteocohort.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osteocohort.table.Column;
import org.osteocohort.table.ColumnType;
import org.osteocohort.table.Table;

/** Tables as text: a line of column names, then a line for each row, columns separated by bars, nulls as a dash. */
public final class RowPicture {
    private static final String NULL = "-";

    private RowPicture() {}

    /** The rows of a text table, each as column to value; a dash is null. */
    public static List<Map<String, String>> parse(String text) {
        List<String> lines = lines(text);
        List<String> columns = cells(lines.get(0));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            if (cells.size() != columns.size()) {
                throw new IllegalArgumentException("a row of the picture has another number of columns: " + line);
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int place = 0; place < columns.size(); place++) {
                row.put(columns.get(place), cells.get(place).equals(NULL) ? null : cells.get(place));
            }
            rows.add(row);
        }
        return rows;
    }

    /** Rows drawn with some columns; those left out are {@code all} when they are text, else null. */
    public static <R extends Record> List<R> rows(Table<R> table, String text) {
        return parse(text).stream()
                .map(cells -> table.row(table.columns().stream()
                        .map(column -> value(column, cells))
                        .toArray()))
                .toList();
    }

    private static Object value(Column column, Map<String, String> cells) {
        if (!cells.containsKey(column.name())) {
            return column.type() == ColumnType.TEXT ? "all" : null;
        }
        String text = cells.get(column.name());
        if (text == null) {
            return null;
        }
        return switch (column.type()) {
            case TEXT -> text;
            case INTEGER -> Integer.valueOf(text);
            case LONG -> Long.valueOf(text);
            case DOUBLE -> Double.valueOf(text);
            case BOOLEAN -> Boolean.valueOf(text);
            case DATE -> LocalDate.parse(text);
        };
    }

    /** The same text without alignment, for comparison. */
    public static String plain(String text) {
        return lines(text).stream().map(line -> String.join(" | ", cells(line))).collect(Collectors.joining("\n"));
    }

    /** Rows drawn with these columns, without alignment. */
    public static <R extends Record> String of(Table<R> table, List<R> rows, String columns) {
        List<String> names = table.columns().stream().map(Column::name).toList();
        List<String> chosen = cells(columns);
        List<String> lines = new ArrayList<>(List.of(String.join(" | ", chosen)));
        for (R row : rows) {
            Object[] values = table.values(row);
            lines.add(chosen.stream()
                    .map(name -> values[names.indexOf(name)])
                    .map(value -> value == null ? NULL : value.toString())
                    .collect(Collectors.joining(" | ")));
        }
        return String.join("\n", lines);
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    }
}
