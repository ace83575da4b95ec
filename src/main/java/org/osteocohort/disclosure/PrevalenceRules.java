package org.osteocohort.disclosure;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osteocohort.measure.population.Denominator;
import org.osteocohort.measure.population.ItemKind;
import org.osteocohort.measure.population.StudyItem;
import org.osteocohort.measure.prevalence.PrevalenceRow;
import org.osteocohort.measure.prevalence.PrevalenceType;
import org.osteocohort.table.Table;

final class PrevalenceRules implements TableRules<PrevalenceRow> {
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
    public PrevalenceRow estimated(PrevalenceRow rounded) {
        return RoundedShare.in(PrevalenceRow.TABLE, rounded, "numerator");
    }

    @Override
    public void relate(PrevalenceRow row, CellGraph graph) {
        CellId prevalent = prevalent(row);
        CellId population = population(row);
        graph.contains(population, prevalent);
        StandardizedRateRules.tellWhatRestsOn(prevalent, List.of(population), graph);
        ComparisonRules.tellWhatRestsOn(row, prevalent, population, graph);
        for (CellId cell : List.of(population, prevalent)) {
            for (String wider : Denominator.around(row.denominatorName())) {
                graph.contains(cell.with(Spaces.DENOMINATOR, wider), cell);
            }
            if (pointComparableWithPeriod(row)) {
                graph.contains(cell.with(Spaces.PREVALENCE_TYPE, PrevalenceType.PERIOD.label()), cell);
            }
        }
        Spaces.nestClasses(prevalent, graph);
        ItemKind kind = ItemKind.valueOf(row.kind().toUpperCase(Locale.ROOT));
        for (StudyItem wider : new StudyItem(kind, row.item()).wider()) {
            CellId outside = prevalent.with("kind", wider.kind().label()).with("item", wider.item());
            graph.contains(outside, prevalent);
        }
        if (kind == ItemKind.PHENOTYPE && comparableWithCohort(row)) {
            String all = CountSpace.TOTAL;
            graph.contains(Spaces.COHORT.cell(row.item(), row.caseClass(), row.sex(), all, all), prevalent);
        }
    }

    /** Ages are taken on other days in a cohort, so only strata without age are the same children. */
    private static boolean comparableWithCohort(PrevalenceRow row) {
        return row.period().equals(WHOLE_STUDY)
                && List.of(row.ageGroup(), row.ageBand(), row.race(), row.ethnicity(), row.site()).stream()
                        .allMatch(CountSpace.TOTAL::equals);
    }

    /** Ages are taken on the day of the point, which is the first contributed day only when the period begins there. */
    private static boolean pointComparableWithPeriod(PrevalenceRow row) {
        boolean withoutAge =
                row.ageGroup().equals(CountSpace.TOTAL) && row.ageBand().equals(CountSpace.TOTAL);
        return row.pointDate() != null && (withoutAge || row.pointDate().equals(row.periodStart()));
    }

    private static CellId population(PrevalenceRow row) {
        return Spaces.POPULATION.cell(
                row.prevalenceType(),
                row.denominatorName(),
                row.period(),
                row.sex(),
                row.ageGroup(),
                row.ageBand(),
                row.race(),
                row.ethnicity(),
                row.site());
    }

    private static CellId prevalent(PrevalenceRow row) {
        return Spaces.PREVALENT.cell(
                row.kind(),
                row.item(),
                row.caseClass(),
                row.prevalenceType(),
                row.denominatorName(),
                row.period(),
                row.sex(),
                row.ageGroup(),
                row.ageBand(),
                row.race(),
                row.ethnicity(),
                row.site());
    }
}
