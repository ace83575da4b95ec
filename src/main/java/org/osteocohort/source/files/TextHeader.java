package org.osteocohort.source.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
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
 * @param underlined whether the next line is one of dashes, as the command line of SQL Server draws it
 */
record TextHeader(char delimiter, List<String> columns, boolean quoted, boolean underlined) {
    private static final char[] DELIMITERS = {',', '\t', '|', ';'};
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** A longer first line is no header; reading on could fill the memory. */
    private static final int LONGEST = 1 << 20;

    private static final Pattern DASHES = Pattern.compile("[-\\s,|;]*-{2}[-\\s,|;]*");

    /**
     * Reads a header.
     *
     * @param delimiter null to take the one that yields most of the table's columns
     * @throws IOException when there is none or the file cannot be read
     */
    static TextHeader read(FileSystem fileSystem, Path file, TableShape shape, Character delimiter) throws IOException {
        List<String> lines = firstLines(fileSystem, file);
        boolean underlined = lines.size() > 1 && DASHES.matcher(lines.get(1)).matches();
        if (delimiter != null) {
            return split(lines.get(0), underlined, shape, delimiter);
        }
        TextHeader best = split(lines.get(0), underlined, shape, DELIMITERS[0]);
        for (char candidate : DELIMITERS) {
            TextHeader header = split(lines.get(0), underlined, shape, candidate);
            if (header.known(shape) > best.known(shape)) {
                best = header;
            }
        }
        return best;
    }

    private long known(TableShape shape) {
        return columns.stream().filter(shape::reads).count();
    }

    private static TextHeader split(String line, boolean underlined, TableShape shape, char delimiter)
            throws IOException {
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
            return new TextHeader(delimiter, columns, quoted, underlined);
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    /** The first two lines that are not blank; of a file with a header only, that one. */
    private static List<String> firstLines(FileSystem fileSystem, Path file) throws IOException {
        try (InputStream raw = fileSystem.open(file);
                InputStream bytes = file.getName().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            List<String> lines = new ArrayList<>();
            String line = line(reader);
            while (line != null && lines.size() < 2) {
                if (!line.isBlank()) {
                    lines.add(line);
                }
                line = line(reader);
            }
            if (lines.isEmpty() || lines.get(0).length() > LONGEST) {
                throw new IOException("no header");
            }
            return lines;
        }
    }

    /** The next line, or the start of a very long one, without a byte order mark; null at the end of the file. */
    private static String line(BufferedReader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        int character = reader.read();
        if (character < 0) {
            return null;
        }
        while (character >= 0 && character != '\n' && character != '\r' && line.length() <= LONGEST) {
            if (character != BYTE_ORDER_MARK) {
                line.append((char) character);
            }
            character = reader.read();
        }
        return line.toString();
    }
}
