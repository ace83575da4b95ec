package org.osteocohort.source.files;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.osteocohort.job.Deidentification.Profile;
import org.osteocohort.job.Extract;
import org.osteocohort.job.FileFormat;
import org.osteocohort.problem.Problem;
import org.osteocohort.source.CanonicalRows;
import org.osteocohort.source.deidentification.BirthYears;

/** The tables of one folder. What is wrong with them is gathered, so that all of it can be told at once. */
public final class ExtractTables {
    /** The table's name, in every row that is read; names of this shape clash with no column of a file. */
    public static final String TABLE = "#table";

    /** The file as a path within the folder. */
    public static final String FILE = "#file";

    /** The line in the file, counted from 1 with the header; of Parquet the number of the row, counted from 1. */
    public static final String LINE = "#line";

    /** What of the row cannot be used, in the shape of {@link CanonicalRows#FAULT_TYPE}; null when nothing. */
    public static final String FAULT = "#fault";

    /** Whether nothing is known of the row, not even whether the study asks for it. */
    public static final String UNREADABLE = "#unreadable";

    /** Whether the row can be used in spite of its fault, if it has one. */
    public static final String USABLE = "#usable";

    /** The columns that say where a row stands and what is wrong with it. */
    public static final List<String> ABOUT_THE_ROW = List.of(TABLE, FILE, LINE, FAULT, USABLE, UNREADABLE);

    private final java.nio.file.Path path;
    private final TableFolder folder;
    private final Configuration configuration;
    private final Character delimiter;
    private final Profile profile;
    private final ListedFiles listed;
    private final BirthYears births;
    private final List<Problem> problems = new ArrayList<>();

    /**
     * Lists the folder of an extract; its tables are looked at for identifiers before they are read.
     *
     * @param chosen of the files, by their path within the extract, which to open; the others are only listed
     */
    public ExtractTables(Extract extract, Configuration configuration, Predicate<String> chosen) {
        this(
                extract.path(),
                extract.files(),
                extract.delimiter(),
                configuration,
                extract.deidentification().profile(),
                extract.extractDate(),
                chosen);
    }

    /**
     * Lists a folder that is not about people.
     *
     * @param delimiter of text files; null to detect it from each header
     */
    public ExtractTables(java.nio.file.Path path, FileFormat format, Character delimiter, Configuration configuration) {
        this(path, format, delimiter, configuration, Profile.SYNTHETIC, null, file -> true);
    }

    private ExtractTables(
            java.nio.file.Path path,
            FileFormat format,
            Character delimiter,
            Configuration configuration,
            Profile profile,
            LocalDate extractDate,
            Predicate<String> chosen) {
        this.profile = profile;
        this.births = new BirthYears(profile, extractDate);
        this.path = path;
        this.configuration = configuration;
        this.delimiter = delimiter;
        this.folder = new TableFolder(path, format, configuration, problems);
        this.listed = new ListedFiles(path, folder, chosen);
    }

    /** What is wrong in what was looked at so far. */
    public List<Problem> problems() {
        return Stream.of(problems, births.problems()).flatMap(List::stream).toList();
    }

    /** Whether the folder has files for a table, good or bad. */
    public boolean holds(TableShape shape) {
        return folder.holds(shape.name());
    }

    /** Notes that a table that cannot be done without is absent. */
    public void reportAbsent(TableShape shape) {
        problems.add(new Problem(
                path.toString(),
                "the table " + shape.name() + " is absent; looked for " + TableFolder.namesLookedFor(shape.name())));
    }

    /**
     * The table with the shape's columns, in their kinds; nothing is read yet but headers and footers. Empty when the
     * table is absent or a problem was found.
     */
    public Optional<Dataset<Row>> read(SparkSession spark, TableShape shape) {
        int before = problems.size();
        TableScan scan = scan(spark, shape);
        Optional<Dataset<Row>> rows = groups(shape).stream().map(scan::rows).reduce(Dataset::unionByName);
        boolean noneChosen = rows.isEmpty() && holds(shape) && problems.size() == before;
        return noneChosen ? Optional.of(scan.nothing()) : rows;
    }

    /**
     * The table with the shape's columns, in their kinds, to look something up in it. Empty when the table is absent or
     * a problem was found; a small table is read at once, so that it also finds a file that breaks off.
     */
    public Optional<LookupTable> lookup(SparkSession spark, TableShape shape) {
        List<FileGroup> groups = groups(shape);
        try {
            return groups.isEmpty()
                    ? Optional.empty()
                    : Optional.of(scan(spark, shape).lookup(groups));
        } catch (DamagedFileException damaged) {
            problems.add(damaged.problem());
            return Optional.empty();
        }
    }

    private TableScan scan(SparkSession spark, TableShape shape) {
        return new TableScan(spark, path, configuration, shape);
    }

    /** No group when the table is absent or a problem was found. */
    private List<FileGroup> groups(TableShape shape) {
        int before = problems.size();
        IdentifierCheck check = new IdentifierCheck(profile, births, configuration, shape, problems);
        FileGroups sorted = new FileGroups(folder.fileSystem(), configuration, shape, delimiter, check, problems);
        List<FileGroup> groups = folder.files(shape.name())
                .map(files -> sorted.of(files, listed::isChosen))
                .orElse(List.of());
        return problems.size() > before ? List.of() : groups;
    }

    /** Which files the tables have, and which of them are opened. */
    public ListedFiles listed() {
        return listed;
    }
}
