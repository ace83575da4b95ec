package org.osteocohort.job;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.osteocohort.statistics.ProportionMethod;

/**
 * How the reports count and divide the children.
 *
 * @param periods the kinds of periods, shortest last; the whole study is always one
 * @param ageBandStarts completed months at which age bands begin, ascending
 * @param ageGroupStarts completed months at which coarser groups begin; each begins a band too. None when empty
 * @param crossings the sets of columns by which children are divided, besides all children together
 * @param pointInPeriod the day of point prevalence
 * @param priorObservationDays days of observation before a day counts in a denominator; 0 asks for none
 * @param lookBackDays how long an item's last record makes it prevalent; null for as long as its own rule says
 * @param washoutDays days of observation without the event before a day counts as time at risk
 * @param interval how the intervals of shares are computed
 */
public record ReportSettings(
        Set<PeriodKind> periods,
        List<Integer> ageBandStarts,
        List<Integer> ageGroupStarts,
        List<Set<StratumColumn>> crossings,
        PointInPeriod pointInPeriod,
        int priorObservationDays,
        Integer lookBackDays,
        int washoutDays,
        ProportionMethod interval)
        implements Serializable {
    static final int MONTHS_OF_A_YEAR = 12;

    /** As the engines for prevalence have it: only what is on record before makes an earlier event. */
    private static final int NO_DAYS = 0;

    /** Five-year bands as in vital statistics, the last group cut by the population's own upper age. */
    private static final List<Integer> FIVE_YEARS = years(0, 5, 10, 15, 19);

    private static final List<Integer> TEN_YEARS = years(0, 10, 19);

    /** Every column by itself, and sex by age, which standardization needs. */
    private static final List<Set<StratumColumn>> USUAL_CROSSINGS = List.of(
            Set.of(StratumColumn.SEX),
            Set.of(StratumColumn.AGE_GROUP),
            Set.of(StratumColumn.AGE_BAND),
            Set.of(StratumColumn.SEX, StratumColumn.AGE_BAND),
            Set.of(StratumColumn.RACE),
            Set.of(StratumColumn.ETHNICITY),
            Set.of(StratumColumn.SITE));

    /** What a job gets that says nothing about its reports. */
    public static final ReportSettings USUAL = new ReportSettings(
            Set.of(PeriodKind.STUDY, PeriodKind.YEAR),
            FIVE_YEARS,
            TEN_YEARS,
            USUAL_CROSSINGS,
            PointInPeriod.FIRST_DAY,
            NO_DAYS,
            null,
            NO_DAYS,
            ProportionMethod.WILSON);

    public ReportSettings {
        periods = inOrder(periods);
        ageBandStarts = List.copyOf(ageBandStarts);
        ageGroupStarts = List.copyOf(ageGroupStarts);
        crossings = crossings.stream().map(ReportSettings::inOrder).toList();
        Objects.requireNonNull(pointInPeriod, "pointInPeriod");
        Objects.requireNonNull(interval, "interval");
    }

    /** Settings are a part of the job's digest, which must be the same in every virtual machine. */
    private static <E extends Enum<E>> Set<E> inOrder(Set<E> elements) {
        return Collections.unmodifiableSet(new TreeSet<>(elements));
    }

    private static List<Integer> years(int... starts) {
        return Arrays.stream(starts)
                .map(years -> years * MONTHS_OF_A_YEAR)
                .boxed()
                .toList();
    }
}
