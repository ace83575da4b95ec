package org.osteocohort.statistics;

/**
 * A proportion with its interval, unrounded, all within 0 and 1. All three numbers are null when nobody is in the
 * denominator.
 */
public record ProportionInterval(Double estimate, Double low, Double high) {
    static final ProportionInterval NOT_ESTIMABLE = new ProportionInterval(null, null, null);

    public boolean estimable() {
        return estimate != null;
    }
}
