package org.osteocohort.disclosure;

import java.util.List;
import java.util.Map;
import org.osteocohort.measure.treatment.PersistenceMeasure;
import org.osteocohort.measure.treatment.PersistenceRow;
import org.osteocohort.table.Table;

/** Initiators are those with an event in time to treatment; who is covered is observed, and was observed before. */
final class PersistenceRules implements TableRules<PersistenceRow> {
    private static final String OBSERVED = "observed";
    private static final String COVERED = "covered";
    private static final String DISCONTINUED = "discontinued";
    private static final String DISCONTINUATION = "discontinuation";
    private static final List<String> DAYS =
            PersistenceMeasure.DAYS.stream().map(String::valueOf).toList();
    private static final CountSpace USE = new CountSpace(
            "persistence",
            List.of("phenotype", Spaces.CASE_CLASS, "treatment", "state", "day", Spaces.SEX, Spaces.AGE_GROUP),
            Spaces.SEX_AND_AGE_GROUP);

    @Override
    public Table<PersistenceRow> table() {
        return PersistenceRow.TABLE;
    }

    @Override
    public Map<String, CellId> cells(PersistenceRow row) {
        return Map.of(
                "initiators",
                initiators(row),
                OBSERVED,
                state(row, OBSERVED),
                COVERED,
                state(row, COVERED),
                DISCONTINUED,
                state(row, DISCONTINUED));
    }

    @Override
    public Map<String, List<String>> derived() {
        List<String> share = List.of(OBSERVED, COVERED);
        List<String> curve = List.of("initiators", OBSERVED, DISCONTINUED);
        return Map.of(
                "estimate",
                share,
                "ci_low",
                share,
                "ci_high",
                share,
                DISCONTINUATION,
                curve,
                DISCONTINUATION + "_low",
                curve,
                DISCONTINUATION + "_high",
                curve);
    }

    @Override
    public boolean isFine(PersistenceRow row) {
        return Detail.isFine(row.sex(), row.ageGroup(), CountSpace.TOTAL);
    }

    @Override
    public void relate(PersistenceRow row, CellGraph graph) {
        CellId observed = state(row, OBSERVED);
        CellId discontinued = state(row, DISCONTINUED);
        graph.contains(initiators(row), observed);
        graph.contains(initiators(row), discontinued);
        graph.contains(observed, state(row, COVERED));
        cells(row).values().forEach(cell -> Spaces.nestClasses(cell, graph));
        Spaces.nest(discontinued, "day", DAYS, graph);
        for (String later : DAYS.subList(DAYS.indexOf(row.day().toString()) + 1, DAYS.size())) {
            graph.contains(observed, observed.with("day", later));
        }
    }

    private static CellId initiators(PersistenceRow row) {
        return TimeToTreatmentRules.FATES.cell(
                row.phenotype(),
                row.caseClass(),
                row.treatment(),
                TimeToTreatmentRules.EVENTS,
                TimeToTreatmentRules.LAST_DAY,
                row.sex(),
                row.ageGroup());
    }

    private static CellId state(PersistenceRow row, String state) {
        return USE.cell(
                row.phenotype(),
                row.caseClass(),
                row.treatment(),
                state,
                row.day().toString(),
                row.sex(),
                row.ageGroup());
    }
}
