package org.osteocohort.measure.prevalence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osteocohort.measure.population.AgeBands;
import org.osteocohort.measure.population.AgeLevel;
import org.osteocohort.measure.population.Contribution;
import org.osteocohort.measure.population.Counted;
import org.osteocohort.measure.population.Denominator;
import org.osteocohort.measure.population.ObservedTime;
import org.osteocohort.measure.population.ReportPeriod;
import org.osteocohort.measure.population.Stratification;
import org.osteocohort.measure.population.Stratum;
import org.osteocohort.measure.population.StudyCohort;
import org.osteocohort.measure.population.StudyFrame;
import org.osteocohort.measure.population.StudyItem;
import org.osteocohort.measure.tally.Measure;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.measure.tally.TallyBranch;
import org.osteocohort.measure.tally.ValueStatus;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.phenotype.ClassSpan;
import org.osteocohort.statistics.Confidence;
import org.osteocohort.statistics.ProportionInterval;
import org.osteocohort.statistics.ProportionMethod;
import org.osteocohort.table.Table;

/**
 * How many children are a case, or have a cause in effect, among those who contribute time to a period.
 *
 * <p>A child is of the class that was known on the last day that it contributes to the period, so that it is suspected
 * in the years before it is confirmed, and no case any more once its bone density proved normal. An index date before the
 * period, or on a day without observation, still makes a case of a child who is in the denominator. An item counts when it
 * is in effect on a contributed day.
 * A point prevalence looks at one day of the period, and at those who are in each denominator that day.
 */
public final class PrevalenceMeasure implements Measure<PrevalenceRow> {
    private static final String NAME = "prevalence";

    /** Four of the stratum, the period, the denominators, the type, two of the age; of all else, what it is follows. */
    private static final int PARTS_OF_EVERYONE = 9;

    private final StudyFrame frame;
    private final AgeBands ageBands;
    private final List<ReportPeriod> periods;
    private final PrevalentItems prevalentItems;

    public PrevalenceMeasure(StudyFrame frame) {
        this.frame = frame;
        this.ageBands = new AgeBands(frame);
        this.periods = ReportPeriod.of(frame);
        this.prevalentItems = new PrevalentItems(frame.settings().lookBackDays());
    }

    /** A cell of the table: what is counted, in which denominator, period and stratum. */
    private record Cell(Counted what, PrevalenceType type, String denominator, String period, Stratum stratum) {}

    @Override
    public Table<PrevalenceRow> table() {
        return PrevalenceRow.TABLE;
    }

    @Override
    public void observe(Assessment child, Tally tally) {
        observe(child, Contribution.of(child, frame), tally);
    }

    /** As {@link #observe(Assessment, Tally)}, for who knows already what the child contributes. */
    public void observe(Assessment child, Contribution contributed, Tally tally) {
        if (contributed.days().none()) {
            return;
        }
        TallyBranch ofChild =
                tally.of(NAME).at(Stratum.partsButAge(child.history().patient()));
        for (ReportPeriod period : periods) {
            Contribution within = contributed.within(period);
            if (!within.days().none()) {
                TallyBranch ofPeriod = ofChild.at(period.name());
                observe(child, PrevalenceType.PERIOD, within, period, ofPeriod);
                Contribution onPoint = within.on(period.point(frame.settings().pointInPeriod()));
                if (!onPoint.days().none()) {
                    observe(child, PrevalenceType.POINT, onPoint, period, ofPeriod);
                }
            }
        }
    }

    private void observe(
            Assessment child, PrevalenceType type, Contribution looked, ReportPeriod period, TallyBranch ofPeriod) {
        observe(
                child,
                looked.days(),
                ofPeriod.at(Denominator.labelsOf(looked, period)).at(type.name()));
    }

    private void observe(Assessment child, ObservedTime days, TallyBranch ofPeriod) {
        AgeLevel age = ageBands.of(child.history().patient(), days.firstDay());
        TallyBranch cells = ofPeriod.at(age.group()).at(age.band());
        // Everybody is counted where all else is counted among them.
        cells.add(1);
        for (ClassSpan found : StudyCohort.on(days.lastDay(), child)) {
            cells.at(Counted.of(found).parts()).add(1);
        }
        for (StudyItem item : prevalentItems.on(child, days)) {
            cells.at(Counted.of(item).parts()).add(1);
        }
    }

    @Override
    public List<PrevalenceRow> rows(Tally tally) {
        Stratification stratification = Stratification.byPlaceAndPerson(frame);
        Map<Cell, Long> counts = new HashMap<>();
        tally.forEach(NAME, (parts, count) -> spread(parts, count, stratification, counts));
        List<Stratum> grid = stratification.grid();
        List<PrevalenceRow> rows = new ArrayList<>();
        for (Counted what : Counted.all(frame)) {
            for (Denominator denominator : Denominator.values()) {
                for (ReportPeriod period : periods) {
                    for (PrevalenceType type : PrevalenceType.of(denominator)) {
                        for (Stratum stratum : grid) {
                            Cell cell = new Cell(what, type, denominator.label(), period.name(), stratum);
                            rows.add(row(cell, period, counts));
                        }
                    }
                }
            }
        }
        return rows;
    }

    /** Adds a finest cell to every group, denominator and stratum that holds it. */
    private static void spread(List<String> parts, long count, Stratification stratification, Map<Cell, Long> counts) {
        Stratum finest = Stratum.of(parts.subList(0, 4), new AgeLevel(parts.get(7), parts.get(8)));
        stratification.see(finest);
        PrevalenceType type = PrevalenceType.valueOf(parts.get(6));
        Counted counted = parts.size() == PARTS_OF_EVERYONE
                ? Counted.EVERYONE
                : Counted.parse(parts.subList(PARTS_OF_EVERYONE, parts.size()));
        for (Counted what : counted.groups()) {
            for (String denominator : Denominator.split(parts.get(5))) {
                for (Stratum stratum : stratification.containing(finest)) {
                    counts.merge(new Cell(what, type, denominator, parts.get(4), stratum), count, Math::addExact);
                }
            }
        }
    }

    private PrevalenceRow row(Cell cell, ReportPeriod period, Map<Cell, Long> counts) {
        Cell population = new Cell(Counted.EVERYONE, cell.type(), cell.denominator(), cell.period(), cell.stratum());
        long numerator = counts.getOrDefault(cell, 0L);
        long denominator = counts.getOrDefault(population, 0L);
        ProportionMethod interval = frame.settings().interval();
        ProportionInterval share = interval.interval(numerator, denominator);
        Stratum stratum = cell.stratum();
        return new PrevalenceRow(
                cell.what().kind(),
                cell.what().item(),
                cell.what().caseClass(),
                cell.type().label(),
                cell.denominator(),
                period.kind().label(),
                period.name(),
                period.start(),
                period.end(),
                period.complete(),
                period.blurred(),
                cell.type() == PrevalenceType.POINT
                        ? period.point(frame.settings().pointInPeriod())
                        : null,
                stratum.sex(),
                stratum.ageGroup(),
                stratum.ageBand(),
                stratum.race(),
                stratum.ethnicity(),
                stratum.site(),
                numerator,
                denominator,
                share.estimate(),
                share.low(),
                share.high(),
                Confidence.LEVEL,
                interval.label(),
                ValueStatus.of(share).label());
    }
}
