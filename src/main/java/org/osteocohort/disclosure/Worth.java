package org.osteocohort.disclosure;

import java.util.Map;

/**
 * How much a reader would miss a number. Where one of several must go to protect another, the one that is missed least
 * goes: a wider grouping of classes before the confirmed cases, a stratum before the whole population, a window of the
 * sensitivity analysis before the main one.
 */
final class Worth {
    /** By axis and level; the points of a cell add up. */
    private static final Map<String, Map<String, Integer>> POINTS = Map.of(
            Spaces.CASE_CLASS, Map.of("confirmed", 1),
            Spaces.DENOMINATOR, Map.of("observed", 1, "all_in_cohort", 1),
            TreatmentCoverageRules.WINDOW, Map.of("one_year", 1),
            TreatmentCoverageRules.TREATMENT, Map.of("bisphosphonate.any", 1),
            TreatmentCoverageRules.STATE, Map.of("treated", 1));

    /** By what is counted: everything else is told against these. */
    private static final Map<CountSpace, Integer> BASE = Map.of(
            Spaces.POPULATION, 30,
            IncidenceRules.FOLLOWED, 30,
            Spaces.COHORT, 20,
            Spaces.PREVALENT, 20,
            AttritionRules.PERSONS, 20,
            TreatmentCoverageRules.OBSERVED, 10);

    private static final int WHOLE_POPULATION = 10;
    private static final int CONFIRMED_CASES = 1;

    private Worth() {}

    /** The points of a cell; zero for a number like any other. */
    static int of(CellId cell) {
        int worth = BASE.getOrDefault(cell.space(), 0);
        worth += isWholePopulation(cell) ? WHOLE_POPULATION : 0;
        worth += AttritionRules.isConfirmedCohort(cell) ? CONFIRMED_CASES : 0;
        for (String axis : cell.space().axes()) {
            worth += POINTS.getOrDefault(axis, Map.of()).getOrDefault(cell.level(axis), 0);
        }
        return worth;
    }

    private static boolean isWholePopulation(CellId cell) {
        return cell.equals(AttritionRules.observed())
                || cell.space().equals(Spaces.POPULATION)
                        && Spaces.STRATA.stream()
                                .allMatch(axis -> cell.level(axis).equals(CountSpace.TOTAL));
    }
}
