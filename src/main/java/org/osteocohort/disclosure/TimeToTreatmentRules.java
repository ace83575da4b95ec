package org.osteocohort.disclosure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osteocohort.measure.treatment.TimeToTreatmentMeasure;
import org.osteocohort.measure.treatment.TimeToTreatmentRow;
import org.osteocohort.table.Table;

/** A cohort is followed, treated before or not observed; on every day the followed are treated, gone or at risk. */
final class TimeToTreatmentRules implements TableRules<TimeToTreatmentRow> {
    static final String DAY = "day";
    static final String EVENTS = "events";
    private static final String CENSORED = "censored";
    private static final String AT_RISK = "at_risk";
    private static final List<String> DAYS =
            TimeToTreatmentMeasure.DAYS.stream().map(String::valueOf).toList();

    static final String LAST_DAY = DAYS.get(DAYS.size() - 1);

    static final CountSpace FATES = new CountSpace(
            "time_to_treatment",
            List.of("phenotype", Spaces.CASE_CLASS, "treatment", "fate", DAY, Spaces.SEX, Spaces.AGE_GROUP),
            Spaces.SEX_AND_AGE_GROUP);

    @Override
    public Table<TimeToTreatmentRow> table() {
        return TimeToTreatmentRow.TABLE;
    }

    @Override
    public Map<String, CellId> cells(TimeToTreatmentRow row) {
        Map<String, CellId> cells = new LinkedHashMap<>();
        for (String fate : List.of("followed", "treated_before", "not_observed")) {
            cells.put(fate, fate(row, fate, CountSpace.TOTAL));
        }
        for (String fate : List.of(AT_RISK, EVENTS, CENSORED)) {
            cells.put(fate, fate(row, fate, row.day().toString()));
        }
        return cells;
    }

    @Override
    public Map<String, List<String>> derived() {
        List<String> counts = List.of("followed", AT_RISK, EVENTS, CENSORED);
        return Map.of("estimate", counts, "ci_low", counts, "ci_high", counts);
    }

    @Override
    public boolean isFine(TimeToTreatmentRow row) {
        return Detail.isFine(row.sex(), row.ageGroup(), CountSpace.TOTAL);
    }

    @Override
    public void relate(TimeToTreatmentRow row, CellGraph graph) {
        CellId cohort =
                Spaces.COHORT.cell(row.phenotype(), row.caseClass(), row.sex(), row.ageGroup(), CountSpace.TOTAL);
        CellId followed = fate(row, "followed", CountSpace.TOTAL);
        cells(row).forEach((column, cell) -> {
            boolean onDay = !cell.level(DAY).equals(CountSpace.TOTAL);
            graph.part(onDay ? followed : cohort, row.treatment() + " " + cell.level(DAY), cell);
            Spaces.nestClasses(cell, graph);
        });
        Spaces.nest(fate(row, EVENTS, row.day().toString()), DAY, DAYS, graph);
        Spaces.nest(fate(row, CENSORED, row.day().toString()), DAY, DAYS, graph);
        for (String later : DAYS.subList(DAYS.indexOf(row.day().toString()) + 1, DAYS.size())) {
            graph.contains(fate(row, AT_RISK, row.day().toString()), fate(row, AT_RISK, later));
        }
    }

    private static CellId fate(TimeToTreatmentRow row, String fate, String day) {
        return FATES.cell(row.phenotype(), row.caseClass(), row.treatment(), fate, day, row.sex(), row.ageGroup());
    }
}
