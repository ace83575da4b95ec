package org.osteocohort.page.section;

import java.util.List;
import java.util.Locale;
import org.osteocohort.measure.tally.ValueStatus;
import org.osteocohort.page.chart.Estimate;
import org.osteocohort.page.chart.Series;
import org.osteocohort.page.view.Cell;

/** How a share or a rate of the tables is told to people. */
enum Scale {
    PER_10_000(10_000, 1, "per 10,000 children"),
    PERCENT(100, 1, "%"),
    /** Rates are per 10,000 person-years in the tables already. */
    RATE(1, 1, "per 10,000 person-years"),
    /** Cohen's kappa, as it is. */
    KAPPA(1, 2, "");

    private final double factor;
    private final int decimals;
    private final String unit;

    Scale(double factor, int decimals, String unit) {
        this.factor = factor;
        this.decimals = decimals;
        this.unit = unit;
    }

    String unit() {
        return unit;
    }

    double of(double value) {
        return value * factor;
    }

    /** The number without its unit. */
    String text(double value) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", of(value));
    }

    String interval(double low, double high) {
        return text(low) + " to " + text(high);
    }

    /** A number of a row with this status. */
    Cell cell(Double value, String status) {
        return value == null ? missing(status) : Cell.number(text(value));
    }

    /** The interval of a row with this status. */
    Cell cell(Double low, Double high, String status) {
        return low == null || high == null ? missing(status) : Cell.number(interval(low, high));
    }

    static Cell count(Long count, String status) {
        return count == null ? missing(status) : Cell.number(String.format(Locale.ROOT, "%,d", count));
    }

    static Cell years(Double years, String status) {
        return years == null ? missing(status) : Cell.number(String.format(Locale.ROOT, "%,.0f", years));
    }

    private static Cell missing(String status) {
        return isHidden(status) ? Cell.hidden() : Cell.none();
    }

    static boolean isHidden(String status) {
        return ValueStatus.SUPPRESSED.label().equals(status);
    }

    /**
     * The end of the axis of a chart at least: the whole, when nothing but zeros is drawn. Where something is hidden, all
     * that a share may be, so that its field says so.
     */
    double top(List<Series> drawn) {
        double top = drawn.stream().mapToDouble(Series::top).max().orElse(0);
        boolean boundless = this == PER_10_000 || this == RATE;
        boolean whole = top == 0 || !boundless && drawn.stream().anyMatch(Series::hidesSomething);
        return whole ? factor : top;
    }

    /**
     * A mark of a chart.
     *
     * @param what the mark is about, for the words that it says
     */
    Estimate estimate(String what, Double value, Double low, Double high, String status) {
        if (value == null) {
            return isHidden(status)
                    ? Estimate.hidden(what + ": " + Cell.HIDDEN)
                    : Estimate.none(what + ": no estimate");
        }
        String words = what + "\n" + text(value) + " " + unit;
        if (low == null || high == null) {
            return Estimate.shown(of(value), of(value), of(value), words);
        }
        return Estimate.shown(of(value), of(low), of(high), words + "\n95 % CI " + interval(low, high));
    }
}
