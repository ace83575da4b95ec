package org.osteocohort.page.chart;

import java.util.List;
import java.util.Objects;

/**
 * Estimates of one group, one for each category of the chart.
 *
 * @param colour a name of the page's style sheet, such as {@code series-1}
 */
public record Series(String name, String colour, List<Estimate> estimates) {
    public Series {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(colour, "colour");
        estimates = List.copyOf(estimates);
    }

    /** The highest end of an interval; 0 when nothing is shown. */
    public double top() {
        return estimates.stream()
                .filter(Estimate::isShown)
                .mapToDouble(Estimate::high)
                .max()
                .orElse(0);
    }

    /** The lowest end of an interval; 0 when none is below. */
    double bottom() {
        return estimates.stream()
                .filter(Estimate::isShown)
                .mapToDouble(Estimate::low)
                .filter(low -> low < 0)
                .min()
                .orElse(0);
    }

    /** Whether anything of it is shown. */
    public boolean showsSomething() {
        return estimates.stream().anyMatch(Estimate::isShown);
    }

    /** Whether anything of it is hidden. */
    public boolean hidesSomething() {
        return estimates.stream().anyMatch(Estimate::isHidden);
    }
}
