package org.osteocohort.source.files;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.osteocohort.source.FaultRule;

/** The rows of a part of a delimited file: the cells asked for, then file, line and what is wrong with the line. */
final class TextRows implements Iterator<Row> {
    /** Cells behind those asked for: file, line and what is wrong. */
    static final int EXTRA = 3;

    private static final String ROW_COUNT = "affected)";

    private final TextPart part;
    private final TextLines lines;
    private final TextCells cells;
    private final byte delimiter;
    private boolean ahead;
    private boolean afterHeader;
    private boolean ruled;

    TextRows(TextPart part, TextCells cells, char delimiter) {
        this.part = part;
        this.cells = cells;
        this.delimiter = (byte) delimiter;
        this.lines = new TextLines(part);
        if (part.start() == 0) {
            nextThatSaysSomething();
            afterHeader = true;
        }
        this.ahead = nextThatSaysSomething();
    }

    private boolean nextThatSaysSomething() {
        boolean found = lines.next();
        while (found && (lines.isBlank() || isRule() || isRowCount())) {
            found = lines.next();
        }
        afterHeader = false;
        if (!found) {
            lines.close();
        }
        return found;
    }

    /** Some databases draw a line of dashes under the header. */
    private boolean isRule() {
        boolean rule = afterHeader && onlyDashes();
        ruled = ruled || rule;
        return rule;
    }

    /** The same databases say at the end of the file how many rows they wrote: {@code (12 rows affected)}. */
    private boolean isRowCount() {
        return ruled
                && lines.line()[0] == '('
                && new String(lines.line(), 0, lines.length(), StandardCharsets.UTF_8)
                        .strip()
                        .endsWith(ROW_COUNT);
    }

    private boolean onlyDashes() {
        for (int index = 0; index < lines.length(); index++) {
            byte mark = lines.line()[index];
            if (mark != '-' && mark != ' ' && mark != delimiter) {
                return false;
            }
        }
        return lines.line()[0] == '-';
    }

    @Override
    public boolean hasNext() {
        return ahead;
    }

    @Override
    public Row next() {
        if (!ahead) {
            throw new NoSuchElementException();
        }
        Optional<FaultRule> fault = cells.split(lines.line(), lines.length());
        Object[] values = new Object[cells.cells().length + EXTRA];
        if (fault.isEmpty()) {
            System.arraycopy(cells.cells(), 0, values, 0, cells.cells().length);
        }
        values[values.length - EXTRA] = part.name();
        values[values.length - EXTRA + 1] = lines.number();
        values[values.length - 1] = fault.map(FaultRule::label).orElse(null);
        ahead = nextThatSaysSomething();
        return RowFactory.create(values);
    }
}
