package org.osteocohort.testkit;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osteocohort.generate.ExtractGenerator;
import org.osteocohort.generate.GenerateOptions;
import org.osteocohort.publish.OutputFolder;

/**
 * An extract of invented children whose identifiers and results occur nowhere else, so that one of them in a log, a
 * message or a report can be found, as can every date of the children; and the job that studies it.
 */
public final class TraceableExtract {
    /** Identifiers of children begin with these digits, and no other number that a run writes does. */
    private static final long FIRST_PERSON = 880_700_000_000L;

    private static final Pattern PERSON = Pattern.compile("(?<![0-9])8807\\d{8}(?![0-9])");

    /** Every result ends so behind its first decimal, and no other number does. */
    private static final String END_OF_VALUE = "0.0008807";

    private static final String EVENT_LOG_ENDING = ".zstd";

    private static final Pattern VALUE = Pattern.compile("\\d\\.\\d008807");
    private static final Pattern DATE = Pattern.compile("(?<![0-9])\\d{4}-\\d{2}-\\d{2}(?![0-9])");
    /** The job and the reports name the days on which years begin and end, whoever is born on them. */
    private static final Pattern OF_A_YEAR = Pattern.compile("\\d{4}-(01-01|12-31)");

    private final Path folder;
    private final Set<String> identifiers;
    private final Set<String> dates;

    private TraceableExtract(Path folder, Set<String> identifiers, Set<String> dates) {
        this.folder = folder;
        this.identifiers = identifiers;
        this.dates = dates;
    }

    /** Writes the extract and its job file. */
    public static TraceableExtract write(Path folder, int children, long rowsPerFile) throws IOException, SQLException {
        GenerateOptions usual = GenerateOptions.usual(children, 20_261_123, folder.resolve("generated"));
        GenerateOptions options = new GenerateOptions(
                children,
                usual.seed(),
                usual.output(),
                usual.format(),
                usual.files(),
                usual.profile(),
                usual.site(),
                usual.window(),
                usual.eventsPerPatient(),
                rowsPerFile);
        ExtractGenerator.generate(options);
        DuckDb duckDb = new DuckDb();
        for (Path file : parquet(options.extract())) {
            shift(duckDb, file, folder.resolve("omop").resolve(options.extract().relativize(file)));
        }
        Set<String> persons = new HashSet<>();
        Set<String> dates = new HashSet<>();
        for (Path file : parquet(folder.resolve("omop"))) {
            if (folder.resolve("omop").relativize(file).toString().matches("person[./].*")) {
                persons.addAll(duckDb.rows("SELECT person_id FROM '" + file + "'"));
                dates.addAll(duckDb.rows(
                        "SELECT make_date(year_of_birth, month_of_birth, day_of_birth) FROM '" + file + "'"));
            }
            if (columns(duckDb, file).stream().anyMatch(column -> column.startsWith("person_id "))) {
                dates.addAll(datesOf(duckDb, file));
            }
        }
        dates.removeIf(
                date -> !DATE.matcher(date).matches() || OF_A_YEAR.matcher(date).matches());
        Path job = folder.resolve("job.yaml");
        Path study = ShippedStudy.FOLDER.toAbsolutePath();
        Files.writeString(job, """
                name: faults
                extracts:
                  - {site: sample, format: omop, path: omop, deidentification: limited-data-set}
                study: {start: 2016-01-01, end: 2023-12-31}
                codeSets: %1$s/codes
                localCodes: %1$s/sample-local-codes.csv
                phenotypes: [%1$s/phenotypes/iscd-2019.yaml]
                # Few cells: what the reports count is not what these tests are about.
                reports: {periods: [study], strata: [sex]}
                output: output
                """.formatted(study));
        return new TraceableExtract(folder, persons, dates);
    }

    private static void shift(DuckDb duckDb, Path from, Path to) throws IOException, SQLException {
        Files.createDirectories(to.getParent());
        List<String> replaced = new ArrayList<>();
        for (String column : columns(duckDb, from)) {
            if (column.startsWith("person_id ")) {
                replaced.add("person_id + " + FIRST_PERSON + " AS person_id");
            } else if (column.startsWith("value_as_number ")) {
                String value = "round(value_as_number, 1)";
                replaced.add("CASE WHEN value_as_number < 0 THEN " + value + " - " + END_OF_VALUE + " ELSE " + value
                        + " + " + END_OF_VALUE + " END AS value_as_number");
            }
        }
        String columns = replaced.isEmpty() ? "*" : "* REPLACE (" + String.join(", ", replaced) + ")";
        duckDb.execute("COPY (SELECT " + columns + " FROM '" + from + "') TO '" + to + "' (FORMAT parquet)");
    }

    /** Name and type of each column. */
    private static List<String> columns(DuckDb duckDb, Path file) throws SQLException {
        return duckDb.rows("DESCRIBE SELECT * FROM '" + file + "'");
    }

    private static List<String> datesOf(DuckDb duckDb, Path file) throws SQLException {
        List<String> dates = new ArrayList<>();
        for (String column : columns(duckDb, file)) {
            String[] nameAndType = column.split(" \\| ");
            if (nameAndType[1].equals("DATE")) {
                dates.addAll(duckDb.rows("SELECT DISTINCT " + nameAndType[0] + " FROM '" + file + "'"));
            }
        }
        return dates;
    }

    private static List<Path> parquet(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(".parquet"))
                    .sorted()
                    .toList();
        }
    }

    public Path job() {
        return folder.resolve("job.yaml");
    }

    public Path output() {
        return folder.resolve("output");
    }

    public Path omop() {
        return folder.resolve("omop");
    }

    /**
     * Every place below a folder at which an identifier, a result or a date of a child stands. Restricted tables and
     * the cache, which hold children, are not looked at.
     */
    public List<String> leaksBelow(Path place) throws IOException, SQLException {
        List<String> leaks = new ArrayList<>();
        for (Path file : shared(place)) {
            String text = text(file);
            find(PERSON, identifiers::contains, text, file + ": identifier", leaks);
            find(DATE, dates::contains, text, file + ": date", leaks);
            find(VALUE, value -> true, text, file + ": value", leaks);
        }
        return leaks;
    }

    /** All that is looked through, so that a test can tell that something is. */
    public static String textBelow(Path place) throws IOException, SQLException {
        StringBuilder text = new StringBuilder();
        for (Path file : shared(place)) {
            text.append(text(file)).append('\n');
        }
        return text.toString();
    }

    private static List<Path> shared(Path place) throws IOException {
        try (Stream<Path> paths = Files.walk(place)) {
            return paths.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("/restricted/")
                            && !file.toString().contains("/" + OutputFolder.CACHE + "/"))
                    .sorted()
                    .toList();
        }
    }

    private static void find(
            Pattern shape, Predicate<String> ofTheChildren, String text, String what, List<String> leaks) {
        Matcher found = shape.matcher(text);
        while (found.find()) {
            if (ofTheChildren.test(found.group())) {
                leaks.add(what + " at " + found.start());
            }
        }
    }

    /** Parquet and Spark's event logs are compressed, so another reader unpacks them. */
    private static String text(Path file) throws IOException, SQLException {
        if (file.toString().endsWith(".parquet")) {
            return String.join("\n", new DuckDb().rows("SELECT * FROM '" + file + "'"));
        }
        byte[] bytes = file.toString().endsWith(EVENT_LOG_ENDING) ? unpacked(file) : Files.readAllBytes(file);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** The log of a program that was killed breaks off. */
    private static byte[] unpacked(Path eventLog) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream packed = Files.newInputStream(eventLog);
                ZstdInputStream unpacking = new ZstdInputStream(packed).setContinuous(true)) {
            unpacking.transferTo(bytes);
        }
        return bytes.toByteArray();
    }
}
