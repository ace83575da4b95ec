package org.osteocohort.disclosure;

import java.util.Map;
import java.util.regex.Pattern;
import org.osteocohort.job.PeriodKind;
import org.osteocohort.measure.population.Denominator;
import org.osteocohort.measure.prevalence.PrevalenceType;

/**
 * How much a reader would miss a number. Where one of several must go to protect another, the one that is missed least
 * goes: the finer before the coarser (a crossing before a single stratum before the whole, an age band before a group of
 * them, a month before a year before the study), a wider grouping of classes before the confirmed cases, a window of the
 * sensitivity analysis before the main one, one day before a period, and what is counted before whom it is counted
 * among. A cohort is the denominator of four tables, and goes after the cases that are counted by several denominators.
 */
final class Worth {
    private static final String PERIOD = "period";
    private static final String STUDY = PeriodKind.STUDY.label();
    private static final String OBSERVED = Denominator.OBSERVED.label();
    private static final String ALL_IN_COHORT = "all_in_cohort";
    private static final String ONE_YEAR = "one_year";
    private static final String TREATED = "treated";

    /** Numbers of so many points, those of populations, stand in many rows. */
    static final int MOST_WANTED = 100;

    /** What a stranger looks at first, all children together, has more points. */
    static final int HEADLINE = 50;

    /** Cohorts and cases have so many, of which the first table tells. */
    static final int FIRST_SCREEN = 80;

    /** By axis and level; the points of a cell add up to less than those of the next base. */
    private static final Map<String, Map<String, Integer>> POINTS = Map.ofEntries(
            Map.entry(Spaces.SEX, Map.of(CountSpace.TOTAL, 1)),
            Map.entry(Spaces.AGE_BAND, Map.of(CountSpace.TOTAL, 2)),
            Map.entry(Spaces.AGE_GROUP, Map.of(CountSpace.TOTAL, 1)),
            Map.entry("race", Map.of(CountSpace.TOTAL, 1)),
            Map.entry("ethnicity", Map.of(CountSpace.TOTAL, 1)),
            Map.entry("site", Map.of(CountSpace.TOTAL, 1)),
            Map.entry(PERIOD, Map.of(STUDY, 2)),
            Map.entry(Spaces.CASE_CLASS, Map.of("confirmed", 1)),
            Map.entry(Spaces.PREVALENCE_TYPE, Map.of(PrevalenceType.PERIOD.label(), 1)),
            Map.entry(Spaces.DENOMINATOR, Map.of(OBSERVED, 1, ALL_IN_COHORT, 1)),
            Map.entry(TreatmentCoverageRules.WINDOW, Map.of(ONE_YEAR, 1)),
            Map.entry(TreatmentCoverageRules.TREATMENT, Map.of("bisphosphonate.any", 1)),
            Map.entry(TreatmentCoverageRules.STATE, Map.of(TREATED, 1)));

    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final int A_YEAR = 1;

    /** By what is counted: everything else is told against these. */
    private static final Map<CountSpace, Integer> BASE = Map.of(
            Spaces.POPULATION, MOST_WANTED,
            IncidenceRules.FOLLOWED, MOST_WANTED,
            Spaces.COHORT, 35,
            AttritionRules.PERSONS, 35,
            Spaces.PREVALENT, 20,
            TreatmentCoverageRules.OBSERVED, 10);

    /** Levels that make a number of all children a headline, besides the level {@code all} of every stratum. */
    private static final Map<CountSpace, Map<String, String>> HEADLINES = Map.of(
            Spaces.COHORT, Map.of(),
            AttritionRules.PERSONS, Map.of(),
            Spaces.PREVALENT,
                    Map.of(
                            Spaces.PREVALENCE_TYPE,
                            PrevalenceType.PERIOD.label(),
                            Spaces.DENOMINATOR,
                            OBSERVED,
                            PERIOD,
                            STUDY),
            CauseProfileRules.CAUSE, Map.of(),
            PhenotypeOverlapRules.OVERLAP, Map.of(),
            TreatmentCoverageRules.COVERAGE,
                    Map.of(
                            TreatmentCoverageRules.STATE, TREATED,
                            TreatmentCoverageRules.WINDOW, ONE_YEAR,
                            Spaces.DENOMINATOR, ALL_IN_COHORT));

    private static final int WHOLE_POPULATION = 20;
    private static final int CONFIRMED_CASES = 1;

    private Worth() {}

    /** The points of a cell; zero for a number like any other. */
    static int of(CellId cell) {
        int worth = BASE.getOrDefault(cell.space(), 0);
        worth += isWholePopulation(cell) ? WHOLE_POPULATION : 0;
        worth += AttritionRules.isConfirmedCohort(cell) ? CONFIRMED_CASES : 0;
        worth += isHeadline(cell) ? HEADLINE : 0;
        for (String axis : cell.space().axes()) {
            worth += POINTS.getOrDefault(axis, Map.of()).getOrDefault(cell.level(axis), 0);
            worth += axis.equals(PERIOD) && YEAR.matcher(cell.level(axis)).matches() ? A_YEAR : 0;
        }
        return worth;
    }

    private static boolean isHeadline(CellId cell) {
        Map<String, String> levels = HEADLINES.get(cell.space());
        return levels != null
                && levels.entrySet().stream()
                        .allMatch(level -> cell.level(level.getKey()).equals(level.getValue()))
                && isOfAllChildren(cell);
    }

    private static boolean isOfAllChildren(CellId cell) {
        return cell.space().axes().stream()
                .filter(Spaces.STRATA::contains)
                .allMatch(axis -> cell.level(axis).equals(CountSpace.TOTAL));
    }

    private static boolean isWholePopulation(CellId cell) {
        return AttritionRules.isWholePopulation(cell)
                || cell.space().equals(Spaces.POPULATION) && isOfAllChildren(cell);
    }
}
