package org.osteocohort.disclosure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osteocohort.measure.cohort.PhenotypeOverlapRow;
import org.osteocohort.measure.population.CaseGroup;
import org.osteocohort.measure.population.Denominator;
import org.osteocohort.measure.prevalence.PrevalenceType;
import org.osteocohort.table.Table;

/** Each cohort is divided by the other one, and all who contribute a day by both. */
final class PhenotypeOverlapRules implements TableRules<PhenotypeOverlapRow> {
    private static final String BOTH = "both";
    private static final String ONLY_PHENOTYPE = "only_phenotype";
    private static final String ONLY_OTHER = "only_other";
    private static final String NEITHER = "neither";
    static final CountSpace OVERLAP = new CountSpace(
            "overlap",
            List.of("phenotype", "other_phenotype", Spaces.CASE_CLASS, "part", Spaces.SEX),
            Set.of(Spaces.SEX));

    @Override
    public Table<PhenotypeOverlapRow> table() {
        return PhenotypeOverlapRow.TABLE;
    }

    @Override
    public Map<String, CellId> cells(PhenotypeOverlapRow row) {
        Map<String, CellId> cells = new LinkedHashMap<>();
        for (String part : List.of(BOTH, ONLY_PHENOTYPE, ONLY_OTHER, NEITHER)) {
            cells.put(part, OVERLAP.cell(row.phenotype(), row.otherPhenotype(), row.caseClass(), part, row.sex()));
        }
        return cells;
    }

    @Override
    public Map<String, List<String>> derived() {
        List<String> counts = List.of(BOTH, ONLY_PHENOTYPE, ONLY_OTHER, NEITHER);
        return Map.of("kappa", counts, "ci_low", counts, "ci_high", counts);
    }

    /** Definitions differ by few of those who meet them surely, whose cohorts would be hidden for it. */
    @Override
    public boolean isFine(PhenotypeOverlapRow row) {
        return !row.caseClass().equals(CaseGroup.ANY.label()) || !row.sex().equals(CountSpace.TOTAL);
    }

    @Override
    public void relate(PhenotypeOverlapRow row, CellGraph graph) {
        Map<String, CellId> cells = cells(row);
        String pair = row.phenotype() + " and " + row.otherPhenotype();
        CellId one = cohort(row.phenotype(), row);
        CellId other = cohort(row.otherPhenotype(), row);
        graph.part(one, pair, cells.get(BOTH));
        graph.part(one, pair, cells.get(ONLY_PHENOTYPE));
        graph.part(other, pair, cells.get(BOTH));
        graph.part(other, pair, cells.get(ONLY_OTHER));
        cells.values().forEach(cell -> graph.part(population(row), pair + " " + row.caseClass(), cell));
        Spaces.nestClasses(cells.get(BOTH), graph);
        // Fewer are in neither the wider the classes are.
        CellId neither = cells.get(NEITHER);
        for (String wider : Spaces.widerClasses(row.caseClass())) {
            graph.contains(neither, neither.with(Spaces.CASE_CLASS, wider));
        }
    }

    private static CellId cohort(String phenotype, PhenotypeOverlapRow row) {
        return Spaces.COHORT.cell(phenotype, row.caseClass(), row.sex(), CountSpace.TOTAL, CountSpace.TOTAL);
    }

    private static CellId population(PhenotypeOverlapRow row) {
        String all = CountSpace.TOTAL;
        return Spaces.POPULATION.cell(
                PrevalenceType.PERIOD.label(),
                Denominator.OBSERVED.label(),
                "study",
                row.sex(),
                all,
                all,
                all,
                all,
                all);
    }
}
