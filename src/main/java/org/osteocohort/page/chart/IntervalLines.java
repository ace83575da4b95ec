package org.osteocohort.page.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.icepear.echarts.charts.bar.BarSeries;
import org.icepear.echarts.charts.line.LineAreaStyle;
import org.icepear.echarts.charts.line.LineDataItem;
import org.icepear.echarts.charts.line.LineSeries;
import org.icepear.echarts.components.marker.MarkLine;
import org.icepear.echarts.components.marker.MarkLine2DDataItemDim;
import org.icepear.echarts.components.series.ItemStyle;
import org.icepear.echarts.components.series.LineStyle;
import org.icepear.echarts.components.series.SeriesLineLabel;
import org.icepear.echarts.origin.coord.cartesian.AxisOption;
import org.icepear.echarts.origin.util.SeriesOption;

/**
 * Estimates over time or age: a line with a mark for each estimate, and a band for the intervals. Groups stand side by
 * side in their categories, so that no mark lies on another.
 */
public final class IntervalLines {
    private static final List<String> SYMBOLS = List.of("circle", "diamond", "rect", "triangle");
    private static final double BAND = 0.16;
    private static final double LINE_WIDTH = 2;
    private static final int MARK = 8;
    /** How much of its place a field takes. */
    private static final String FIELD = "64%";

    private final Series series;
    private final int group;
    private final int groups;
    private final String colour;

    private IntervalLines(Series series, int group, int groups) {
        this.series = series;
        this.group = group;
        this.groups = groups;
        this.colour = ChartStyle.colour(series.colour());
    }

    /**
     * Options of a chart.
     *
     * @param top above zero, the end of the vertical axis at least, so that charts side by side have the same
     */
    public static String of(List<String> categories, List<Series> series, double top) {
        List<SeriesOption> drawn = new ArrayList<>();
        for (int group = 0; group < series.size(); group++) {
            drawn.addAll(new IntervalLines(series.get(group), group, series.size()).drawn());
        }
        return ChartStyle.json(ChartStyle.chart()
                .setXAxis(new AxisOption[] {
                    ChartStyle.categories(categories), ChartStyle.places(categories.size() * series.size())
                })
                .setYAxis(new Object[] {ChartStyle.values(0, top), ChartStyle.wholeRange()})
                .setSeries(drawn.toArray(SeriesOption[]::new)));
    }

    private List<SeriesOption> drawn() {
        LineSeries band = edge(estimate -> estimate.high() - estimate.low())
                .setAreaStyle(new LineAreaStyle().setColor(colour).setOpacity(BAND));
        return List.of(hidden(), edge(Estimate::low), band, line());
    }

    private BarSeries hidden() {
        Object[] fields = new Object[series.estimates().size() * groups];
        for (int category = 0; category < series.estimates().size(); category++) {
            fields[place(category)] = ChartStyle.hiddenField(series.estimates().get(category));
        }
        return ChartStyle.hiddenFields(series, fields, FIELD).setXAxisIndex(1).setYAxisIndex(1);
    }

    /** One of two lines that nobody sees: the lower ends, and on top of them the band. */
    private LineSeries edge(ToDoubleFunction<Estimate> end) {
        return new LineSeries()
                .setType("line")
                .setName(series.name() + " interval")
                .setXAxisIndex(1)
                .setStack("band-" + group)
                .setData(points(end, estimate -> null))
                .setSymbol("none")
                .setSilent(true)
                .setLineStyle(new LineStyle().setOpacity(0))
                .setEmphasis(ChartStyle.CALM);
    }

    private LineSeries line() {
        return new LineSeries()
                .setType("line")
                .setName(series.name())
                .setXAxisIndex(1)
                .setData(points(Estimate::value, Estimate::words))
                .setConnectNulls(false)
                .setSymbol(SYMBOLS.get(group % SYMBOLS.size()))
                .setSymbolSize(MARK)
                .setShowAllSymbol(true)
                .setLineStyle(new LineStyle().setColor(colour).setWidth(LINE_WIDTH))
                .setItemStyle(new ItemStyle().setColor(colour))
                .setMarkLine(whiskers())
                .setEmphasis(ChartStyle.CALM);
    }

    /** A point for each category; one without a number interrupts the line. */
    private Object[] points(ToDoubleFunction<Estimate> number, Function<Estimate, String> words) {
        Object[] points = new Object[series.estimates().size()];
        for (int category = 0; category < points.length; category++) {
            Estimate estimate = series.estimates().get(category);
            Object value = estimate.isShown() ? (Object) number.applyAsDouble(estimate) : null;
            points[category] = new LineDataItem()
                    .setValue(new Object[] {place(category), value})
                    .setName(words.apply(estimate));
        }
        return points;
    }

    /** The interval of an estimate without a neighbour, of which there is no band. */
    private MarkLine whiskers() {
        List<Object> lines = new ArrayList<>();
        for (int category = 0; category < series.estimates().size(); category++) {
            Estimate estimate = series.estimates().get(category);
            if (estimate.isShown() && !shown(category - 1) && !shown(category + 1)) {
                lines.add(new MarkLine2DDataItemDim[] {end(category, estimate.low()), end(category, estimate.high())});
            }
        }
        return new MarkLine()
                .setData(lines.toArray())
                .setSymbol("none")
                .setSilent(true)
                .setLabel(new SeriesLineLabel().setShow(false))
                .setLineStyle(new LineStyle().setColor(colour).setType("solid").setWidth(1))
                .setEmphasis(ChartStyle.CALM);
    }

    private boolean shown(int category) {
        return category >= 0
                && category < series.estimates().size()
                && series.estimates().get(category).isShown();
    }

    private MarkLine2DDataItemDim end(int category, double value) {
        return new MarkLine2DDataItemDim().setCoord(new Object[] {place(category), value});
    }

    private int place(int category) {
        return category * groups + group;
    }
}
