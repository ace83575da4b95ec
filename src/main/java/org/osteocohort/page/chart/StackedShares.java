package org.osteocohort.page.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.icepear.echarts.charts.bar.BarDataItem;
import org.icepear.echarts.charts.bar.BarItemStyle;
import org.icepear.echarts.charts.bar.BarSeries;
import org.icepear.echarts.origin.coord.cartesian.AxisOption;
import org.icepear.echarts.origin.util.SeriesOption;

/** Wholes below each other, each divided into its parts; what is left when parts are hidden is hatched. */
public final class StackedShares {
    private static final double WHOLE = 100;
    private static final double NOTHING = 1e-9;
    private static final int BAR = 16;

    /**
     * A part of every whole.
     *
     * @param colour a name of the page's style sheet
     */
    public record Part(String name, String colour, List<Share> shares) {
        public Part {
            shares = List.copyOf(shares);
        }
    }

    private StackedShares() {}

    /**
     * Options of a chart.
     *
     * @param parts in percent of the row's whole; those that are shown fill at most the whole
     * @param hidden whether a part of the row is hidden; a row without numbers that hides nothing stays empty
     */
    public static String of(List<String> rows, List<Part> parts, List<Boolean> hidden) {
        List<SeriesOption> drawn = new ArrayList<>();
        for (Part part : parts) {
            drawn.add(bar(part.name(), ChartStyle.colour(part.colour()), part.shares()));
        }
        drawn.add(bar("hidden", ChartStyle.HATCHED, rest(rows, parts, hidden)));
        return ChartStyle.json(ChartStyle.chart()
                .setYAxis(ChartStyle.rows(rows))
                .setXAxis(new AxisOption[] {ChartStyle.values(0, WHOLE)})
                .setSeries(drawn.toArray(SeriesOption[]::new)));
    }

    private static BarSeries bar(String name, String colour, List<Share> shares) {
        Object[] values = shares.stream()
                .map(share -> share.percent() == null
                        ? null
                        : new BarDataItem().setValue(share.percent()).setName(share.words()))
                .toArray();
        return new BarSeries()
                .setType("bar")
                .setName(name)
                .setStack("whole")
                .setData(values)
                .setBarWidth(BAR)
                .setItemStyle(new BarItemStyle().setColor(colour))
                .setEmphasis(ChartStyle.CALM);
    }

    private static List<Share> rest(List<String> rows, List<Part> parts, List<Boolean> hidden) {
        List<Share> rest = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            double shown = 0;
            for (Part part : parts) {
                Double percent = part.shares().get(row).percent();
                shown += Objects.requireNonNullElse(percent, 0.0);
            }
            boolean drawn = hidden.get(row) && WHOLE - shown > NOTHING;
            String words = String.format(Locale.ROOT, "%s: parts of this are hidden", rows.get(row));
            rest.add(new Share(drawn ? (Double) (WHOLE - shown) : null, words));
        }
        return rest;
    }
}
