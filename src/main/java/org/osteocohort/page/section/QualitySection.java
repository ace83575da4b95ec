package org.osteocohort.page.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osteocohort.measure.quality.DataQualityRow;
import org.osteocohort.page.view.Cell;
import org.osteocohort.page.view.DataTable;
import org.osteocohort.page.view.Figure;
import org.osteocohort.page.view.Section;

/** Whether the data can carry the numbers. */
public final class QualitySection {
    private static final String FAILED = "failed";
    private static final String PASSED = "passed";
    private static final List<String> CHECKED =
            List.of("Check", "Site", "Table", "Column", "Severity", "Checked", "Violations", "Share, %", "Limit, %");
    private static final List<String> COUNTED =
            List.of("Kind of check", "Passed", "Failed", "Only described", "Hidden");

    private QualitySection() {}

    /** Part of the page about data quality. */
    public static Section of(PublishedTables tables) {
        List<DataQualityRow> rows = tables.rows(DataQualityRow.TABLE);
        List<DataQualityRow> failed =
                rows.stream().filter(row -> FAILED.equals(row.status())).toList();
        List<Figure> figures = new ArrayList<>();
        if (!rows.isEmpty()) {
            figures.add(table("Checks by kind", "Kahn's categories of data quality.", COUNTED, kinds(rows)));
        }
        if (!failed.isEmpty()) {
            figures.add(table(
                    "Failed checks",
                    "More violations than the limit allows. Read the numbers that rest on these columns with care.",
                    CHECKED,
                    failed.stream().map(QualitySection::line).toList()));
        }
        return Section.of(
                "quality",
                "Can the data carry it?",
                List.of(verdict(rows, failed)),
                figures,
                List.of(
                        "A check that passes says that the records are complete and plausible, not that they are true."));
    }

    private static String verdict(List<DataQualityRow> rows, List<DataQualityRow> failed) {
        long passed = rows.stream().filter(row -> PASSED.equals(row.status())).count();
        if (rows.isEmpty()) {
            return "No check was made.";
        }
        if (failed.isEmpty()) {
            return "All " + passed + " checks that demand something passed.";
        }
        return failed.size() + " of " + (passed + failed.size()) + " checks that demand something failed; none of them "
                + "is fatal, since a fatal one stops the run.";
    }

    private static Figure table(String title, String caption, List<String> columns, List<List<Cell>> lines) {
        return Figure.of(caption, new DataTable(title, columns, lines));
    }

    private static List<List<Cell>> kinds(List<DataQualityRow> rows) {
        Map<String, long[]> kinds = new TreeMap<>();
        for (DataQualityRow row : rows) {
            long[] counts = kinds.computeIfAbsent(row.category(), name -> new long[COUNTED.size() - 1]);
            counts[outcome(row.status())]++;
        }
        List<List<Cell>> lines = new ArrayList<>();
        kinds.forEach((name, counts) -> {
            List<Cell> line = new ArrayList<>(List.of(Cell.words(Names.plain(name))));
            for (long count : counts) {
                line.add(Cell.number(Long.toString(count)));
            }
            lines.add(line);
        });
        return lines;
    }

    /** The place of an outcome among the columns after the first. */
    private static int outcome(String status) {
        if (status == null) {
            return 3;
        }
        return switch (status) {
            case PASSED -> 0;
            case FAILED -> 1;
            default -> 2;
        };
    }

    private static List<Cell> line(DataQualityRow row) {
        return List.of(
                Cell.words(Names.plain(row.checkName())),
                Cell.words(row.site()),
                Cell.words(row.tableName()),
                Cell.words(row.columnName()),
                Cell.words(row.severity()),
                Scale.count(row.checked(), row.valueStatus()),
                Scale.count(row.violations(), row.valueStatus()),
                Scale.PERCENT.cell(row.share(), row.valueStatus()),
                row.threshold() == null ? Cell.none() : Cell.number(Scale.PERCENT.text(row.threshold())));
    }
}
