package org.osteocohort.statistics;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.osteocohort.problem.BadJobException;
import org.osteocohort.problem.PlainName;
import org.osteocohort.problem.Problem;
import org.osteocohort.statistics.StandardPopulation.AgeGroup;

/** A standard population as CSV, read with all its mistakes gathered. */
final class StandardPopulationFile {
    private static final List<String> COLUMNS = List.of("standard", "age_from", "age_to", "weight");

    private static final int OLDEST = 150;

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .setCommentMarker('#')
            .get();

    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final List<AgeGroup> groups = new ArrayList<>();
    private String name;
    private String place;

    /** The last age of the row before; null when there is none or it cannot be read. */
    private Integer lastAge;

    private StandardPopulationFile(Path file) {
        this.file = file.toString();
        this.place = this.file;
    }

    static StandardPopulation read(Path file) {
        StandardPopulationFile standard = new StandardPopulationFile(file);
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser rows = CSVParser.parse(text, FORMAT)) {
            standard.read(rows);
        } catch (IOException | UncheckedIOException | IllegalArgumentException exception) {
            standard.problem("the file cannot be read as CSV in UTF-8");
        }
        if (!standard.problems.isEmpty()) {
            throw new BadJobException(standard.problems);
        }
        return new StandardPopulation(standard.name, standard.groups);
    }

    private void read(CSVParser rows) {
        List<String> missing = new ArrayList<>(COLUMNS);
        missing.removeAll(rows.getHeaderNames());
        if (!missing.isEmpty()) {
            problem("the header lacks " + String.join(", ", missing));
            return;
        }
        for (CSVRecord row : rows) {
            place = file + " line " + rows.getCurrentLineNumber();
            if (row.isConsistent()) {
                readGroup(row);
            } else {
                problem("the line has " + row.size() + " fields, not "
                        + rows.getHeaderNames().size());
            }
        }
        if (rows.getRecordNumber() == 0) {
            problem("the file holds no row");
        }
    }

    private void readGroup(CSVRecord row) {
        readName(row.get("standard"));
        Integer first = age(row, "age_from");
        Integer last = age(row, "age_to");
        Double weight = weight(row);
        if (first == null || last == null) {
            lastAge = null;
            return;
        }
        if (last < first) {
            problem("age_to is below age_from");
        } else if (lastAge != null && first != lastAge + 1) {
            problem("age_from does not follow the age_to before it, expected groups in order without gap or overlap");
        } else if (weight != null) {
            groups.add(new AgeGroup(new AgeBand(first, last), weight));
        }
        lastAge = last;
    }

    private void readName(String standard) {
        if (standard.isEmpty()) {
            problem("standard is blank");
        } else if (!PlainName.isPlain(standard)) {
            problem("standard is '" + standard + "', expected " + PlainName.EXPECTED);
        } else if (name == null) {
            name = standard;
        } else if (!name.equals(standard)) {
            problem("the file mixes " + name + " and " + standard + ", expected one standard");
        }
    }

    /** Null, and a problem, when the cell holds no age in whole years. */
    private Integer age(CSVRecord row, String column) {
        try {
            int age = Integer.parseInt(row.get(column));
            if (age >= 0 && age <= OLDEST) {
                return age;
            }
        } catch (NumberFormatException exception) {
            // Told below, as for an age that nobody reaches.
        }
        problem(column + " is '" + row.get(column) + "', expected whole years from 0 to " + OLDEST);
        return null;
    }

    /** Null, and a problem, when the cell holds no weight. */
    private Double weight(CSVRecord row) {
        try {
            double weight = Double.parseDouble(row.get("weight"));
            if (Double.isFinite(weight) && weight > 0) {
                return weight;
            }
        } catch (NumberFormatException exception) {
            // Told below, as for a number that is no weight.
        }
        problem("weight is '" + row.get("weight") + "', expected a number above zero");
        return null;
    }

    private void problem(String what) {
        problems.add(new Problem(place, what));
    }
}
