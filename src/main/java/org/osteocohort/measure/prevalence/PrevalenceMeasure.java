package org.osteocohort.measure.prevalence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.osteocohort.codes.Role;
import org.osteocohort.ehr.Patient;
import org.osteocohort.measure.WilsonInterval;
import org.osteocohort.measure.population.AgeBands;
import org.osteocohort.measure.population.CaseGroup;
import org.osteocohort.measure.population.Denominator;
import org.osteocohort.measure.population.ItemKind;
import org.osteocohort.measure.population.ObservedTime;
import org.osteocohort.measure.population.ReportPeriod;
import org.osteocohort.measure.population.Stratification;
import org.osteocohort.measure.population.Stratum;
import org.osteocohort.measure.population.StudyFrame;
import org.osteocohort.measure.population.StudyItem;
import org.osteocohort.measure.population.StudyPhenotype;
import org.osteocohort.measure.tally.Measure;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.measure.tally.TallyKey;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.phenotype.CaseClass;
import org.osteocohort.phenotype.Verdict;
import org.osteocohort.table.Table;
import org.osteocohort.tag.Tag;

/**
 * How many children are a case, or have a cause in effect, among those who contribute time to a period.
 *
 * <p>A child is a case from the index date on: an index date before the period, or on a day without observation,
 * still makes a case of a child who is in the denominator. An item counts when it is in effect on a contributed day.
 */
public final class PrevalenceMeasure implements Measure<PrevalenceRow> {
    private static final String NAME = "prevalence";
    private static final String POPULATION = "population";

    private final StudyFrame frame;
    private final AgeBands ageBands;
    private final List<ReportPeriod> periods;

    public PrevalenceMeasure(StudyFrame frame) {
        this.frame = frame;
        this.ageBands = new AgeBands(frame);
        this.periods = ReportPeriod.of(frame);
    }

    /** A cell of the table: what is counted, in which denominator, period and stratum. */
    private record Cell(Counted what, String denominator, String period, Stratum stratum) {}

    /** What a row counts; the population itself is the denominator of all others. */
    private record Counted(String kind, String item, String caseClass) {
        private static final Counted EVERYONE = new Counted(POPULATION, Stratum.ALL, Stratum.ALL);

        static Counted of(StudyItem item) {
            return new Counted(item.kind().label(), item.item(), Stratum.ALL);
        }

        static Counted of(String phenotype, String caseClass) {
            return new Counted(ItemKind.PHENOTYPE.label(), phenotype, caseClass);
        }
    }

    @Override
    public Table<PrevalenceRow> table() {
        return PrevalenceRow.TABLE;
    }

    @Override
    public void observe(Assessment child, Tally tally) {
        ObservedTime contributed = ObservedTime.contributed(child.history(), frame);
        if (contributed.none()) {
            return;
        }
        for (ReportPeriod period : periods) {
            ObservedTime days = contributed.within(period.start(), period.end());
            if (!days.none()) {
                observe(child, period, days, tally);
            }
        }
    }

    private void observe(Assessment child, ReportPeriod period, ObservedTime days, Tally tally) {
        Patient patient = child.history().patient();
        Stratum stratum = Stratum.of(patient, ageBands.of(patient, days.firstDay()));
        List<String> place = new ArrayList<>(List.of(period.name(), Denominator.labelsOf(days, period)));
        place.addAll(stratum.parts());
        tally.add(key(Counted.EVERYONE, place));
        for (Verdict verdict : child.verdicts()) {
            if (verdict.caseClass() != CaseClass.NOT_MET && !verdict.indexDate().isAfter(days.lastDay())) {
                tally.add(
                        key(Counted.of(verdict.phenotype(), verdict.caseClass().name()), place));
            }
        }
        for (StudyItem item : inEffect(child, days)) {
            tally.add(key(Counted.of(item), place));
        }
    }

    private static SortedSet<StudyItem> inEffect(Assessment child, ObservedTime days) {
        SortedSet<StudyItem> items = new TreeSet<>();
        for (Tag tag : child.tags()) {
            if (days.spans().stream().anyMatch(span -> tag.inEffect(span.start(), span.end()))) {
                Role.labelled(tag.role()).flatMap(ItemKind::of).ifPresent(kind -> {
                    StudyItem item = new StudyItem(kind, tag.item());
                    items.add(item);
                    items.addAll(item.wider());
                });
            }
        }
        return items;
    }

    private static TallyKey key(Counted what, List<String> place) {
        List<String> parts = new ArrayList<>(List.of(what.kind(), what.item(), what.caseClass()));
        parts.addAll(place);
        return new TallyKey(NAME, parts);
    }

    @Override
    public List<PrevalenceRow> rows(Tally tally) {
        Stratification stratification = Stratification.byPlaceAndPerson(frame);
        Map<Cell, Long> counts = new HashMap<>();
        tally.forEach(NAME, (parts, count) -> spread(parts, count, stratification, counts));
        List<Stratum> grid = stratification.grid();
        List<PrevalenceRow> rows = new ArrayList<>();
        for (Counted what : counted()) {
            for (Denominator denominator : Denominator.values()) {
                for (ReportPeriod period : periods) {
                    for (Stratum stratum : grid) {
                        Cell numerator = new Cell(what, denominator.label(), period.name(), stratum);
                        rows.add(row(numerator, period, counts));
                    }
                }
            }
        }
        return rows;
    }

    /** Adds a finest cell to every group, denominator and stratum that holds it. */
    private static void spread(List<String> parts, long count, Stratification stratification, Map<Cell, Long> counts) {
        Stratum finest = Stratum.parse(parts.subList(5, parts.size()));
        stratification.see(finest);
        for (Counted what : groups(parts)) {
            for (String denominator : Denominator.split(parts.get(4))) {
                for (Stratum stratum : stratification.containing(finest)) {
                    counts.merge(new Cell(what, denominator, parts.get(3), stratum), count, Math::addExact);
                }
            }
        }
    }

    private static List<Counted> groups(List<String> parts) {
        if (!parts.get(0).equals(ItemKind.PHENOTYPE.label())) {
            return List.of(new Counted(parts.get(0), parts.get(1), parts.get(2)));
        }
        CaseClass caseClass = CaseClass.valueOf(parts.get(2));
        return CaseGroup.including(caseClass).stream()
                .map(group -> Counted.of(parts.get(1), group.label()))
                .toList();
    }

    private List<Counted> counted() {
        List<Counted> all = new ArrayList<>();
        for (StudyPhenotype phenotype : frame.phenotypes()) {
            for (CaseGroup group : CaseGroup.values()) {
                all.add(Counted.of(phenotype.name(), group.label()));
            }
        }
        frame.items().forEach(item -> all.add(Counted.of(item)));
        return all;
    }

    private static PrevalenceRow row(Cell cell, ReportPeriod period, Map<Cell, Long> counts) {
        Cell population = new Cell(Counted.EVERYONE, cell.denominator(), cell.period(), cell.stratum());
        long numerator = counts.getOrDefault(cell, 0L);
        long denominator = counts.getOrDefault(population, 0L);
        WilsonInterval share = WilsonInterval.of(numerator, denominator);
        Stratum stratum = cell.stratum();
        return new PrevalenceRow(
                cell.what().kind(),
                cell.what().item(),
                cell.what().caseClass(),
                cell.denominator(),
                period.name(),
                period.start(),
                period.end(),
                period.complete(),
                stratum.sex(),
                stratum.ageBand(),
                stratum.race(),
                stratum.ethnicity(),
                stratum.site(),
                numerator,
                denominator,
                share.estimate(),
                share.low(),
                share.high(),
                WilsonInterval.LEVEL,
                WilsonInterval.METHOD,
                share.status().label());
    }
}
