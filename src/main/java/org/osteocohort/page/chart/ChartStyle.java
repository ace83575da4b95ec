package org.osteocohort.page.chart;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.icepear.echarts.Option;
import org.icepear.echarts.charts.bar.BarDataItem;
import org.icepear.echarts.charts.bar.BarItemStyle;
import org.icepear.echarts.charts.bar.BarSeries;
import org.icepear.echarts.components.coord.AxisLine;
import org.icepear.echarts.components.coord.CategoryAxisLabel;
import org.icepear.echarts.components.coord.CategoryAxisTick;
import org.icepear.echarts.components.coord.SplitLine;
import org.icepear.echarts.components.coord.ValueAxisLabel;
import org.icepear.echarts.components.coord.cartesian.CategoryAxis;
import org.icepear.echarts.components.coord.cartesian.ValueAxis;
import org.icepear.echarts.components.grid.Grid;
import org.icepear.echarts.components.series.LineStyle;
import org.icepear.echarts.components.tooltip.Tooltip;

/** What all charts share: quiet axes, colours by name, and the hatched field of a hidden number. */
final class ChartStyle {
    /** A pattern of the page, for what is hidden. */
    static final String HATCHED = "url(#hatched)";
    /** No change when somebody points at a mark: what it says is enough. */
    static final Map<String, Boolean> CALM = Map.of("disabled", true);

    private static final int SMALL_TEXT = 12;

    /** Bars of one category over each other instead of side by side. */
    static final String ON_TOP = "-100%";

    private static final int LABEL_WIDTH = 148;
    private static final MathContext DIGITS = new MathContext(9);
    private static final int LABEL_LINE = 14;
    /** Ends of an axis that read well, as parts of a power of ten, each with the distance of its ticks. */
    private static final NavigableMap<Double, Double> ROUND = new TreeMap<>(Map.of(
            1.0, 0.2, 1.5, 0.5, 2.0, 0.5, 2.5, 0.5, 3.0, 1.0, 4.0, 1.0, 5.0, 1.0, 6.0, 2.0, 8.0, 2.0, 10.0, 2.0));

    /** Fields, not getters: a getter such as {@code getXAxis} would give the wrong name. In alphabetical order. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private ChartStyle() {}

    static String colour(String name) {
        return "var(--" + name + ")";
    }

    /** Options without series. What a mark says is drawn as text, never read as HTML. */
    static Option chart() {
        Tooltip tooltip = new Tooltip()
                .setTrigger("item")
                .setRenderMode("richText")
                .setConfine(true)
                .setFormatter("{b}")
                .setTransitionDuration(0)
                .setBackgroundColor(colour("raised"))
                .setBorderColor(colour("line"))
                .setBorderWidth(1)
                .setShadowBlur(0)
                .setTextStyle(Map.of("color", colour("ink"), "fontSize", SMALL_TEXT));
        Grid grid = new Grid().setLeft(4).setRight(12).setTop(12).setBottom(4).setContainLabel(true);
        return new Option().setAnimation(false).setTooltip(tooltip).setGrid(grid);
    }

    static CategoryAxis categories(List<String> names) {
        return new CategoryAxis()
                .setType("category")
                .setData(names.toArray(String[]::new))
                .setAxisLine(new AxisLine().setShow(true).setLineStyle(new LineStyle().setColor(colour("line"))))
                .setAxisTick(new CategoryAxisTick().setShow(false))
                .setAxisLabel(new CategoryAxisLabel()
                        .setColor(colour("quiet"))
                        .setFontSize(SMALL_TEXT)
                        .setHideOverlap(true));
    }

    /** Categories below each other, the first on top. */
    static CategoryAxis rows(List<String> names) {
        // Not typed: the options know neither the interval nor the overflow of a label.
        Map<String, Object> label = Map.of(
                "color",
                colour("ink"),
                "fontSize",
                SMALL_TEXT,
                "interval",
                0,
                "width",
                LABEL_WIDTH,
                "lineHeight",
                LABEL_LINE,
                "overflow",
                "break");
        return categories(names).setInverse(true).setAxisLabel(label);
    }

    /**
     * Numbers to the next one from {@code top} on that reads well at the end of an axis.
     *
     * @param bottom where the axis begins at the latest; zero, unless something below is drawn
     */
    static ValueAxis values(double bottom, double top) {
        double power = Math.pow(10, Math.floor(Math.log10(top)));
        Map.Entry<Double, Double> end = ROUND.ceilingEntry(top / power);
        double tick = end.getValue() * power;
        return new ValueAxis()
                .setType("value")
                .setMin(decimal(Math.floor(bottom / tick) * tick))
                .setMax(decimal(end.getKey() * power))
                .setInterval(decimal(tick))
                .setAxisLabel(new ValueAxisLabel()
                        .setColor(colour("quiet"))
                        .setFontSize(SMALL_TEXT)
                        .setHideOverlap(true))
                .setSplitLine(new SplitLine().setLineStyle(new LineStyle().setColor(colour("grid"))));
    }

    /** Without the noise of binary fractions. */
    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).round(DIGITS);
    }

    /** Categories that nobody sees: a place for each group in each category, so that groups stand side by side. */
    static CategoryAxis places(int count) {
        String[] places = IntStream.range(0, count).mapToObj(Integer::toString).toArray(String[]::new);
        return new CategoryAxis().setType("category").setData(places).setShow(false);
    }

    /** An axis that nobody sees, from zero to one, for fields that span the whole range. */
    static ValueAxis wholeRange() {
        return new ValueAxis().setType("value").setMin(0).setMax(1).setShow(false);
    }

    /** A hatched field over the whole range in which a hidden number may lie. */
    static Object hiddenField(Estimate estimate) {
        return estimate.isHidden() ? new BarDataItem().setValue(1).setName(estimate.words()) : null;
    }

    /**
     * The series of such fields.
     *
     * @param width in pixels, or in percent of a place
     */
    static BarSeries hiddenFields(Series series, Object[] fields, String width) {
        return new BarSeries()
                .setType("bar")
                .setName(series.name() + " hidden")
                .setData(fields)
                .setBarWidth(width)
                .setBarGap(ON_TOP)
                .setItemStyle(new BarItemStyle().setColor(HATCHED))
                .setEmphasis(CALM);
    }

    static String json(Option option) {
        try {
            return JSON.writeValueAsString(option);
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException("a chart cannot be written", exception);
        }
    }
}
