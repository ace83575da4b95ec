package org.osteocohort.disclosure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osteocohort.measure.treatment.Treatment;
import org.osteocohort.measure.treatment.TreatmentCoverageRow;
import org.osteocohort.measure.treatment.TreatmentWindow;
import org.osteocohort.table.Table;

final class TreatmentCoverageRules implements TableRules<TreatmentCoverageRow> {
    static final String TREATMENT = "treatment";
    static final String STATE = "state";
    static final String WINDOW = "window_name";
    private static final String TREATED = "treated";
    private static final String ALL_IN_COHORT = "all_in_cohort";
    private static final String ONE_YEAR = "one_year";
    private static final String OBSERVED_WHOLE_WINDOW = "observed_whole_window";

    /** Each within the next. */
    private static final List<String> BASES = List.of(OBSERVED_WHOLE_WINDOW, ALL_IN_COHORT);

    private static final List<String> STATES =
            List.of(TREATED, "untreated", "not_in_observation", "not_eligible", "unknown");

    static final CountSpace OBSERVED = new CountSpace(
            "cohort_observed_whole_window",
            List.of("phenotype", Spaces.CASE_CLASS, WINDOW, Spaces.SEX, Spaces.AGE_GROUP, Spaces.AGE_BAND),
            Spaces.SEX_AND_AGE);
    static final CountSpace COVERAGE = new CountSpace(
            "coverage",
            List.of(
                    "phenotype",
                    Spaces.CASE_CLASS,
                    TREATMENT,
                    WINDOW,
                    Spaces.DENOMINATOR,
                    STATE,
                    Spaces.SEX,
                    Spaces.AGE_GROUP,
                    Spaces.AGE_BAND),
            Spaces.SEX_AND_AGE);

    @Override
    public Table<TreatmentCoverageRow> table() {
        return TreatmentCoverageRow.TABLE;
    }

    @Override
    public Map<String, CellId> cells(TreatmentCoverageRow row) {
        Map<String, CellId> cells = new LinkedHashMap<>();
        cells.put("denominator", denominator(row));
        STATES.forEach(state -> cells.put(state, state(row, state)));
        return cells;
    }

    @Override
    public Map<String, List<String>> derived() {
        List<String> counts = List.of(TREATED, "denominator");
        return Map.of("estimate", counts, "ci_low", counts, "ci_high", counts, "gap", counts);
    }

    @Override
    public TreatmentCoverageRow estimated(TreatmentCoverageRow rounded) {
        return RoundedShare.in(TreatmentCoverageRow.TABLE, rounded, TREATED);
    }

    @Override
    public boolean isFine(TreatmentCoverageRow row) {
        boolean main =
                row.denominatorName().equals(ALL_IN_COHORT) && row.windowName().equals(ONE_YEAR);
        boolean allChildren =
                List.of(row.sex(), row.ageGroup(), row.ageBand()).stream().allMatch(CountSpace.TOTAL::equals);
        return main ? Detail.isFine(row.sex(), row.ageGroup(), row.ageBand()) : !allChildren;
    }

    @Override
    public void relate(TreatmentCoverageRow row, CellGraph graph) {
        CellId denominator = denominator(row);
        Spaces.nestClasses(denominator, graph);
        graph.contains(cohort(row), denominator);
        for (String state : STATES) {
            CellId cell = state(row, state);
            graph.part(denominator, row.treatment() + " " + row.windowName(), cell);
            Spaces.nestClasses(cell, graph);
            Spaces.nest(cell, Spaces.DENOMINATOR, BASES, graph);
        }
        relateTreated(row, graph);
    }

    /** Whoever is treated with one agent is treated with any, and whoever is in one window is in a longer one. */
    private static void relateTreated(TreatmentCoverageRow row, CellGraph graph) {
        CellId treated = state(row, TREATED);
        for (String wider : Treatment.impliedBy(row.treatment())) {
            graph.contains(treated.with(TREATMENT, wider), treated);
        }
        if (row.denominatorName().equals(ALL_IN_COHORT)) {
            for (String longer : TreatmentWindow.around(row.windowName())) {
                graph.contains(treated.with(WINDOW, longer), treated);
            }
        }
    }

    private static CellId cohort(TreatmentCoverageRow row) {
        return Spaces.COHORT.cell(row.phenotype(), row.caseClass(), row.sex(), row.ageGroup(), row.ageBand());
    }

    private static CellId denominator(TreatmentCoverageRow row) {
        return row.denominatorName().equals(ALL_IN_COHORT)
                ? cohort(row)
                : OBSERVED.cell(
                        row.phenotype(), row.caseClass(), row.windowName(), row.sex(), row.ageGroup(), row.ageBand());
    }

    private static CellId state(TreatmentCoverageRow row, String state) {
        return COVERAGE.cell(
                row.phenotype(),
                row.caseClass(),
                row.treatment(),
                row.windowName(),
                row.denominatorName(),
                state,
                row.sex(),
                row.ageGroup(),
                row.ageBand());
    }
}
