package org.osteocohort.page.section;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.osteocohort.page.chart.Estimate;
import org.osteocohort.page.chart.Series;

/** What a screen reader says of a chart; its table has every number. */
final class Summary {
    private Summary() {}

    static String of(List<String> categories, List<Series> series, String unit) {
        return series.stream().map(one -> of(categories, one, unit)).collect(Collectors.joining(" "))
                + " The table below has all numbers.";
    }

    private static String of(List<String> categories, Series series, String unit) {
        long hidden = count(series, Estimate.State.HIDDEN);
        long shown = count(series, Estimate.State.SHOWN);
        String name = series.name().isEmpty() ? "" : Names.plain(series.name()) + ": ";
        String told = shown == 0 ? "no number is shown" : range(series, unit);
        String rest = hidden == 0 ? "" : "; " + hidden + " of " + categories.size() + " hidden";
        return name + told + rest + ".";
    }

    private static String range(Series series, String unit) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Estimate estimate : series.estimates()) {
            if (estimate.state() == Estimate.State.SHOWN) {
                low = Math.min(low, estimate.value());
                high = Math.max(high, estimate.value());
            }
        }
        return String.format(Locale.ROOT, "from %,.1f to %,.1f %s", low, high, unit)
                .strip();
    }

    private static long count(Series series, Estimate.State state) {
        return series.estimates().stream()
                .filter(estimate -> estimate.state() == state)
                .count();
    }
}
