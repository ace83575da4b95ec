package org.osteocohort.source.files;

import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The lines of a part of a text file with their numbers. A line that is too long, or that holds a NUL byte, stops the
 * reading before it fills the memory; no library reader does that and tells the number of the line.
 */
final class TextLines implements AutoCloseable {
    /** Far more than any row of an extract; a longer line is a file of another kind. */
    static final int LONGEST = 1 << 20;

    private static final int BUFFER = 1 << 16;

    private final TextPart part;
    private final int longest;
    private final InputStream bytes;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private long offset;
    private byte[] line = new byte[1 << 10];
    private int length;
    private long number;

    /** Opens the part; its first line is not read yet. */
    TextLines(TextPart part) {
        this(part, LONGEST);
    }

    /** @param longest the most bytes of a line */
    TextLines(TextPart part, int longest) {
        this.part = part;
        this.longest = longest;
        try {
            InputStream raw = new FileInputStream(part.file());
            this.bytes = part.compressed() ? new GZIPInputStream(raw, BUFFER) : raw;
            this.number = part.linesBefore();
            if (part.start() > 0) {
                startAtALine();
            }
        } catch (IOException failure) {
            throw damaged(failure);
        }
    }

    /** A line that began before the part belongs to the part before. */
    private void startAtALine() throws IOException {
        bytes.skipNBytes(part.start() - 1);
        offset = part.start() - 1;
        int first = read();
        number -= first == '\n' ? 1 : 0;
        for (int next = first; next >= 0 && next != '\n'; next = read()) {
            // The rest of somebody else's line.
        }
        number++;
    }

    private int read() throws IOException {
        if (position == limit) {
            limit = bytes.read(buffer);
            position = 0;
            if (limit <= 0) {
                limit = 0;
                return -1;
            }
        }
        offset++;
        return buffer[position++];
    }

    /** Goes to the next line of the part; false when there is none. */
    boolean next() {
        if (!part.compressed() && offset >= part.end()) {
            return false;
        }
        try {
            length = 0;
            int next = read();
            if (next == -1 && limit == 0) {
                return false;
            }
            number++;
            while (next != '\n' && !(next == -1 && limit == 0)) {
                append(next);
                next = read();
            }
            if (length > 0 && line[length - 1] == '\r') {
                length--;
            }
            return true;
        } catch (IOException failure) {
            throw damaged(failure);
        }
    }

    private void append(int next) {
        if (next == 0) {
            throw new DamagedFileException(
                    part.file(), "line " + number + " holds a NUL byte: the file is damaged or is not UTF-8 text");
        }
        if (length == longest) {
            throw new DamagedFileException(
                    part.file(), "line " + number + " is longer than " + longest + " bytes, so this is no such file");
        }
        if (length == line.length) {
            line = Arrays.copyOf(line, Math.min(longest, 2 * length));
        }
        line[length++] = (byte) next;
    }

    /** The bytes of the current line from 0 to {@link #length()}, without the line end; overwritten by the next. */
    byte[] line() {
        return line;
    }

    int length() {
        return length;
    }

    /** Of the current line, counted from 1. */
    long number() {
        return number;
    }

    boolean isBlank() {
        for (int index = 0; index < length; index++) {
            if (line[index] != ' ' && line[index] != '\t') {
                return false;
            }
        }
        return true;
    }

    private DamagedFileException damaged(IOException failure) {
        boolean broken = failure instanceof EOFException || failure instanceof ZipException;
        return new DamagedFileException(part.file(), broken ? FailedRead.BROKEN_OFF : FailedRead.UNREADABLE);
    }

    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException failure) {
            throw damaged(failure);
        }
    }
}
