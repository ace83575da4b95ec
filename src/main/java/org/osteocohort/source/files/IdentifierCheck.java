package org.osteocohort.source.files;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.osteocohort.job.Deidentification.Profile;
import org.osteocohort.problem.Problem;
import org.osteocohort.source.deidentification.BirthYears;
import org.osteocohort.source.deidentification.IdentifierShapes;
import org.osteocohort.source.deidentification.Refusal;
import org.osteocohort.source.deidentification.SeenValues;
import org.osteocohort.source.deidentification.ZipAreas;

/**
 * Looks whether the files of a table are as de-identified as their owner declared: at the names of all columns, and at
 * the first rows of the text and date columns, whether or not anybody reads them. Tells columns, kinds and counts, never
 * a value. It is a check and no proof.
 */
final class IdentifierCheck {
    private static final int ROWS_OF_THE_FIRST_FILE = 1000;
    private static final int ROWS_OF_ANOTHER = 100;
    static final int FILES_OF_A_TABLE = 10;
    private static final String AGE = "age";
    /** An age in weeks or days, and of no use to find anybody. */
    private static final String GESTATIONAL = "gestational";

    /** Names coding systems by their web addresses. */
    private static final String SYSTEM = "system";

    /** Columns that tell the year of birth, in all formats. */
    private static final Set<String> BIRTH = Set.of("year_of_birth", "birth_datetime", "birth_date", "birthdate");

    private final Profile profile;
    private final BirthYears births;
    private final Configuration configuration;
    private final TableShape shape;
    private final List<Problem> problems;

    IdentifierCheck(
            Profile profile, BirthYears births, Configuration configuration, TableShape shape, List<Problem> problems) {
        this.profile = profile;
        this.births = births;
        this.configuration = configuration;
        this.shape = shape;
        this.problems = problems;
    }

    /** Vocabularies are about codes and not about people; invented people have nothing to hide. */
    private boolean isNeeded() {
        return profile != Profile.SYNTHETIC
                && shape.columns().stream().anyMatch(column -> column.kind() == ColumnKind.IDENTIFIER);
    }

    /**
     * Looks at a file.
     *
     * @param position of the file in the table, counted from 0; the values of later files are not looked at
     */
    void look(Path file, int position, List<String> columns, FileGroup group) throws IOException {
        if (!isNeeded()) {
            return;
        }
        for (String column : columns) {
            IdentifierShapes.ofColumn(column, profile)
                    .ifPresent(kind ->
                            problems.add(Refusal.of(profile, path(file), "column " + column + " would hold " + kind)));
        }
        boolean safeHarbor = profile == Profile.SAFE_HARBOR;
        int rows = position == 0 ? ROWS_OF_THE_FIRST_FILE : ROWS_OF_ANOTHER;
        if (position < FILES_OF_A_TABLE) {
            SampledColumns sample = group.parquet()
                    ? SampledColumns.ofParquet(file, configuration, safeHarbor, this::isNumberOfInterest, rows)
                    : SampledColumns.ofText(file, group, columns, rows);
            sample.values().forEach((column, values) -> look(file, column, values));
        }
    }

    private void look(Path file, String column, List<String> values) {
        SeenValues seen = new SeenValues(profile);
        for (String value : values) {
            if (isBirth(column)) {
                births.born(value, path(file), "column " + column);
                seen.seeDate(value);
            } else if (isDate(column)) {
                births.happened(value);
                seen.seeDate(value);
            } else if (isAge(column)) {
                seen.seeAge(value);
            } else if (ZipAreas.isColumn(column)) {
                seen.seeZipArea(value);
            } else if (!column.equalsIgnoreCase(SYSTEM)) {
                seen.see(value);
            }
        }
        seen.kinds()
                .forEach((kind, count) -> problems.add(Refusal.of(
                        profile,
                        path(file),
                        "column " + column + " holds what looks like " + kind,
                        count,
                        seen.count(),
                        "values")));
    }

    private boolean isNumberOfInterest(String column) {
        return isAge(column) || ZipAreas.isColumn(column) || profile == Profile.SAFE_HARBOR && isBirth(column);
    }

    private static boolean isBirth(String column) {
        return BIRTH.contains(column.toLowerCase(Locale.ROOT));
    }

    private static boolean isAge(String column) {
        List<String> words = List.of(column.toLowerCase(Locale.ROOT).split("[_ -]"));
        return words.contains(AGE) && !words.contains(GESTATIONAL);
    }

    private boolean isDate(String name) {
        return shape.columns().stream()
                .anyMatch(column ->
                        column.kind() == ColumnKind.DATE && column.names().contains(name));
    }

    private static String path(Path file) {
        return file.toUri().getPath();
    }
}
