package org.osteocohort.source.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The first line of a text file, read on the driver: letting Spark infer it would cost a job for each table.
 *
 * @param columns in the order of the file, in lower case
 * @param quoted whether quotation marks quote in this file
 */
record TextHeader(char delimiter, List<String> columns, boolean quoted) {
    private static final char[] DELIMITERS = {',', '\t', '|', ';'};
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** What the decoder makes of bytes that are not UTF-8, such as the mark with which UTF-16 begins. */
    private static final char REPLACED = '\uFFFD';

    /** A longer first line is no header; reading on could fill the memory. */
    private static final int LONGEST = 1 << 20;

    /**
     * Reads a header.
     *
     * @param delimiter null to take the one that yields most of the table's columns
     * @throws WrongEncodingException when it is not UTF-8
     * @throws IOException when there is none or the file cannot be read
     */
    static TextHeader read(FileSystem fileSystem, Path file, TableShape shape, Character delimiter) throws IOException {
        String line = firstLine(fileSystem, file);
        if (delimiter != null) {
            return split(line, shape, delimiter);
        }
        TextHeader best = split(line, shape, DELIMITERS[0]);
        for (char candidate : DELIMITERS) {
            TextHeader header = split(line, shape, candidate);
            if (header.known(shape) > best.known(shape)) {
                best = header;
            }
        }
        return best;
    }

    private long known(TableShape shape) {
        return columns.stream().filter(shape::reads).count();
    }

    private static TextHeader split(String line, TableShape shape, char delimiter) throws IOException {
        boolean quoted = line.indexOf('"') >= 0 || delimiter != '\t' || shape.quotedWhenTabbed();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setQuote(quoted ? '"' : null)
                .setIgnoreSurroundingSpaces(true)
                // A wrong candidate leaves text behind a closing quotation mark, which is no mistake of the file.
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
        try (CSVParser parser = CSVParser.parse(line, format)) {
            List<String> columns = parser.getRecords().get(0).stream()
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    .toList();
            return new TextHeader(delimiter, columns, quoted);
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private static String firstLine(FileSystem fileSystem, Path file) throws IOException {
        try (InputStream raw = fileSystem.open(file);
                InputStream bytes = file.getName().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            StringBuilder line = new StringBuilder();
            for (int character = reader.read(); character >= 0; character = reader.read()) {
                boolean ends = character == '\n' || character == '\r';
                if (ends && !line.toString().isBlank()) {
                    return line.toString();
                }
                if (!ends && character != BYTE_ORDER_MARK) {
                    line.append((char) character);
                }
                if (character == 0 || character == REPLACED && line.isEmpty()) {
                    throw new WrongEncodingException();
                }
                if (line.length() > LONGEST) {
                    throw new IOException("no header");
                }
            }
            if (line.toString().isBlank()) {
                throw new IOException("no header");
            }
            return line.toString();
        }
    }
}
