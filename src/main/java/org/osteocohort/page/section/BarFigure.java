package org.osteocohort.page.section;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.osteocohort.page.chart.Estimate;
import org.osteocohort.page.chart.IntervalBars;
import org.osteocohort.page.chart.Series;
import org.osteocohort.page.view.Cell;
import org.osteocohort.page.view.DataTable;
import org.osteocohort.page.view.Figure;
import org.osteocohort.page.view.Legend;
import org.osteocohort.page.view.Panel;

/**
 * One chart of estimates below each other, with its table.
 *
 * @param name of a row of the chart
 * @param line the row as a line of the table
 * @param <R> what one mark is made of
 */
record BarFigure<R>(
        Scale scale,
        Function<R, String> name,
        Function<R, Estimate> estimate,
        List<String> columns,
        Function<R, List<Cell>> line) {
    private static final Comparator<Estimate> LARGEST_FIRST = Comparator.<Estimate>comparingInt(BarFigure::place)
            .thenComparing(Estimate::value, Comparator.reverseOrder());

    /**
     * The largest estimate first, then what is hidden, which is never nobody, then the zeros, and what has no estimate
     * last; by name.
     */
    static <R> List<R> sorted(List<R> rows, Function<R, Estimate> estimate, Function<R, String> name) {
        return rows.stream()
                .sorted(Comparator.comparing(estimate, LARGEST_FIRST).thenComparing(name))
                .toList();
    }

    private static int place(Estimate estimate) {
        return switch (estimate.state()) {
            case SHOWN -> estimate.value() > 0 ? 0 : 2;
            case HIDDEN -> 1;
            case NONE -> 3;
        };
    }

    /** The figure; empty when there are no rows. */
    Optional<Figure> of(String title, String caption, String colour, List<R> rows) {
        return of(title, caption, colour, rows, Collections.nCopies(rows.size(), null));
    }

    /** The figure with a value to compare each row with; null where there is none. */
    Optional<Figure> of(String title, String caption, String colour, List<R> rows, List<Double> expected) {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = rows.stream().map(name).toList();
        Series series = new Series("", colour, rows.stream().map(estimate).toList());
        DataTable table = new DataTable(title, columns, rows.stream().map(line).toList());
        if (!series.showsSomething() && series.hidesSomething()) {
            return Optional.of(Figure.ofHidden(caption, table));
        }
        double top = expected.stream().filter(Objects::nonNull).reduce(scale.top(List.of(series)), Math::max);
        List<Legend> legend = new ArrayList<>();
        if (expected.stream().anyMatch(Objects::nonNull)) {
            legend.add(new Legend("what the source expects", "expected"));
        }
        if (series.hidesSomething()) {
            legend.add(PanelFigure.HIDDEN);
        }
        Panel panel = new Panel(
                "",
                title + ". " + Summary.of(names, List.of(series), scale.unit()),
                rows.size(),
                IntervalBars.of(names, series, top, expected));
        return Optional.of(Figure.of(caption, legend, List.of(panel), table));
    }
}
