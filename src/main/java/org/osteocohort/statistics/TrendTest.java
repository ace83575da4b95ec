package org.osteocohort.statistics;

import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The Cochran-Armitage test for a linear trend of proportions, unrounded. All numbers are null when there can be no
 * trend: everybody or nobody is a case, or all who are counted have the same score.
 *
 * <p>Source: Armitage P. Tests for linear trends in proportions and frequencies. Biometrics 1955;11:375-386; Cochran WG.
 * Some methods for strengthening the common chi-square tests. Biometrics 1954;10:417-451. As R's prop.trend.test.
 *
 * @param z normal statistic; above zero when the proportion rises with the score
 * @param chiSquare the square of z, one degree of freedom
 * @param pValue two-sided
 */
public record TrendTest(Double z, Double chiSquare, Double pValue) {
    /** The method's name in report rows. */
    public static final String METHOD = "cochran_armitage";

    private static final TrendTest NOT_ESTIMABLE = new TrendTest(null, null, null);

    /** One group on the scale, for example a calendar year. A group of nobody adds nothing. */
    public record Group(double score, long cases, long total) {
        public Group {
            Amounts.requireWithin(cases, total);
            if (!Double.isFinite(score)) {
                throw new IllegalArgumentException("a score that is not a finite number");
            }
        }
    }

    /** Tests for a trend of the proportion of cases along the score. */
    public static TrendTest cochranArmitage(List<Group> groups) {
        double total = groups.stream().mapToDouble(Group::total).sum();
        double cases = groups.stream().mapToDouble(Group::cases).sum();
        if (cases == 0 || cases == total || scores(groups) == 1) {
            return NOT_ESTIMABLE;
        }
        double share = cases / total;
        double meanScore = groups.stream()
                        .mapToDouble(group -> group.score() * group.total())
                        .sum()
                / total;
        double slope = 0;
        double spread = 0;
        // Scores such as calendar years are far from zero; taken from their mean, no digit is lost.
        for (Group group : groups) {
            double distance = group.score() - meanScore;
            slope += distance * (group.cases() - group.total() * share);
            spread += distance * distance * group.total();
        }
        double z = slope / Math.sqrt(share * (1 - share) * spread);
        return new TrendTest(z, z * z, ChiSquaredDistribution.of(1).survivalProbability(z * z));
    }

    private static long scores(List<Group> groups) {
        return groups.stream()
                .filter(group -> group.total() > 0)
                .mapToDouble(Group::score)
                .distinct()
                .count();
    }

    public boolean estimable() {
        return pValue != null;
    }
}
