package org.osteocohort.disclosure;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * How much a reader would miss a number. Where one of several must go to protect another, the one that is missed least
 * goes: the finer before the coarser (a crossing before a single stratum before the whole, an age band before a group of
 * them, a month before a year before the study), a wider grouping of classes before the confirmed cases, a window of the
 * sensitivity analysis before the main one, and what is counted before whom it is counted among.
 */
final class Worth {
    /** Numbers of so many points, those of populations, stand in many rows. */
    static final int MOST_WANTED = 60;

    /** Cohorts and cases of all children together have so many points. */
    static final int HEADLINE = 44;

    /** By axis and level; the points of a cell add up to less than those of the next base. */
    private static final Map<String, Map<String, Integer>> POINTS = Map.ofEntries(
            Map.entry(Spaces.SEX, Map.of(CountSpace.TOTAL, 1)),
            Map.entry(Spaces.AGE_BAND, Map.of(CountSpace.TOTAL, 2)),
            Map.entry("age_group", Map.of(CountSpace.TOTAL, 1)),
            Map.entry("race", Map.of(CountSpace.TOTAL, 1)),
            Map.entry("ethnicity", Map.of(CountSpace.TOTAL, 1)),
            Map.entry("site", Map.of(CountSpace.TOTAL, 1)),
            Map.entry("period", Map.of("study", 2)),
            Map.entry(Spaces.CASE_CLASS, Map.of("confirmed", 1)),
            Map.entry(Spaces.DENOMINATOR, Map.of("observed", 1, "all_in_cohort", 1)),
            Map.entry(TreatmentCoverageRules.WINDOW, Map.of("one_year", 1)),
            Map.entry(TreatmentCoverageRules.TREATMENT, Map.of("bisphosphonate.any", 1)),
            Map.entry(TreatmentCoverageRules.STATE, Map.of("treated", 1)));

    private static final String PERIOD = "period";
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final int A_YEAR = 1;

    /** By what is counted: everything else is told against these. */
    private static final Map<CountSpace, Integer> BASE = Map.of(
            Spaces.POPULATION, MOST_WANTED,
            IncidenceRules.FOLLOWED, MOST_WANTED,
            Spaces.COHORT, 40,
            Spaces.PREVALENT, 40,
            AttritionRules.PERSONS, 40,
            TreatmentCoverageRules.OBSERVED, 20);

    private static final int WHOLE_POPULATION = 20;
    private static final int CONFIRMED_CASES = 1;

    private Worth() {}

    /** The points of a cell; zero for a number like any other. */
    static int of(CellId cell) {
        int worth = BASE.getOrDefault(cell.space(), 0);
        worth += isWholePopulation(cell) ? WHOLE_POPULATION : 0;
        worth += AttritionRules.isConfirmedCohort(cell) ? CONFIRMED_CASES : 0;
        for (String axis : cell.space().axes()) {
            worth += POINTS.getOrDefault(axis, Map.of()).getOrDefault(cell.level(axis), 0);
            worth += axis.equals(PERIOD) && YEAR.matcher(cell.level(axis)).matches() ? A_YEAR : 0;
        }
        return worth;
    }

    private static boolean isWholePopulation(CellId cell) {
        return AttritionRules.isWholePopulation(cell)
                || cell.space().equals(Spaces.POPULATION)
                        && Spaces.STRATA.stream()
                                .allMatch(axis -> cell.level(axis).equals(CountSpace.TOTAL));
    }
}
