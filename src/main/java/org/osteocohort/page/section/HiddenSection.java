package org.osteocohort.page.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.osteocohort.measure.tally.TableRows;
import org.osteocohort.page.view.Cell;
import org.osteocohort.page.view.DataTable;
import org.osteocohort.page.view.Figure;
import org.osteocohort.page.view.Section;
import org.osteocohort.table.Table;

/** What is hidden and why, in words that help nobody to find a hidden number. */
public final class HiddenSection {
    private static final String STATUS = "value_status";
    private static final double PERCENT = 100;

    private HiddenSection() {}

    /** Part of the page about disclosure control. */
    public static Section of(PublishedTables tables, int threshold) {
        String title = "Rows with a hidden number";
        List<List<Cell>> lines = new ArrayList<>();
        tables.tables().forEach(rows -> lines.add(line(rows)));
        Figure figure = Figure.of(
                "By report table. A row says suppressed, whatever the reason, and its hidden numbers are empty.",
                new DataTable(title, List.of("Table", "Rows", "With a hidden number", "Share, %"), lines));
        return Section.of(
                "hidden",
                "What is hidden, and why?",
                List.of(
                        "A count of fewer than " + threshold + " children, but more than none, could point at somebody "
                                + "and is hidden. So is every other number that would give such a count away: a part "
                                + "when its total and the other parts are told, a total, a difference, a share, an "
                                + "interval.",
                        "The page does not say which numbers are small themselves and which protect others; hidden "
                                + "means only that the number may be anything. In charts it is a hatched field over "
                                + "the whole range. Zero is always shown as zero."),
                List.of(figure),
                List.of(
                        "Few children mean many hidden numbers. Wider age bands, fewer strata and longer periods show more."));
    }

    private static <R extends Record> List<Cell> line(TableRows<R> rows) {
        Table<R> table = rows.table();
        int status =
                table.columns().stream().map(column -> column.name()).toList().indexOf(STATUS);
        long hidden = rows.rows().stream()
                .filter(row -> Scale.isHidden((String) table.values(row)[status]))
                .count();
        String share = rows.rows().isEmpty()
                ? "–"
                : String.format(
                        Locale.ROOT, "%.0f", PERCENT * hidden / rows.rows().size());
        return List.of(
                Cell.words(table.name()),
                Cell.number(String.format(Locale.ROOT, "%,d", rows.rows().size())),
                Cell.number(String.format(Locale.ROOT, "%,d", hidden)),
                Cell.number(share));
    }
}
