package org.osteocohort.statistics;

import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * A directly standardized rate or proportion with the gamma interval of Fay and Feuer, unrounded: what would be seen if
 * the population were made up like the reference. The three numbers are null when a stratum of the reference holds
 * nobody: its rate is unknown, and to leave it out would silently choose another reference.
 *
 * <p>The interval is that of the first paper, with the largest weight over population as the weight of one more event;
 * neither the modification of Tiwari and others (2006) nor the mid-p variant. Without any event the lower bound is 0 and
 * the upper one that of one more event. Events count as Poisson, so the bound of a proportion may exceed 1.
 *
 * <p>Source: Fay MP, Feuer EJ. Confidence intervals for directly standardized rates: a method based on the gamma
 * distribution. Stat Med 1997;16:791-801.
 *
 * @param emptyStrata names of the strata without population, in the order given; empty when the rate is estimable
 */
public record StandardizedRate(Double estimate, Double low, Double high, List<String> emptyStrata) {
    /** The method's name in report rows. */
    public static final String METHOD = "fay_feuer_gamma_1997";

    public StandardizedRate {
        emptyStrata = List.copyOf(emptyStrata);
    }

    /**
     * One cell of the reference, for example girls of 5 to 9 years.
     *
     * @param weight the cell's size in the reference, in any unit that is the same for all, above zero
     * @param events how many events, or children with the condition
     * @param population how many children, or their person-years
     */
    public record Stratum(String name, double weight, long events, double population) {
        public Stratum {
            Amounts.requireAboveZero(weight);
            Amounts.requireCount(events);
            Amounts.requireAmount(population);
            if (population == 0 && events > 0) {
                throw new IllegalArgumentException("events in a stratum without population");
            }
        }
    }

    /**
     * Standardizes over the whole reference.
     *
     * @param strata every cell of the reference inside the study's ages, also those where nobody was seen
     * @param per children or person-years that the rate is told for; 1 for a proportion
     * @throws IllegalArgumentException without strata, or when {@code per} is not above zero
     */
    public static StandardizedRate direct(List<Stratum> strata, double per) {
        Amounts.requireAboveZero(per);
        if (strata.isEmpty()) {
            throw new IllegalArgumentException("a reference without strata");
        }
        List<String> empty = strata.stream()
                .filter(stratum -> stratum.population() == 0)
                .map(Stratum::name)
                .toList();
        return empty.isEmpty() ? overAll(strata, per) : new StandardizedRate(null, null, null, empty);
    }

    public boolean estimable() {
        return estimate != null;
    }

    private static StandardizedRate overAll(List<Stratum> strata, double per) {
        double weights = strata.stream().mapToDouble(Stratum::weight).sum();
        double rate = 0;
        double variance = 0;
        double largest = 0;
        for (Stratum stratum : strata) {
            double weightOfOneEvent = stratum.weight() / weights / stratum.population();
            rate += weightOfOneEvent * stratum.events();
            variance += weightOfOneEvent * weightOfOneEvent * stratum.events();
            largest = Math.max(largest, weightOfOneEvent);
        }
        double low = rate == 0
                ? 0
                : shape(rate, variance).inverseCumulativeProbability(Confidence.TAIL) * scale(rate, variance);
        double upperRate = rate + largest;
        double upperVariance = variance + largest * largest;
        double high = shape(upperRate, upperVariance).inverseSurvivalProbability(Confidence.TAIL)
                * scale(upperRate, upperVariance);
        return new StandardizedRate(rate * per, low * per, high * per, List.of());
    }

    /** The gamma distribution with this mean and variance is this chi-square distribution times {@link #scale}. */
    private static ChiSquaredDistribution shape(double mean, double variance) {
        return ChiSquaredDistribution.of(2 * mean * mean / variance);
    }

    private static double scale(double mean, double variance) {
        return variance / mean / 2;
    }
}
