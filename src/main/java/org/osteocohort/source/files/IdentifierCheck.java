package org.osteocohort.source.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.osteocohort.job.Deidentification.Profile;
import org.osteocohort.problem.Problem;

/**
 * Looks whether the files of an extract are as de-identified as their owner declared: at the names of all columns, and
 * at the first rows of the text and date columns that are read. Tells columns, kinds and counts, never a value. It is a
 * check and no proof.
 */
final class IdentifierCheck {
    private static final int ROWS = 1000;
    static final int FILES_OF_A_TABLE = 10;
    private static final int FEWEST_TEXTS = 10;
    private static final double LONG_TEXT = 150;
    private static final int LONGEST_CELL = 1000;

    /** A year without its day is written as its first day, or as its middle. */
    private static final Pattern YEAR_ONLY = Pattern.compile("\\d{4}(-(01|07)-01.*|(01|07)01)?");

    private static final Pattern DAY = Pattern.compile("\\d{4}-?\\d{2}-?\\d{2}.*");

    private final Profile profile;
    private final Configuration configuration;
    private final TableShape shape;
    private final List<Problem> problems;

    IdentifierCheck(Profile profile, Configuration configuration, TableShape shape, List<Problem> problems) {
        this.profile = profile;
        this.configuration = configuration;
        this.shape = shape;
        this.problems = problems;
    }

    /** Vocabularies are about codes and not about people. */
    private boolean isAboutPeople() {
        return shape.columns().stream().anyMatch(column -> column.kind() == ColumnKind.IDENTIFIER);
    }

    /**
     * Looks at a file.
     *
     * @param position of the file in the table, counted from 0; the values of later files are not looked at
     */
    void look(Path file, int position, List<String> columns, FileGroup group) throws IOException {
        if (!isAboutPeople()) {
            return;
        }
        for (String column : columns) {
            IdentifierShapes.ofColumn(column, profile)
                    .ifPresent(kind -> report(file, "column " + column + " would hold " + kind));
        }
        if (position < FILES_OF_A_TABLE) {
            SampledColumns sample = group.parquet()
                    ? SampledColumns.ofParquet(file, configuration, texts(), ROWS)
                    : SampledColumns.ofText(file, group, texts(), ROWS);
            sample.values().forEach((column, values) -> look(file, column, values));
        }
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (TableColumn column : shape.columns()) {
            boolean looked = switch (column.kind()) {
                case TEXT, IDENTIFIER -> true;
                case DATE -> profile == Profile.SAFE_HARBOR;
                case WHOLE, NUMBER -> false;
            };
            if (looked) {
                texts.addAll(column.names());
            }
        }
        return texts;
    }

    private void look(Path file, String column, List<String> values) {
        SortedMap<String, Integer> found = new TreeMap<>();
        long length = 0;
        for (String value : values) {
            IdentifierShapes.ofValue(value).ifPresent(kind -> found.merge(kind, 1, Integer::sum));
            if (isDate(column)
                    && DAY.matcher(value).matches()
                    && !YEAR_ONLY.matcher(value).matches()) {
                found.merge("a day where " + profile.label() + " allows the year only", 1, Integer::sum);
            }
            if (value.length() > LONGEST_CELL) {
                found.merge("free text", 1, Integer::sum);
            }
            length += value.length();
        }
        if (values.size() >= FEWEST_TEXTS && length > LONG_TEXT * values.size()) {
            found.merge("free text", values.size(), Integer::max);
        }
        found.forEach((kind, count) -> report(
                file,
                "column " + column + " holds what looks like " + kind + ", in " + count + " of the first "
                        + values.size() + " values"));
    }

    private boolean isDate(String name) {
        return shape.columns().stream()
                .anyMatch(column ->
                        column.kind() == ColumnKind.DATE && column.names().contains(name));
    }

    private void report(Path file, String what) {
        problems.add(new Problem(
                file.toUri().getPath(), what + "; the extract is declared " + profile.label() + ", so it is not used"));
    }
}
