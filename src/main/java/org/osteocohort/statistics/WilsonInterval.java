package org.osteocohort.statistics;

/**
 * Wilson's score interval without continuity correction.
 *
 * <p>Source: Wilson EB. Probable inference, the law of succession, and statistical inference. J Am Stat Assoc
 * 1927;22:209-212; recommended by Brown LD, Cai TT, DasGupta A. Interval estimation for a binomial proportion. Stat Sci
 * 2001;16:101-133. Written here because the library counts in int, and the children of a country do not fit.
 */
final class WilsonInterval {
    private static final double Z = Confidence.NORMAL_QUANTILE;

    private WilsonInterval() {}

    /** The interval of a count within 0 and a total above zero. */
    static ProportionInterval of(long count, long total) {
        double share = (double) count / total;
        double factor = 1 + Z * Z / total;
        double centre = (share + 0.5 * (Z * Z) / total) / factor;
        double halfWidth = Z * Math.sqrt(share * (1 - share) / total + Z * Z / (4.0 * total * total)) / factor;
        // The formula gives exactly 0 and 1 at the ends, where the arithmetic leaves a trace of rounding.
        double low = count == 0 ? 0 : centre - halfWidth;
        double high = count == total ? 1 : centre + halfWidth;
        return new ProportionInterval(share, low, high);
    }
}
