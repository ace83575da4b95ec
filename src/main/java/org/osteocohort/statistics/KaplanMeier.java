package org.osteocohort.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The product-limit curve of children without event by day, unrounded, with Greenwood's variance and the interval on the
 * log-minus-log scale, which stays within 0 and 1.
 *
 * <p>Source: Kaplan EL, Meier P. Nonparametric estimation from incomplete observations. J Am Stat Assoc
 * 1958;53:457-481; interval: Kalbfleisch JD, Prentice RL. The Statistical Analysis of Failure Time Data, 1980. As
 * survfit of R's survival with conf.type = "log-log".
 *
 * @param steps one a day on which somebody's follow-up ended, in order of time; empty when nobody was followed
 */
public record KaplanMeier(List<Step> steps) {
    /** The method's name in report rows. */
    public static final String METHOD = "kaplan_meier_greenwood_log_log";

    public KaplanMeier {
        steps = List.copyOf(steps);
    }

    /**
     * The curve from the end of one day to the next step.
     *
     * @param atRisk children without event and under observation when the day began
     * @param survival share without event after the day
     * @param low null, as {@code high}, while there was no event and after the last child had it: the scale of the
     *     interval has no 0 and no 1
     */
    public record Step(int day, long atRisk, long events, long censored, double survival, Double low, Double high) {}

    /** The curve of a group; several rows of one day add up. */
    public static KaplanMeier of(List<FollowUpDay> days) {
        Collection<FollowUpDay> inOrder = FollowUpDay.byDay(days).values();
        long atRisk = 0;
        for (FollowUpDay each : inOrder) {
            atRisk = Math.addExact(atRisk, each.ended());
        }
        List<Step> steps = new ArrayList<>();
        double survival = 1;
        double greenwood = 0;
        for (FollowUpDay each : inOrder) {
            double without = (double) atRisk - each.events();
            survival *= without / atRisk;
            greenwood += each.events() == 0 ? 0 : each.events() / (atRisk * without);
            steps.add(step(each, atRisk, survival, greenwood));
            atRisk -= each.ended();
        }
        return new KaplanMeier(steps);
    }

    private static Step step(FollowUpDay day, long atRisk, double survival, double greenwood) {
        Double low = null;
        Double high = null;
        if (survival > 0 && survival < 1) {
            double logarithm = Math.log(survival);
            double factor = Math.exp(Confidence.NORMAL_QUANTILE * Math.sqrt(greenwood) / -logarithm);
            low = Math.exp(logarithm * factor);
            high = Math.exp(logarithm / factor);
        }
        return new Step(day.day(), atRisk, day.events(), day.censored(), survival, low, high);
    }

    /**
     * The last step on or before a day; empty before the first step, when all are still without event, and after the
     * last day on which anybody was observed, when nothing is known unless all have had the event.
     */
    public Optional<Step> at(int day) {
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        Step last = steps.get(steps.size() - 1);
        if (day > last.day() && last.survival() > 0) {
            return Optional.empty();
        }
        return steps.stream().filter(step -> step.day() <= day).reduce((earlier, later) -> later);
    }
}
