package org.osteocohort.page.view;

import java.util.List;

/**
 * The numbers behind a chart; the first cell of each line is its heading.
 *
 * @param lines each with as many cells as there are columns
 */
public record DataTable(String caption, List<String> columns, List<List<Cell>> lines) {
    public DataTable {
        columns = List.copyOf(columns);
        lines = lines.stream().map(List::copyOf).toList();
        for (List<Cell> line : lines) {
            if (line.size() != columns.size()) {
                throw new IllegalArgumentException("a line of the table '" + caption + "' has " + line.size()
                        + " cells for " + columns.size() + " columns");
            }
        }
    }

    /** The style of a column's heading: that of its cells. */
    public String style(int column) {
        return lines.stream().allMatch(line -> line.get(column).kind() == Cell.Kind.WORDS) ? "words" : "number";
    }
}
