package org.osteocohort.disclosure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.osteocohort.job.PeriodKind;
import org.osteocohort.measure.comparison.ComparisonKind;
import org.osteocohort.measure.comparison.ComparisonRow;
import org.osteocohort.measure.population.Denominator;
import org.osteocohort.measure.population.ItemKind;
import org.osteocohort.measure.prevalence.PrevalenceRow;
import org.osteocohort.measure.prevalence.PrevalenceType;
import org.osteocohort.table.Table;

/**
 * A ratio shows the counts that it is made of, which are those of the other tables. A trend shows their sums only; these
 * follow every level that is compared, so that the test is hidden when one of them is.
 */
final class ComparisonRules implements TableRules<ComparisonRow> {
    private static final String OBSERVED = Denominator.OBSERVED.label();
    private static final String STUDY = PeriodKind.STUDY.label();
    private static final String YEAR = PeriodKind.YEAR.label();
    private static final String PHENOTYPE = ItemKind.PHENOTYPE.label();
    private static final Set<String> NO_BAND = Set.of(CountSpace.TOTAL, "uncertain", "outside");
    private static final CountSpace CASES =
            CountSpace.of("compared_cases", "comparison", "phenotype", Spaces.CASE_CLASS);
    private static final CountSpace CHILDREN =
            CountSpace.of("compared_children", "comparison", "phenotype", Spaces.CASE_CLASS);

    @Override
    public Table<ComparisonRow> table() {
        return ComparisonRow.TABLE;
    }

    @Override
    public Map<String, CellId> cells(ComparisonRow row) {
        Map<String, CellId> cells = new LinkedHashMap<>();
        switch (ComparisonKind.valueOf(row.comparison().toUpperCase(Locale.ROOT))) {
            case TREND_OVER_AGE_BANDS, TREND_OVER_YEARS -> {
                cells.put("numerator", CASES.cell(row.comparison(), row.phenotype(), row.caseClass()));
                cells.put("denominator", CHILDREN.cell(row.comparison(), row.phenotype(), row.caseClass()));
            }
            case PREVALENCE_RATIO -> {
                cells.put("numerator", prevalent(row, row.level()));
                cells.put("denominator", population(row, row.level()));
                cells.put("reference_numerator", prevalent(row, row.referenceLevel()));
                cells.put("reference_denominator", population(row, row.referenceLevel()));
            }
            case INCIDENCE_RATE_RATIO -> {
                cells.put("numerator", rate(IncidenceRules.EVENTS, row, row.level()));
                cells.put("denominator", rate(IncidenceRules.AT_RISK, row, row.level()));
                cells.put("person_days", rate(IncidenceRules.DAYS, row, row.level()));
                cells.put("reference_numerator", rate(IncidenceRules.EVENTS, row, row.referenceLevel()));
                cells.put("reference_denominator", rate(IncidenceRules.AT_RISK, row, row.referenceLevel()));
                cells.put("reference_person_days", rate(IncidenceRules.DAYS, row, row.referenceLevel()));
            }
        }
        return cells;
    }

    @Override
    public Map<String, List<String>> derived() {
        List<String> counts = List.of(
                "numerator",
                "denominator",
                "person_days",
                "reference_numerator",
                "reference_denominator",
                "reference_person_days");
        return Map.of("statistic", counts, "estimate", counts, "ci_low", counts, "ci_high", counts, "p_value", counts);
    }

    /** Nothing besides: the ratio's counts are related in their own tables. */
    @Override
    public void relate(ComparisonRow row, CellGraph graph) {
        // What follows from the levels of a trend is told by the rows of prevalence.
    }

    /** Says which trends rest on a row of prevalence. */
    static void tellWhatRestsOn(PrevalenceRow row, CellId prevalent, CellId population, CellGraph graph) {
        boolean compared = row.kind().equals(PHENOTYPE)
                && row.prevalenceType().equals(PrevalenceType.PERIOD.label())
                && row.denominatorName().equals(OBSERVED)
                && List.of(row.sex(), row.race(), row.ethnicity(), row.site()).stream()
                        .allMatch(CountSpace.TOTAL::equals);
        if (!compared) {
            return;
        }
        if (row.period().equals(STUDY) && !NO_BAND.contains(row.ageBand())) {
            tell(ComparisonKind.TREND_OVER_AGE_BANDS, row, prevalent, population, graph);
        }
        boolean allAges =
                row.ageGroup().equals(CountSpace.TOTAL) && row.ageBand().equals(CountSpace.TOTAL);
        if (row.periodKind().equals(YEAR) && row.periodComplete() && allAges) {
            tell(ComparisonKind.TREND_OVER_YEARS, row, prevalent, population, graph);
        }
    }

    private static void tell(
            ComparisonKind kind, PrevalenceRow row, CellId prevalent, CellId population, CellGraph graph) {
        graph.follows(prevalent, CASES.cell(kind.label(), row.item(), row.caseClass()));
        graph.follows(population, CHILDREN.cell(kind.label(), row.item(), row.caseClass()));
    }

    private static CellId prevalent(ComparisonRow row, String level) {
        return RateCells.prevalent(what(row), OBSERVED, STUDY, RateCells.stratum(row.comparedColumn(), level));
    }

    private static CellId population(ComparisonRow row, String level) {
        List<String> stratum = RateCells.stratum(row.comparedColumn(), level);
        return RateCells.observed(STUDY, stratum);
    }

    private static CellId rate(CountSpace space, ComparisonRow row, String level) {
        return RateCells.rate(space, what(row), OBSERVED, STUDY, RateCells.stratum(row.comparedColumn(), level));
    }

    private static List<String> what(ComparisonRow row) {
        return List.of(PHENOTYPE, row.phenotype(), row.caseClass());
    }
}
