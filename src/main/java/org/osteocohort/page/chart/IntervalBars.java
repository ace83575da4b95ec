package org.osteocohort.page.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.icepear.echarts.charts.bar.BarItemStyle;
import org.icepear.echarts.charts.bar.BarSeries;
import org.icepear.echarts.charts.scatter.ScatterDataItem;
import org.icepear.echarts.charts.scatter.ScatterSeries;
import org.icepear.echarts.components.series.ItemStyle;
import org.icepear.echarts.origin.coord.cartesian.AxisOption;
import org.icepear.echarts.origin.util.SeriesOption;

/** Estimates below each other: a mark for each, on a bar that spans its interval. */
public final class IntervalBars {
    private static final double INTERVAL = 0.3;
    private static final int BAR = 12;
    private static final int MARK = 9;
    private static final Number[] EXPECTED = {3, 20};

    private IntervalBars() {}

    /**
     * Options of a chart.
     *
     * @param top above zero, the end of the horizontal axis at least
     * @param expected a value to compare with, by row; null where there is none
     */
    public static String of(List<String> rows, Series series, double top, List<Double> expected) {
        List<SeriesOption> drawn = new ArrayList<>();
        String colour = ChartStyle.colour(series.colour());
        Object[] fields =
                series.estimates().stream().map(ChartStyle::hiddenField).toArray();
        drawn.add(ChartStyle.hiddenFields(series, fields, Integer.toString(BAR)).setXAxisIndex(1));
        drawn.add(bar(series, Estimate::low).setItemStyle(new BarItemStyle().setOpacity(0)));
        drawn.add(bar(series, estimate -> estimate.high() - estimate.low())
                .setItemStyle(
                        new BarItemStyle().setColor(colour).setOpacity(INTERVAL).setBorderRadius(BAR / 2)));
        drawn.add(marks(series, colour));
        if (expected.stream().anyMatch(Objects::nonNull)) {
            drawn.add(expectations(expected));
        }
        return ChartStyle.json(ChartStyle.chart()
                .setYAxis(ChartStyle.rows(rows))
                .setXAxis(new AxisOption[] {ChartStyle.values(series.bottom(), top), ChartStyle.wholeRange()})
                .setSeries(drawn.toArray(SeriesOption[]::new)));
    }

    /** A bar that stands on the one below also when that is below zero; the typed options do not know how to say it. */
    private static final class StandingBar extends BarSeries {
        @SuppressWarnings("unused")
        private final String stackStrategy = "all";
    }

    private interface End {
        double of(Estimate estimate);
    }

    private static BarSeries bar(Series series, End end) {
        Object[] values = series.estimates().stream()
                .map(estimate -> estimate.isShown() ? (Object) end.of(estimate) : null)
                .toArray();
        return new StandingBar()
                .setType("bar")
                .setName(series.name() + " interval")
                .setStack("interval")
                .setData(values)
                .setBarWidth(BAR)
                .setBarGap(ChartStyle.ON_TOP)
                .setSilent(true)
                .setEmphasis(ChartStyle.CALM);
    }

    private static ScatterSeries marks(Series series, String colour) {
        Object[] marks = new Object[series.estimates().size()];
        for (int row = 0; row < marks.length; row++) {
            Estimate estimate = series.estimates().get(row);
            marks[row] = estimate.isShown()
                    ? new ScatterDataItem()
                            .setValue(new Object[] {estimate.value(), row})
                            .setName(estimate.words())
                    : null;
        }
        return new ScatterSeries()
                .setType("scatter")
                .setName(series.name())
                .setData(marks)
                .setSymbolSize(MARK)
                .setItemStyle(new ItemStyle().setColor(colour))
                .setEmphasis(ChartStyle.CALM);
    }

    private static ScatterSeries expectations(List<Double> expected) {
        List<Object> marks = new ArrayList<>();
        for (int row = 0; row < expected.size(); row++) {
            if (expected.get(row) != null) {
                marks.add(new Object[] {expected.get(row), row});
            }
        }
        return new ScatterSeries()
                .setType("scatter")
                .setName("expected")
                .setData(marks.toArray())
                .setSymbol("rect")
                .setSymbolSize(EXPECTED)
                .setSilent(true)
                .setItemStyle(new ItemStyle().setColor(ChartStyle.colour("ink")))
                .setEmphasis(ChartStyle.CALM);
    }
}
