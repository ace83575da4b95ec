package org.osteocohort.disclosure;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osteocohort.measure.population.Denominator;
import org.osteocohort.measure.population.ItemKind;
import org.osteocohort.measure.population.StudyItem;
import org.osteocohort.measure.prevalence.PrevalenceRow;
import org.osteocohort.table.Table;

final class PrevalenceRules implements TableRules<PrevalenceRow> {
    /** Each within the next. */
    private static final List<String> DENOMINATORS =
            List.of(Denominator.WHOLE_PERIOD.label(), Denominator.DAY_ONE.label(), Denominator.OBSERVED.label());

    private static final String WHOLE_STUDY = "study";

    @Override
    public Table<PrevalenceRow> table() {
        return PrevalenceRow.TABLE;
    }

    @Override
    public Map<String, CellId> cells(PrevalenceRow row) {
        return Map.of("numerator", prevalent(row), "denominator", population(row));
    }

    @Override
    public Map<String, List<String>> derived() {
        List<String> counts = List.of("numerator", "denominator");
        return Map.of("estimate", counts, "ci_low", counts, "ci_high", counts);
    }

    @Override
    public void relate(PrevalenceRow row, CellGraph graph) {
        CellId prevalent = prevalent(row);
        CellId population = population(row);
        graph.contains(population, prevalent);
        Spaces.nest(population, Spaces.DENOMINATOR, DENOMINATORS, graph);
        Spaces.nest(prevalent, Spaces.DENOMINATOR, DENOMINATORS, graph);
        Spaces.nestClasses(prevalent, graph);
        ItemKind kind = ItemKind.valueOf(row.kind().toUpperCase(Locale.ROOT));
        for (StudyItem wider : new StudyItem(kind, row.item()).wider()) {
            CellId outside = prevalent.with("kind", wider.kind().label()).with("item", wider.item());
            graph.contains(outside, prevalent);
        }
        if (kind == ItemKind.PHENOTYPE && comparableWithCohort(row)) {
            graph.contains(Spaces.COHORT.cell(row.item(), row.caseClass(), row.sex(), CountSpace.TOTAL), prevalent);
        }
    }

    /** Ages are taken on other days in a cohort, so only strata without age are the same children. */
    private static boolean comparableWithCohort(PrevalenceRow row) {
        return row.period().equals(WHOLE_STUDY)
                && List.of(row.ageBand(), row.race(), row.ethnicity(), row.site()).stream()
                        .allMatch(CountSpace.TOTAL::equals);
    }

    private static CellId population(PrevalenceRow row) {
        return Spaces.POPULATION.cell(
                row.denominatorName(), row.period(), row.sex(), row.ageBand(), row.race(), row.ethnicity(), row.site());
    }

    private static CellId prevalent(PrevalenceRow row) {
        return Spaces.PREVALENT.cell(
                row.kind(),
                row.item(),
                row.caseClass(),
                row.denominatorName(),
                row.period(),
                row.sex(),
                row.ageBand(),
                row.race(),
                row.ethnicity(),
                row.site());
    }
}
