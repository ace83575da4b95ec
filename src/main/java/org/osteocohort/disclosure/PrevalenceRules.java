package org.osteocohort.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.osteocohort.job.PeriodKind;
import org.osteocohort.measure.population.Denominator;
import org.osteocohort.measure.population.ItemKind;
import org.osteocohort.measure.population.StudyItem;
import org.osteocohort.measure.prevalence.PrevalenceRow;
import org.osteocohort.table.Table;

final class PrevalenceRules implements TableRules<PrevalenceRow> {
    private static final String WHOLE_STUDY = PeriodKind.STUDY.label();
    private static final String OBSERVED = Denominator.OBSERVED.label();
    private static final String MONTH = PeriodKind.MONTH.label();

    /** Denominators that a child is in for every period around one in which it is. */
    private static final Set<String> OF_EVERY_PERIOD = Set.of(OBSERVED, Denominator.REGULAR_CARE.label());

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
    public boolean isFine(PrevalenceRow row) {
        boolean main = row.pointDate() == null && row.denominatorName().equals(OBSERVED);
        return !main && !strata(row).equals(RateCells.ALL);
    }

    /** Whether the denominator of the row is everybody observed in the study. */
    static boolean countsAllChildren(PrevalenceRow row) {
        return row.pointDate() == null
                && row.denominatorName().equals(OBSERVED)
                && row.period().equals(WHOLE_STUDY)
                && strata(row).equals(RateCells.ALL);
    }

    @Override
    public void relate(PrevalenceRow row, CellGraph graph) {
        CellId prevalent = prevalent(row);
        CellId population = population(row);
        graph.contains(population, prevalent);
        StandardizedRateRules.tellWhatRestsOn(prevalent, List.of(population), graph);
        ComparisonRules.tellWhatRestsOn(row, prevalent, population, graph);
        for (String wider : Denominator.around(row.denominatorName())) {
            graph.contains(population(row, wider), population);
            graph.contains(prevalent(row, wider), prevalent);
        }
        if (row.pointDate() != null) {
            relatePointToPeriod(row, graph);
        }
        if (OF_EVERY_PERIOD.contains(row.denominatorName()) && isOfAllAges(row)) {
            relateToLongerPeriods(row, graph);
        }
        Spaces.nestClasses(prevalent, graph);
        ItemKind kind = ItemKind.valueOf(row.kind().toUpperCase(Locale.ROOT));
        for (StudyItem wider : new StudyItem(kind, row.item()).wider()) {
            CellId outside = prevalent.with("kind", wider.kind().label()).with("item", wider.item());
            graph.contains(outside, prevalent);
        }
        if (kind == ItemKind.PHENOTYPE
                && comparableWithCohort(row)
                && (isOnTheLastDay(row) || FirstEvents.nobodyLeft(what(row), graph))) {
            String all = CountSpace.TOTAL;
            CellId cohort = Spaces.COHORT.cell(row.item(), row.caseClass(), row.sex(), all, all);
            graph.contains(cohort, prevalent);
            if (row.pointDate() == null && row.denominatorName().equals(OBSERVED)) {
                // Both are of the class on the last contributed day, and whoever contributes a day is observed.
                graph.part(cohort, "observed", prevalent);
            }
        }
    }

    /** Whether the class that is counted is that of the last day on which the child contributes to the period. */
    private static boolean isOnTheLastDay(PrevalenceRow row) {
        return row.pointDate() == null || row.pointDate().equals(row.periodEnd());
    }

    /** Ages are taken on other days in a cohort, so only strata without age are the same children. */
    private static boolean comparableWithCohort(PrevalenceRow row) {
        return row.period().equals(WHOLE_STUDY)
                && List.of(row.ageGroup(), row.ageBand(), row.race(), row.ethnicity(), row.site()).stream()
                        .allMatch(CountSpace.TOTAL::equals);
    }

    /**
     * Whoever contributes to a month or year contributes to the year and the study around it, and whoever is a case there
     * is one here unless it was none any more; where ages do not matter.
     */
    private static void relateToLongerPeriods(PrevalenceRow row, CellGraph graph) {
        List<String> longer = new ArrayList<>();
        if (!row.period().equals(WHOLE_STUDY)) {
            longer.add(WHOLE_STUDY);
        }
        if (row.periodKind().equals(MONTH)) {
            longer.add(Integer.toString(row.periodStart().getYear()));
        }
        for (String period : longer) {
            String denominator = row.denominatorName();
            graph.contains(RateCells.population(denominator, period, row.periodStart(), strata(row)), population(row));
            if (FirstEvents.nobodyLeft(what(row), graph)) {
                graph.contains(RateCells.prevalent(what(row), denominator, period, strata(row)), prevalent(row));
            }
        }
    }

    /**
     * Whoever is counted on a day is counted in the period, and among those of its first day if it is this day; of the cases
     * those who are so still on their last day of the period.
     */
    private static void relatePointToPeriod(PrevalenceRow row, CellGraph graph) {
        boolean firstDay = row.pointDate().equals(row.periodStart());
        boolean stays = isOnTheLastDay(row) || FirstEvents.nobodyLeft(what(row), graph);
        if (comparableWithPeriod(row)) {
            graph.contains(periodPopulation(row, row.denominatorName()), population(row));
        }
        if (comparableWithPeriod(row) && stays) {
            graph.contains(periodPrevalent(row, row.denominatorName()), prevalent(row));
        }
        if (firstDay && stays && row.denominatorName().equals(OBSERVED)) {
            graph.contains(periodPrevalent(row, Denominator.DAY_ONE.label()), prevalent(row));
        }
    }

    /** Ages are taken on the day of the point, which is the first contributed day only when the period begins there. */
    private static boolean comparableWithPeriod(PrevalenceRow row) {
        return isOfAllAges(row) || row.pointDate().equals(row.periodStart());
    }

    private static boolean isOfAllAges(PrevalenceRow row) {
        return row.ageGroup().equals(CountSpace.TOTAL) && row.ageBand().equals(CountSpace.TOTAL);
    }

    private static CellId population(PrevalenceRow row) {
        return population(row, row.denominatorName());
    }

    private static CellId population(PrevalenceRow row, String denominator) {
        return row.pointDate() == null
                ? periodPopulation(row, denominator)
                : RateCells.populationOn(row.pointDate(), denominator, strata(row));
    }

    private static CellId periodPopulation(PrevalenceRow row, String denominator) {
        return RateCells.population(denominator, row.period(), row.periodStart(), strata(row));
    }

    private static CellId prevalent(PrevalenceRow row) {
        return prevalent(row, row.denominatorName());
    }

    private static CellId prevalent(PrevalenceRow row, String denominator) {
        return row.pointDate() == null
                ? periodPrevalent(row, denominator)
                : RateCells.prevalentOn(row.pointDate(), what(row), denominator, strata(row));
    }

    private static CellId periodPrevalent(PrevalenceRow row, String denominator) {
        return RateCells.prevalent(what(row), denominator, row.period(), strata(row));
    }

    private static List<String> what(PrevalenceRow row) {
        return List.of(row.kind(), row.item(), row.caseClass());
    }

    private static List<String> strata(PrevalenceRow row) {
        return List.of(row.sex(), row.ageGroup(), row.ageBand(), row.race(), row.ethnicity(), row.site());
    }
}
