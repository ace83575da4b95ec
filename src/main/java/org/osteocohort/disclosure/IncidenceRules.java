package org.osteocohort.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.osteocohort.job.PeriodKind;
import org.osteocohort.measure.incidence.IncidenceRow;
import org.osteocohort.measure.population.CaseGroup;
import org.osteocohort.measure.population.Denominator;
import org.osteocohort.measure.population.ItemKind;
import org.osteocohort.measure.population.StudyItem;
import org.osteocohort.table.Table;

/**
 * Events and days add up over every stratum, since an event and a day have one age; children do not add up over ages,
 * since they grow older. Who is not followed, or had the event before, is a number of its own, for it is the small one:
 * those at risk are hidden with it, and the time of those at risk with them and with the events.
 */
final class IncidenceRules implements TableRules<IncidenceRow> {
    private static final String PERIOD = "period";
    private static final String STUDY = PeriodKind.STUDY.label();
    private static final String YEAR = PeriodKind.YEAR.label();
    private static final List<String> BUT_AGE = List.of(Spaces.SEX, "race", "ethnicity", "site");

    /** Children who would be at risk if they had had no event before. */
    static final CountSpace FOLLOWED = space("followed", List.of(), Set.copyOf(BUT_AGE));

    private static final CountSpace NOT_FOLLOWED = space("not_followed", List.of(), Set.copyOf(BUT_AGE));
    private static final List<String> WHAT = List.of("kind", "item", Spaces.CASE_CLASS);
    private static final CountSpace EARLIER = space("earlier_event", WHAT, Set.copyOf(BUT_AGE));
    static final CountSpace AT_RISK = space("at_risk", WHAT, Set.of());
    static final CountSpace EVENTS = space("first_events", WHAT, Set.copyOf(Spaces.STRATA));
    static final CountSpace DAYS = space("days_at_risk", WHAT, Set.copyOf(Spaces.STRATA));
    /** Denominators that a child is in for the whole study if it is in one of its days. */
    private static final Set<String> ADDING_OVER_PERIODS =
            Set.of(Denominator.OBSERVED.label(), Denominator.REGULAR_CARE.label());

    private static CountSpace space(String name, List<String> what, Set<String> partitioned) {
        List<String> axes = new ArrayList<>(what);
        axes.addAll(List.of(Spaces.DENOMINATOR, PERIOD));
        axes.addAll(Spaces.STRATA);
        return new CountSpace(name, axes, partitioned);
    }

    @Override
    public Table<IncidenceRow> table() {
        return IncidenceRow.TABLE;
    }

    @Override
    public Map<String, CellId> cells(IncidenceRow row) {
        Map<String, CellId> cells = new LinkedHashMap<>();
        if (allAges(row)) {
            cells.put("persons_not_followed", notFollowed(row));
        }
        cells.put("persons_followed", followed(row));
        cells.put("persons_with_earlier_event", of(EARLIER, row));
        cells.put("persons_at_risk", of(AT_RISK, row));
        cells.put("events", of(EVENTS, row));
        cells.put("person_days", of(DAYS, row));
        if (tellsAllEvents(row)) {
            cells.putAll(FirstEvents.cells(what(row)));
        }
        return cells;
    }

    @Override
    public Map<String, List<String>> derived() {
        List<String> counts = List.of("persons_at_risk", "events", "person_days");
        return Map.of("person_years", counts, "estimate", counts, "ci_low", counts, "ci_high", counts);
    }

    @Override
    public boolean isFine(IncidenceRow row) {
        return !row.denominatorName().equals(Denominator.OBSERVED.label())
                && !strata(row).equals(RateCells.ALL);
    }

    @Override
    public void relate(IncidenceRow row, CellGraph graph) {
        CellId followed = followed(row);
        CellId earlier = of(EARLIER, row);
        CellId atRisk = of(AT_RISK, row);
        CellId events = of(EVENTS, row);
        CellId days = of(DAYS, row);
        String what = String.join(" ", what(row));
        graph.part(followed, what, earlier);
        graph.part(followed, what, atRisk);
        graph.contains(atRisk, events);
        for (CellId children : List.of(followed, earlier)) {
            graph.follows(children, atRisk);
            graph.follows(children, days);
        }
        graph.follows(atRisk, days);
        graph.follows(events, days);
        StandardizedRateRules.tellWhatRestsOn(events, List.of(atRisk, days), graph);
        for (CellId children : List.of(followed, atRisk)) {
            relateAges(children, graph);
        }
        for (String wider : Denominator.around(row.denominatorName())) {
            for (CellId cell : List.of(followed, earlier, events)) {
                graph.contains(cell.with(Spaces.DENOMINATOR, wider), cell);
            }
        }
        Spaces.nestClasses(earlier, graph);
        for (StudyItem wider : new StudyItem(kind(row), row.item()).wider()) {
            // Who came under one of several causes came under their union.
            graph.contains(earlier.with("kind", wider.kind().label()).with("item", wider.item()), earlier);
        }
        if (ADDING_OVER_PERIODS.contains(row.denominatorName())) {
            relatePeriods(row, events, graph);
            relatePeriods(row, days, graph);
        }
        relateTables(row, graph);
    }

    /** A child of an age band is one of the group around it, and of all ages. */
    private static void relateAges(CellId children, CellGraph graph) {
        String all = CountSpace.TOTAL;
        CellId group = children.with(Spaces.AGE_BAND, all);
        CellId allAges = group.with(Spaces.AGE_GROUP, all);
        if (!children.equals(group)) {
            graph.contains(group, children);
        }
        if (!children.equals(allAges) && !group.equals(allAges)) {
            graph.contains(allAges, children);
        }
    }

    /** The years of the study add up to it, and the months to the year, and also to the study. */
    private static void relatePeriods(IncidenceRow row, CellId cell, CellGraph graph) {
        if (row.periodKind().equals(STUDY)) {
            return;
        }
        graph.part(cell.with(PERIOD, STUDY), row.periodKind(), cell);
        if (!row.periodKind().equals(YEAR)) {
            String year = Integer.toString(row.periodStart().getYear());
            graph.part(cell.with(PERIOD, year), row.periodKind(), cell);
        }
    }

    private static void relateTables(IncidenceRow row, CellGraph graph) {
        if (allAges(row)) {
            CellId population =
                    RateCells.population(row.denominatorName(), row.period(), row.periodStart(), strata(row));
            // Those of a first day are one number for all periods that begin with it.
            String split = "followed " + row.denominatorName() + " " + row.period();
            graph.part(population, split, followed(row));
            graph.part(population, split, notFollowed(row));
            graph.follows(notFollowed(row), followed(row));
        }
        if (tellsAllEvents(row)) {
            FirstEvents.relate(what(row), of(EVENTS, row), graph);
        }
        if (kind(row) == ItemKind.PHENOTYPE && FirstEvents.nobodyLeft(what(row), graph)) {
            relateCases(row, graph);
        }
    }

    /** Whoever came into classes that nobody leaves is a case from then on. */
    private static void relateCases(IncidenceRow row, CellGraph graph) {
        if (allAges(row)) {
            graph.contains(
                    RateCells.prevalent(what(row), row.denominatorName(), row.period(), strata(row)), of(EVENTS, row));
        }
        CellId cohort = Spaces.COHORT.cell(row.item(), row.caseClass(), row.sex(), row.ageGroup(), row.ageBand());
        boolean comparable = row.period().equals(STUDY)
                && List.of(row.race(), row.ethnicity(), row.site()).stream().allMatch(CountSpace.TOTAL::equals);
        // The age of a cohort is that on which the child reached its present class, of which only the surest is the
        // first.
        if (comparable && (allAges(row) || row.caseClass().equals(CaseGroup.CONFIRMED.label()))) {
            graph.contains(cohort, of(EVENTS, row));
        }
    }

    private static boolean allAges(IncidenceRow row) {
        return row.ageGroup().equals(CountSpace.TOTAL) && row.ageBand().equals(CountSpace.TOTAL);
    }

    private static CellId notFollowed(IncidenceRow row) {
        return RateCells.rate(NOT_FOLLOWED, List.of(), row.denominatorName(), row.period(), strata(row));
    }

    private static boolean tellsAllEvents(IncidenceRow row) {
        return row.denominatorName().equals(Denominator.OBSERVED.label())
                && row.period().equals(STUDY)
                && strata(row).stream().allMatch(CountSpace.TOTAL::equals);
    }

    private static ItemKind kind(IncidenceRow row) {
        return ItemKind.valueOf(row.kind().toUpperCase(Locale.ROOT));
    }

    private static CellId followed(IncidenceRow row) {
        return RateCells.followed(row.denominatorName(), row.period(), strata(row));
    }

    private static CellId of(CountSpace space, IncidenceRow row) {
        return RateCells.rate(space, what(row), row.denominatorName(), row.period(), strata(row));
    }

    private static List<String> what(IncidenceRow row) {
        return List.of(row.kind(), row.item(), row.caseClass());
    }

    private static List<String> strata(IncidenceRow row) {
        return List.of(row.sex(), row.ageGroup(), row.ageBand(), row.race(), row.ethnicity(), row.site());
    }
}
