package org.osteocohort.source.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.osteocohort.source.FaultRule;

/** Takes the cells that are asked for out of a line of delimited text (RFC 4180, without line ends in a cell). */
final class TextCells {
    private static final byte QUOTE = '"';

    private final byte delimiter;
    private final boolean quoted;
    private final int[] targets;
    private final String[] cells;

    /**
     * Cells of lines that all have the same columns.
     *
     * @param targets for each column of the file where its cell goes in {@link #cells()}, or -1 when nobody asks for it
     * @param asked how many cells are asked for
     */
    TextCells(char delimiter, boolean quoted, int[] targets, int asked) {
        this.delimiter = (byte) delimiter;
        this.quoted = quoted;
        this.targets = targets.clone();
        this.cells = new String[asked];
    }

    /** The cells of the line that was split last, null where they are empty. */
    String[] cells() {
        return cells;
    }

    /** Splits a line; tells what is wrong with it as a whole, and then there are no cells. */
    Optional<FaultRule> split(byte[] line, int length) {
        int column = 0;
        int at = 0;
        while (at <= length) {
            boolean inQuotes = quoted && at < length && line[at] == QUOTE;
            int end = inQuotes ? closingQuote(line, at + 1, length) : delimiterFrom(line, at, length);
            if (end < 0) {
                return Optional.of(FaultRule.UNBALANCED_QUOTES);
            }
            if (column == targets.length) {
                return Optional.of(FaultRule.CELL_COUNT);
            }
            if (targets[column] >= 0) {
                Optional<FaultRule> fault = take(line, inQuotes ? at + 1 : at, end, inQuotes, targets[column]);
                if (fault.isPresent()) {
                    return fault;
                }
            }
            column++;
            at = inQuotes ? delimiterFrom(line, end + 1, length) : end;
            if (inQuotes && !blank(line, end + 1, at)) {
                return Optional.of(FaultRule.UNBALANCED_QUOTES);
            }
            at++;
        }
        return column == targets.length ? Optional.empty() : Optional.of(FaultRule.CELL_COUNT);
    }

    private int delimiterFrom(byte[] line, int from, int length) {
        int at = from;
        while (at < length && line[at] != delimiter) {
            at++;
        }
        return at;
    }

    /** Where the quotation ends; two marks within it are one. Negative when it does not end. */
    private static int closingQuote(byte[] line, int from, int length) {
        for (int at = from; at < length; at++) {
            if (line[at] == QUOTE) {
                if (at + 1 == length || line[at + 1] != QUOTE) {
                    return at;
                }
                at++;
            }
        }
        return -1;
    }

    private static boolean blank(byte[] line, int from, int to) {
        for (int at = from; at < to; at++) {
            if (line[at] != ' ') {
                return false;
            }
        }
        return true;
    }

    private Optional<FaultRule> take(byte[] line, int from, int to, boolean inQuotes, int target) {
        cells[target] = null;
        if (from == to) {
            return Optional.empty();
        }
        try {
            String cell = isAscii(line, from, to)
                    ? new String(line, from, to - from, StandardCharsets.ISO_8859_1)
                    : StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(line, from, to - from))
                            .toString();
            cells[target] = inQuotes ? cell.replace("\"\"", "\"") : cell;
            return Optional.empty();
        } catch (CharacterCodingException otherEncoding) {
            return Optional.of(FaultRule.NOT_UTF8);
        }
    }

    private static boolean isAscii(byte[] line, int from, int to) {
        for (int at = from; at < to; at++) {
            if (line[at] < 0) {
                return false;
            }
        }
        return true;
    }
}
