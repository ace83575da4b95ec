package org.osteocohort.disclosure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osteocohort.measure.fracture.FractureRateRow;
import org.osteocohort.measure.population.Denominator;
import org.osteocohort.measure.prevalence.PrevalenceType;
import org.osteocohort.table.Table;

/**
 * Events add up over sex, age and trauma tier; children do over sex only, since a child may break bones at several ages.
 * Events are hidden with their children.
 */
final class FractureRateRules implements TableRules<FractureRateRow> {
    private static final String BONE = "bone";
    private static final String TIER = "trauma_tier";
    private static final String CONFIRMATION = "confirmation";
    private static final List<String> AXES =
            List.of(BONE, TIER, CONFIRMATION, Spaces.SEX, Spaces.AGE_GROUP, Spaces.AGE_BAND);
    private static final CountSpace EVENTS =
            new CountSpace("fracture_events", AXES, Set.of(TIER, Spaces.SEX, Spaces.AGE_GROUP, Spaces.AGE_BAND));
    private static final CountSpace CHILDREN = new CountSpace("children_with_fracture", AXES, Set.of(Spaces.SEX));
    private static final CountSpace OBSERVED = new CountSpace(
            "children_observed_at_age", List.of(Spaces.SEX, Spaces.AGE_GROUP, Spaces.AGE_BAND), Set.of(Spaces.SEX));

    @Override
    public Table<FractureRateRow> table() {
        return FractureRateRow.TABLE;
    }

    @Override
    public Map<String, CellId> cells(FractureRateRow row) {
        return Map.of("events", cell(EVENTS, row), "children", cell(CHILDREN, row), "children_observed", observed(row));
    }

    @Override
    public Map<String, List<String>> derived() {
        List<String> counts = List.of("events", "children", "children_observed");
        return Map.of(
                "person_years", List.of("children_observed"), "rate", counts, "ci_low", counts, "ci_high", counts);
    }

    @Override
    public void relate(FractureRateRow row, CellGraph graph) {
        CellId events = cell(EVENTS, row);
        CellId children = cell(CHILDREN, row);
        graph.follows(children, events);
        graph.follows(events, children);
        graph.contains(observed(row), children);
        for (CellId cell : List.of(events, children)) {
            within(cell, BONE, "any", graph);
            within(cell, TIER, CountSpace.TOTAL, graph);
            within(cell, CONFIRMATION, CountSpace.TOTAL, graph);
            within(cell, Spaces.AGE_BAND, CountSpace.TOTAL, graph);
            within(cell, Spaces.AGE_GROUP, CountSpace.TOTAL, graph);
        }
        within(observed(row), Spaces.AGE_BAND, CountSpace.TOTAL, graph);
        within(observed(row), Spaces.AGE_GROUP, CountSpace.TOTAL, graph);
    }

    private static void within(CellId cell, String axis, String total, CellGraph graph) {
        if (!cell.level(axis).equals(total)) {
            graph.contains(cell.with(axis, total), cell);
        }
    }

    private static CellId cell(CountSpace space, FractureRateRow row) {
        return space.cell(row.bone(), row.traumaTier(), row.confirmation(), row.sex(), row.ageGroup(), row.ageBand());
    }

    /** Without an age these are the children of the study whom the prevalence counts. */
    private static CellId observed(FractureRateRow row) {
        String all = CountSpace.TOTAL;
        return row.ageGroup().equals(all) && row.ageBand().equals(all)
                ? Spaces.POPULATION.cell(
                        PrevalenceType.PERIOD.label(),
                        Denominator.OBSERVED.label(),
                        "study",
                        row.sex(),
                        all,
                        all,
                        all,
                        all,
                        all)
                : OBSERVED.cell(row.sex(), row.ageGroup(), row.ageBand());
    }
}
