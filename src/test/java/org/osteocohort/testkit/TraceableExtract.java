package org.osteocohort.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osteocohort.generate.ExtractGenerator;
import org.osteocohort.generate.GenerateOptions;

/**
 * An extract of invented children whose identifiers occur nowhere else, so that one of them in a log, a message or a
 * report can be found; and the job that studies it.
 */
public final class TraceableExtract {
    /** Identifiers of children begin with these digits, and no other number that a run writes does. */
    private static final long FIRST_PERSON = 880_700_000_000L;

    private static final Pattern PERSON = Pattern.compile("(?<![0-9])8807\\d{8}(?![0-9])");

    private final Path folder;
    private final Set<String> identifiers;

    private TraceableExtract(Path folder, Set<String> identifiers) {
        this.folder = folder;
        this.identifiers = identifiers;
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
        for (Path file : parquet(folder.resolve("omop"))) {
            if (folder.resolve("omop").relativize(file).toString().matches("person[./].*")) {
                persons.addAll(duckDb.rows("SELECT person_id FROM '" + file + "'"));
            }
        }
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
        return new TraceableExtract(folder, persons);
    }

    private static void shift(DuckDb duckDb, Path from, Path to) throws IOException, SQLException {
        Files.createDirectories(to.getParent());
        boolean ofPersons = duckDb.rows("DESCRIBE SELECT * FROM '" + from + "'").stream()
                .anyMatch(column -> column.startsWith("person_id "));
        String columns = ofPersons ? "* REPLACE (person_id + " + FIRST_PERSON + " AS person_id)" : "*";
        duckDb.execute("COPY (SELECT " + columns + " FROM '" + from + "') TO '" + to + "' (FORMAT parquet)");
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

    /** Every place below a folder at which an identifier of a child stands; restricted tables are not looked at. */
    public List<String> leaksBelow(Path place) throws IOException, SQLException {
        List<String> leaks = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> paths = Files.walk(place)) {
            files = paths.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("/restricted/"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            Matcher found = PERSON.matcher(text(file));
            while (found.find()) {
                if (identifiers.contains(found.group())) {
                    leaks.add(file + " at " + found.start());
                }
            }
        }
        return leaks;
    }

    /** Parquet is compressed, so another reader unpacks it. */
    private static String text(Path file) throws IOException, SQLException {
        return file.toString().endsWith(".parquet")
                ? String.join("\n", new DuckDb().rows("SELECT * FROM '" + file + "'"))
                : new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }
}
