package org.osteocohort.disclosure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osteocohort.measure.comparison.StandardizedRateRow;
import org.osteocohort.measure.population.Denominator;
import org.osteocohort.measure.prevalence.PrevalenceType;
import org.osteocohort.table.Table;

/**
 * A standardized rate is a sum over strata that other tables show: it tells a hidden one of them, so that it is hidden
 * with any. The counts of those with a place in the standard follow the strata for this end, and the rate with them.
 */
final class StandardizedRateRules implements TableRules<StandardizedRateRow> {
    private static final String PREVALENCE = "prevalence";
    private static final String INCIDENCE = "incidence";
    private static final Set<String> PLACED_SEXES = Set.of("female", "male");
    private static final Set<String> NO_PLACE = Set.of(CountSpace.TOTAL, "uncertain", "outside");
    private static final CountSpace CASES = space("placed_cases");
    private static final CountSpace CHILDREN = space("placed_children");
    private static final CountSpace NOT_PLACED = space("children_not_placed");

    private static CountSpace space(String name) {
        return CountSpace.of(name, "measure", "kind", "item", Spaces.CASE_CLASS, Spaces.DENOMINATOR, "period");
    }

    @Override
    public Table<StandardizedRateRow> table() {
        return StandardizedRateRow.TABLE;
    }

    @Override
    public Map<String, CellId> cells(StandardizedRateRow row) {
        Map<String, CellId> cells = new LinkedHashMap<>();
        if (row.measure().equals(PREVALENCE)) {
            cells.put("numerator", RateCells.prevalent(what(row), row.denominatorName(), row.period(), RateCells.ALL));
            cells.put("denominator", population(row));
        } else {
            cells.put("numerator", rate(IncidenceRules.EVENTS, row));
            cells.put("denominator", rate(IncidenceRules.AT_RISK, row));
            cells.put("person_days", rate(IncidenceRules.DAYS, row));
        }
        cells.put("placed_numerator", of(CASES, row));
        cells.put("placed_denominator", of(CHILDREN, row));
        cells.put("persons_not_placed", of(NOT_PLACED, row));
        return cells;
    }

    @Override
    public Map<String, List<String>> derived() {
        List<String> crude = List.of("numerator", "denominator", "person_days");
        List<String> placed = List.of("placed_numerator", "placed_denominator");
        return Map.of(
                "person_years", crude,
                "crude_estimate", crude,
                "estimate", placed,
                "ci_low", placed,
                "ci_high", placed);
    }

    /** A rate rests on strata, so that it would tell those that are not published. */
    @Override
    public boolean isFine(StandardizedRateRow row) {
        return !row.denominatorName().equals(Denominator.OBSERVED.label());
    }

    @Override
    public void relate(StandardizedRateRow row, CellGraph graph) {
        CellId all = row.measure().equals(PREVALENCE) ? population(row) : rate(IncidenceRules.AT_RISK, row);
        graph.contains(all, of(NOT_PLACED, row));
    }

    /** Says what rests on a stratum of prevalence or incidence, if it is one of the standard; told by those tables. */
    static void tellWhatRestsOn(CellId cases, List<CellId> children, CellGraph graph) {
        if (!isPlace(cases)) {
            return;
        }
        String measure = cases.space().equals(Spaces.PREVALENT) ? PREVALENCE : INCIDENCE;
        graph.follows(cases, resting(CASES, measure, cases));
        children.forEach(cell -> graph.follows(cell, resting(CHILDREN, measure, cases)));
    }

    private static boolean isPlace(CellId cases) {
        boolean ofPeriod = !cases.space().equals(Spaces.PREVALENT)
                || cases.level(Spaces.PREVALENCE_TYPE).equals(PrevalenceType.PERIOD.label());
        return ofPeriod
                && PLACED_SEXES.contains(cases.level(Spaces.SEX))
                && !NO_PLACE.contains(cases.level(Spaces.AGE_BAND))
                && List.of("race", "ethnicity", "site").stream()
                        .allMatch(axis -> cases.level(axis).equals(CountSpace.TOTAL));
    }

    private static CellId resting(CountSpace space, String measure, CellId cases) {
        return space.cell(
                measure,
                cases.level("kind"),
                cases.level("item"),
                cases.level(Spaces.CASE_CLASS),
                cases.level(Spaces.DENOMINATOR),
                cases.level("period"));
    }

    private static List<String> what(StandardizedRateRow row) {
        return List.of(row.kind(), row.item(), row.caseClass());
    }

    private static CellId population(StandardizedRateRow row) {
        return RateCells.population(row.denominatorName(), row.period(), row.periodStart(), RateCells.ALL);
    }

    private static CellId rate(CountSpace space, StandardizedRateRow row) {
        return RateCells.rate(space, what(row), row.denominatorName(), row.period(), RateCells.ALL);
    }

    private static CellId of(CountSpace space, StandardizedRateRow row) {
        return space.cell(row.measure(), row.kind(), row.item(), row.caseClass(), row.denominatorName(), row.period());
    }
}
