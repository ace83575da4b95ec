package org.osteocohort.statistics;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The log-rank test of two groups: whether events come equally fast in both, unrounded. Statistic and p-value are null
 * when the follow-up cannot tell, as without any event or when never somebody of both groups was at risk.
 *
 * <p>Source: Mantel N. Evaluation of survival data and two new rank order statistics arising in its consideration.
 * Cancer Chemother Rep 1966;50:163-170. As survdiff of R's survival with rho = 0.
 *
 * @param observed events of the first group
 * @param expected events of the first group if both were alike
 * @param chiSquare one degree of freedom
 */
public record LogRankTest(double observed, double expected, Double chiSquare, Double pValue) {
    /** The method's name in report rows. */
    public static final String METHOD = "log_rank";

    private static final FollowUpDay NOTHING = new FollowUpDay(0, 0, 0);

    /** Compares two groups; several rows of one day add up. */
    public static LogRankTest of(List<FollowUpDay> first, List<FollowUpDay> second) {
        SortedMap<Integer, FollowUpDay> ones = FollowUpDay.byDay(first);
        SortedMap<Integer, FollowUpDay> others = FollowUpDay.byDay(second);
        SortedSet<Integer> days = new TreeSet<>(ones.keySet());
        days.addAll(others.keySet());
        double onesAtRisk = ended(ones);
        double othersAtRisk = ended(others);
        double observed = 0;
        double expected = 0;
        double variance = 0;
        for (int day : days) {
            FollowUpDay one = ones.getOrDefault(day, NOTHING);
            FollowUpDay other = others.getOrDefault(day, NOTHING);
            double atRisk = onesAtRisk + othersAtRisk;
            double events = (double) one.events() + other.events();
            observed += one.events();
            expected += events * onesAtRisk / atRisk;
            if (atRisk > 1) {
                variance += events * (onesAtRisk / atRisk) * (othersAtRisk / atRisk) * (atRisk - events) / (atRisk - 1);
            }
            onesAtRisk -= one.ended();
            othersAtRisk -= other.ended();
        }
        if (variance == 0) {
            return new LogRankTest(observed, expected, null, null);
        }
        double chiSquare = (observed - expected) * (observed - expected) / variance;
        double pValue = ChiSquaredDistribution.of(1).survivalProbability(chiSquare);
        return new LogRankTest(observed, expected, chiSquare, pValue);
    }

    public boolean estimable() {
        return pValue != null;
    }

    private static double ended(SortedMap<Integer, FollowUpDay> days) {
        return days.values().stream().mapToDouble(FollowUpDay::ended).sum();
    }
}
