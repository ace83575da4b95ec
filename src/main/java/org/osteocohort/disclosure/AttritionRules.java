package org.osteocohort.disclosure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.osteocohort.measure.cohort.AttritionRow;
import org.osteocohort.measure.cohort.AttritionStep;
import org.osteocohort.measure.population.CaseGroup;
import org.osteocohort.measure.population.Denominator;
import org.osteocohort.measure.prevalence.PrevalenceType;
import org.osteocohort.table.Table;

/**
 * Persons after a step are the persons before the next one, and the first steps are the same for every phenotype: each
 * of these is one cell, wherever it stands.
 */
final class AttritionRules implements TableRules<AttritionRow> {
    static final CountSpace PERSONS = CountSpace.of("persons_after", "phenotype", "steps");
    private static final CountSpace RECORDS = CountSpace.of("records_after", "phenotype", "steps");
    private static final CountSpace EXCLUDED = CountSpace.of("persons_excluded", "phenotype", "steps");
    private static final CountSpace FAIL_ONLY = CountSpace.of("persons_failing_only", "phenotype", "step");
    private static final Map<AttritionStep, CaseGroup> COHORT_AFTER = Map.of(
            AttritionStep.SUSPECTED_OR_SURER,
            CaseGroup.ANY,
            AttritionStep.PROBABLE_OR_SURER,
            CaseGroup.CONFIRMED_OR_PROBABLE,
            AttritionStep.CONFIRMED,
            CaseGroup.CONFIRMED);

    private static final Set<String> WHOLE_POPULATION_AFTER = Set.of(
            Integer.toString(AttritionStep.OBSERVED_IN_STUDY.ordinal() + 1),
            Integer.toString(AttritionStep.PRIOR_OBSERVATION.ordinal() + 1));

    @Override
    public Table<AttritionRow> table() {
        return AttritionRow.TABLE;
    }

    @Override
    public Map<String, CellId> cells(AttritionRow row) {
        Map<String, CellId> cells = new LinkedHashMap<>();
        cells.put("persons_in", before(PERSONS, row));
        cells.put("persons_out", after(PERSONS, row));
        cells.put("excluded_persons", after(EXCLUDED, row));
        cells.put("fail_only_this_persons", FAIL_ONLY.cell(row.phenotype(), row.stepCode()));
        cells.put("records_in", before(RECORDS, row));
        cells.put("records_out", after(RECORDS, row));
        return cells;
    }

    @Override
    public Map<String, List<String>> derived() {
        return Map.of();
    }

    @Override
    public void relate(AttritionRow row, CellGraph graph) {
        CellId in = before(PERSONS, row);
        CellId out = after(PERSONS, row);
        CellId excluded = after(EXCLUDED, row);
        String split = excluded.described();
        graph.part(in, split, out);
        graph.part(in, split, excluded);
        graph.contains(excluded, FAIL_ONLY.cell(row.phenotype(), row.stepCode()));
        graph.contains(before(RECORDS, row), after(RECORDS, row));
        graph.follows(in, before(RECORDS, row));
        graph.follows(out, after(RECORDS, row));
        AttritionStep step = step(row);
        if (COHORT_AFTER.containsKey(step)) {
            String group = COHORT_AFTER.get(step).label();
            graph.contains(
                    Spaces.COHORT.cell(row.phenotype(), group, CountSpace.TOTAL, CountSpace.TOTAL, CountSpace.TOTAL),
                    out);
        }
        if (step == AttritionStep.PRIOR_OBSERVATION) {
            graph.contains(out, observedInStudy());
        }
    }

    private static CellId observedInStudy() {
        String all = CountSpace.TOTAL;
        return Spaces.POPULATION.cell(
                PrevalenceType.PERIOD.label(), Denominator.OBSERVED.label(), "study", all, all, all, all, all, all);
    }

    /** Whether the cell counts everybody observed in the study; without a wish for prior observation, two steps do. */
    static boolean isWholePopulation(CellId cell) {
        return cell.space().equals(PERSONS)
                && cell.level("phenotype").equals(CountSpace.TOTAL)
                && WHOLE_POPULATION_AFTER.contains(cell.level("steps"));
    }

    /** Whether the cell counts the confirmed cases, the last step of the longest attrition. */
    static boolean isConfirmedCohort(CellId cell) {
        return cell.space().equals(PERSONS)
                && cell.level("steps").equals(Integer.toString(AttritionStep.values().length));
    }

    private static CellId before(CountSpace space, AttritionRow row) {
        int ordinal = step(row).ordinal();
        boolean shared = ordinal == 0 || AttritionStep.values()[ordinal - 1].sameForAllPhenotypes();
        return afterSteps(space, shared ? CountSpace.TOTAL : row.phenotype(), row.stepNo() - 1);
    }

    private static CellId after(CountSpace space, AttritionRow row) {
        String phenotype = step(row).sameForAllPhenotypes() ? CountSpace.TOTAL : row.phenotype();
        return afterSteps(space, phenotype, row.stepNo());
    }

    private static CellId afterSteps(CountSpace space, String phenotype, int steps) {
        return space.cell(phenotype, Integer.toString(steps));
    }

    private static AttritionStep step(AttritionRow row) {
        return AttritionStep.valueOf(row.stepCode().toUpperCase(Locale.ROOT));
    }
}
