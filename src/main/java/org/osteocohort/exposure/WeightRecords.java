package org.osteocohort.exposure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.osteocohort.codes.Role;
import org.osteocohort.ehr.NumericResult;
import org.osteocohort.tag.CodedEvent;
import org.osteocohort.tag.CodedHistory;

/** A child's weights in kilograms. */
final class WeightRecords {
    private static final String ITEM = "weight";
    private static final double KILOGRAMS_PER_POUND = 0.45359237;
    private static final double KILOGRAMS_PER_OUNCE = KILOGRAMS_PER_POUND / 16;
    private static final double KILOGRAMS_PER_GRAM = 0.001;

    /** Beyond these a number is no child's weight in kilograms; project decision. */
    private static final double LOWEST_KILOGRAMS = 0.3;

    private static final double HIGHEST_KILOGRAMS = 300;

    private final List<Weight> weights = new ArrayList<>();

    private record Weight(LocalDate date, double kilograms) {
        long daysFrom(LocalDate day) {
            return Math.abs(ChronoUnit.DAYS.between(day, date));
        }
    }

    WeightRecords(CodedHistory history) {
        for (CodedEvent coded : history.with(Role.ANTHROPOMETRY)) {
            double kilograms =
                    coded.row().item().equals(ITEM) ? kilograms(coded.event().result()) : Double.NaN;
            if (kilograms >= LOWEST_KILOGRAMS && kilograms <= HIGHEST_KILOGRAMS) {
                weights.add(new Weight(coded.date(), kilograms));
            }
        }
    }

    /**
     * The weight nearest to the middle of a span, taken at most so many days before or after the span; of two as near
     * the earlier, of several on one day the lowest. Null when there is none.
     */
    Double near(LocalDate start, LocalDate end, int windowDays) {
        LocalDate middle = start.plusDays(ChronoUnit.DAYS.between(start, end) / 2);
        return weights.stream()
                .filter(weight -> !weight.date().isBefore(start.minusDays(windowDays)))
                .filter(weight -> !weight.date().isAfter(end.plusDays(windowDays)))
                .min(Comparator.comparingLong((Weight weight) -> weight.daysFrom(middle))
                        .thenComparing(Weight::date)
                        .thenComparingDouble(Weight::kilograms))
                .map(Weight::kilograms)
                .orElse(null);
    }

    private static double kilograms(NumericResult result) {
        if (result == null || result.value() == null) {
            return Double.NaN;
        }
        String unit = result.unit() == null ? "" : result.unit().strip().toLowerCase(Locale.ROOT);
        return switch (unit) {
            case "", "kg", "kilogram" -> result.value();
            case "lb", "lbs", "[lb_av]", "[lb_us]", "pound", "pounds" -> result.value() * KILOGRAMS_PER_POUND;
            case "oz", "[oz_av]", "ounce", "ounces" -> result.value() * KILOGRAMS_PER_OUNCE;
            case "g", "gram" -> result.value() * KILOGRAMS_PER_GRAM;
            default -> Double.NaN;
        };
    }
}
