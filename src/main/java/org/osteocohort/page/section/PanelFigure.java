package org.osteocohort.page.section;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.osteocohort.page.chart.Estimate;
import org.osteocohort.page.chart.IntervalLines;
import org.osteocohort.page.chart.Series;
import org.osteocohort.page.view.Cell;
import org.osteocohort.page.view.DataTable;
import org.osteocohort.page.view.Figure;
import org.osteocohort.page.view.Legend;
import org.osteocohort.page.view.Panel;

/**
 * The same line chart for several groups, side by side with the same axis, and one table of all of it.
 *
 * @param <R> what one mark is made of
 */
final class PanelFigure<R> {
    private final Scale scale;
    private final Function<R, String> panel;
    private final Function<R, String> series;
    private final Function<R, String> category;
    private final Function<R, Estimate> estimate;

    /**
     * A figure of rows.
     *
     * @param panel the chart that a row belongs to
     * @param series the line that a row belongs to; empty when there is one
     * @param category the place of a row on the line
     */
    PanelFigure(
            Scale scale,
            Function<R, String> panel,
            Function<R, String> series,
            Function<R, String> category,
            Function<R, Estimate> estimate) {
        this.scale = scale;
        this.panel = panel;
        this.series = series;
        this.category = category;
        this.estimate = estimate;
    }

    /** The figure; empty when there are no rows. Panels, lines and categories stand in the order of the rows. */
    Optional<Figure> of(
            String title, String caption, List<R> rows, List<String> columns, Function<R, List<Cell>> line) {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<String> panels = distinct(rows, panel);
        List<String> names = distinct(rows, series);
        List<String> categories = distinct(rows, category);
        List<List<Series>> drawn = new ArrayList<>();
        for (int place = 0; place < panels.size(); place++) {
            drawn.add(lines(rows, panels, place, names, categories));
        }
        DataTable table = new DataTable(title, columns, rows.stream().map(line).toList());
        List<Series> all = drawn.stream().flatMap(List::stream).toList();
        if (all.stream().noneMatch(Series::showsSomething) && all.stream().anyMatch(Series::hidesSomething)) {
            return Optional.of(Figure.ofHidden(caption, table));
        }
        double top = scale.top(all);
        List<Panel> charts = new ArrayList<>();
        for (int place = 0; place < panels.size(); place++) {
            String name = Names.definition(panels.get(place));
            charts.add(new Panel(
                    name,
                    title + ", " + name + ". " + Summary.of(categories, drawn.get(place), scale.unit()),
                    0,
                    IntervalLines.of(categories, drawn.get(place), top)));
        }
        return Optional.of(Figure.of(caption, legend(names, all), charts, table));
    }

    private List<Series> lines(
            List<R> rows, List<String> panels, int place, List<String> names, List<String> categories) {
        List<Series> lines = new ArrayList<>();
        for (int number = 0; number < names.size(); number++) {
            String name = names.get(number);
            // A single line has the colour of its panel, several have their own.
            String colour = Names.colour(names.size() == 1 ? place : number);
            List<Estimate> estimates = new ArrayList<>();
            for (String at : categories) {
                estimates.add(rows.stream()
                        .filter(row -> panel.apply(row).equals(panels.get(place))
                                && series.apply(row).equals(name)
                                && category.apply(row).equals(at))
                        .findFirst()
                        .map(estimate)
                        .orElse(Estimate.none(at)));
            }
            lines.add(new Series(name, colour, estimates));
        }
        return lines;
    }

    private static List<Legend> legend(List<String> names, List<Series> drawn) {
        List<Legend> legend = new ArrayList<>();
        if (names.size() > 1) {
            for (int number = 0; number < names.size(); number++) {
                legend.add(new Legend(Names.plain(names.get(number)), Names.colour(number)));
            }
        }
        if (drawn.stream().anyMatch(Series::hidesSomething)) {
            legend.add(HIDDEN);
        }
        return legend;
    }

    /** What the hatched field stands for. */
    static final Legend HIDDEN = new Legend("hidden: the number may lie anywhere", "hatched");

    private static <R> List<String> distinct(List<R> rows, Function<R, String> name) {
        Set<String> names = new LinkedHashSet<>();
        Stream<String> all = rows.stream().map(name);
        all.forEach(names::add);
        return List.copyOf(names);
    }
}
