package org.osteocohort.density;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.osteocohort.problem.BadJobException;
import org.osteocohort.problem.Problem;

/** A reference table that a user supplies as CSV, read with all its mistakes gathered. */
final class ReferenceFile {
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .setCommentMarker('#')
            .get();

    private final String name;
    private final List<Problem> problems = new ArrayList<>();

    private ReferenceFile(String name) {
        this.name = name;
    }

    /** A line of the table and the way to complain about it. */
    final class Line {
        private final CSVRecord cells;
        private final long number;

        private Line(CSVRecord cells, long number) {
            this.cells = cells;
            this.number = number;
        }

        String text(String column) {
            String text = cells.get(column);
            if (text.isEmpty()) {
                problem(column + " is blank");
            }
            return text;
        }

        /** The number in a column; not a number, and a problem, when there is none. */
        double number(String column) {
            try {
                double number = Double.parseDouble(cells.get(column));
                if (Double.isFinite(number)) {
                    return number;
                }
            } catch (NumberFormatException exception) {
                // Told below, as for a number that is not finite.
            }
            problem(column + " is '" + cells.get(column) + "', expected a number");
            return Double.NaN;
        }

        double aboveZero(String column) {
            double number = number(column);
            if (number <= 0) {
                problem(column + " is '" + cells.get(column) + "', expected a number above zero");
                return Double.NaN;
            }
            return number;
        }

        /** The constant that a cell names, ignoring case; null, and a problem, when it names none. */
        <E extends Enum<E>> E oneOf(String column, Class<E> constants) {
            for (E constant : constants.getEnumConstants()) {
                if (constant.name().equalsIgnoreCase(cells.get(column))) {
                    return constant;
                }
            }
            problem(column + " is '" + cells.get(column) + "', expected one of "
                    + List.of(constants.getEnumConstants()));
            return null;
        }

        void problem(String what) {
            problems.add(new Problem(name + " line " + number, what));
        }
    }

    /**
     * Hands over every line of a file.
     *
     * @throws BadJobException with every mistake of the file, those that the reader of lines found included
     */
    static void read(Path file, List<String> columns, Consumer<Line> lines) {
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            read(file.toString(), text, columns, lines);
        } catch (IOException exception) {
            throw new BadJobException(List.of(new Problem(file.toString(), "the file cannot be read")));
        }
    }

    /** The same for text that is open already; the caller closes it. */
    static void read(String name, Reader text, List<String> columns, Consumer<Line> lines) {
        ReferenceFile reference = new ReferenceFile(name);
        reference.read(text, columns, lines);
        if (!reference.problems.isEmpty()) {
            throw new BadJobException(reference.problems);
        }
    }

    private void read(Reader text, List<String> columns, Consumer<Line> lines) {
        try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
            List<String> missing = new ArrayList<>(columns);
            missing.removeAll(parser.getHeaderNames());
            if (!missing.isEmpty()) {
                problems.add(new Problem(name, "the header lacks " + String.join(", ", missing)));
                return;
            }
            long before = parser.getRecordNumber();
            for (CSVRecord cells : parser) {
                Line line = new Line(cells, parser.getCurrentLineNumber());
                if (cells.isConsistent()) {
                    lines.accept(line);
                } else {
                    line.problem("the line has " + cells.size() + " fields, not " + columns.size());
                }
            }
            if (parser.getRecordNumber() == before) {
                problems.add(new Problem(name, "the file holds no row"));
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException exception) {
            problems.add(new Problem(name, "the file cannot be read as CSV in UTF-8"));
        }
    }
}
