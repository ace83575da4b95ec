package org.osteocohort.statistics;

/**
 * The ratio of two risks or prevalences with Wald's interval on the logarithm, unrounded.
 *
 * <p>All three numbers are null when nobody is in one of the groups or nobody of the reference group has the condition.
 * The bounds alone are null when the logarithm has no standard error: no case in the first group, or everybody a case in
 * both.
 *
 * <p>Source: Katz D, Baptista J, Azen SP, Pike MC. Obtaining confidence intervals for the risk ratio in cohort studies.
 * Biometrics 1978;34:469-474. As riskratio.wald of R's epitools.
 */
public record RiskRatio(Double estimate, Double low, Double high) {
    /** The method's name in report rows. */
    public static final String METHOD = "wald_log";

    private static final RiskRatio NOT_ESTIMABLE = new RiskRatio(null, null, null);

    /**
     * The risk of one group over that of a reference group.
     *
     * @throws IllegalArgumentException when cases are not within 0 and their total
     */
    public static RiskRatio of(long cases, long total, long referenceCases, long referenceTotal) {
        Amounts.requireWithin(cases, total);
        Amounts.requireWithin(referenceCases, referenceTotal);
        if (total == 0 || referenceCases == 0) {
            return NOT_ESTIMABLE;
        }
        double estimate = ((double) cases / total) / ((double) referenceCases / referenceTotal);
        double variance = cases == 0 ? 0 : logVariance(cases, total) + logVariance(referenceCases, referenceTotal);
        if (variance == 0) {
            return new RiskRatio(estimate, null, null);
        }
        double factor = Math.exp(Confidence.NORMAL_QUANTILE * Math.sqrt(variance));
        return new RiskRatio(estimate, estimate / factor, estimate * factor);
    }

    public boolean estimable() {
        return estimate != null;
    }

    /** The variance of the logarithm of a risk, 1/cases - 1/total without the loss of digits. */
    private static double logVariance(long cases, long total) {
        return (double) (total - cases) / cases / total;
    }
}
