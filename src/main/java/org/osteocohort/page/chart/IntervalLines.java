package org.osteocohort.page.chart;

import java.util.ArrayList;
import java.util.List;
import org.icepear.echarts.charts.line.LineAreaStyle;
import org.icepear.echarts.charts.line.LineDataItem;
import org.icepear.echarts.charts.line.LineSeries;
import org.icepear.echarts.components.marker.MarkLine;
import org.icepear.echarts.components.marker.MarkLine2DDataItemDim;
import org.icepear.echarts.components.series.ItemStyle;
import org.icepear.echarts.components.series.LineStyle;
import org.icepear.echarts.components.series.SeriesLineLabel;
import org.icepear.echarts.origin.util.SeriesOption;

/** Estimates over time or age: a line with a mark for each estimate, and a band for the intervals. */
public final class IntervalLines {
    private static final List<String> SYMBOLS = List.of("circle", "diamond", "rect", "triangle");
    private static final double BAND = 0.16;
    private static final double LINE_WIDTH = 2;
    private static final int MARK = 8;

    private IntervalLines() {}

    /**
     * Options of a chart.
     *
     * @param top above zero, the end of the vertical axis at least, so that charts side by side have the same
     */
    public static String of(List<String> categories, List<Series> series, double top) {
        List<SeriesOption> drawn = new ArrayList<>();
        for (int place = 0; place < series.size(); place++) {
            Series one = series.get(place);
            String colour = ChartStyle.colour(one.colour());
            drawn.add(ChartStyle.hiddenFields(one, series.size()).setYAxisIndex(1));
            drawn.add(edge(one, place).setData(lows(one)));
            drawn.add(edge(one, place)
                    .setData(heights(one))
                    .setAreaStyle(new LineAreaStyle().setColor(colour).setOpacity(BAND)));
            drawn.add(line(one, colour, SYMBOLS.get(place % SYMBOLS.size())));
        }
        return ChartStyle.json(ChartStyle.chart()
                .setXAxis(ChartStyle.categories(categories))
                .setYAxis(new Object[] {ChartStyle.values(top), ChartStyle.wholeRange()})
                .setSeries(drawn.toArray(SeriesOption[]::new)));
    }

    /** One of two lines that nobody sees: the lower ends, and on top of them the band. */
    private static LineSeries edge(Series series, int place) {
        return new LineSeries()
                .setType("line")
                .setName(series.name() + " interval")
                .setStack("band-" + place)
                .setSymbol("none")
                .setSilent(true)
                .setLineStyle(new LineStyle().setOpacity(0))
                .setEmphasis(ChartStyle.CALM);
    }

    private static Object[] lows(Series series) {
        return series.estimates().stream()
                .map(estimate -> estimate.isShown() ? (Object) estimate.low() : null)
                .toArray();
    }

    private static Object[] heights(Series series) {
        return series.estimates().stream()
                .map(estimate -> estimate.isShown() ? (Object) (estimate.high() - estimate.low()) : null)
                .toArray();
    }

    private static LineSeries line(Series series, String colour, String symbol) {
        Object[] marks = series.estimates().stream()
                .map(estimate -> estimate.isShown()
                        ? new LineDataItem().setValue(estimate.value()).setName(estimate.words())
                        : null)
                .toArray();
        return new LineSeries()
                .setType("line")
                .setName(series.name())
                .setData(marks)
                .setConnectNulls(false)
                .setSymbol(symbol)
                .setSymbolSize(MARK)
                .setShowAllSymbol(true)
                .setLineStyle(new LineStyle().setColor(colour).setWidth(LINE_WIDTH))
                .setItemStyle(new ItemStyle().setColor(colour))
                .setMarkLine(whiskers(series, colour))
                .setEmphasis(ChartStyle.CALM);
    }

    /** The interval of an estimate without a neighbour, of which there is no band. */
    private static MarkLine whiskers(Series series, String colour) {
        List<Object> lines = new ArrayList<>();
        for (int place = 0; place < series.estimates().size(); place++) {
            Estimate estimate = series.estimates().get(place);
            if (estimate.isShown() && !shown(series, place - 1) && !shown(series, place + 1)) {
                lines.add(new MarkLine2DDataItemDim[] {end(place, estimate.low()), end(place, estimate.high())});
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

    private static boolean shown(Series series, int place) {
        return place >= 0
                && place < series.estimates().size()
                && series.estimates().get(place).isShown();
    }

    private static MarkLine2DDataItemDim end(int place, double value) {
        return new MarkLine2DDataItemDim().setCoord(new Object[] {place, value});
    }
}
