package org.osteocohort.measure.incidence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osteocohort.ehr.Patient;
import org.osteocohort.measure.population.AgeBands;
import org.osteocohort.measure.population.AgeLevel;
import org.osteocohort.measure.population.ChildAges;
import org.osteocohort.measure.population.Contribution;
import org.osteocohort.measure.population.Counted;
import org.osteocohort.measure.population.Denominator;
import org.osteocohort.measure.population.ObservedTime;
import org.osteocohort.measure.population.ReportPeriod;
import org.osteocohort.measure.population.Stratum;
import org.osteocohort.measure.population.StudyFrame;
import org.osteocohort.measure.tally.Measure;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.measure.tally.TallyBranch;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.table.Table;

/**
 * How often children become a case, or come under a cause, in the time that they are at risk of it. Each group of classes
 * has events of its own: a child that is suspected first and confirmed later is an event of both, on two days.
 *
 * <p>A child is at risk on each day that it contributes after the washout, up to and with the day of its first event.
 * The washout is waived for who is observed from birth. An event counts on a day at risk only; every other event of a
 * child of the study stands in a column of its own. Age is that of each day: on a birthday a child may move to the next
 * band, and is then a person of both.
 *
 * <p>Most children never have most events. So the time at risk of any event is counted once, and of each event only
 * what it takes away.
 */
public final class IncidenceMeasure implements Measure<IncidenceRow> {
    static final String NAME = "incidence";
    static final String NOT_AT_RISK = "incidence_not_at_risk";
    static final String LEFT = "incidence_left";

    private final StudyFrame frame;
    private final AgeBands ageBands;
    private final List<ReportPeriod> periods;
    private final int observedBefore;

    public IncidenceMeasure(StudyFrame frame) {
        this.frame = frame;
        this.ageBands = new AgeBands(frame);
        this.periods = ReportPeriod.of(frame);
        this.observedBefore =
                Math.max(frame.settings().washoutDays(), frame.settings().priorObservationDays());
    }

    @Override
    public Table<IncidenceRow> table() {
        return IncidenceRow.TABLE;
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
        Patient patient = child.history().patient();
        ObservedTime all = ObservedTime.of(child.history());
        ObservedTime risk = all.afterObservedDays(observedBefore, patient).eligible(patient, frame);
        ObservedTime observed = all.eligible(patient, frame);
        List<FirstEvent> events = FirstEvent.of(child);
        for (FirstEvent event : events) {
            NotAtRisk.of(event.day(), risk, observed, contributed.days().lastDay(), frame)
                    .ifPresent(reason -> tally.of(NOT_AT_RISK)
                            .at(event.what().parts())
                            .at(reason.name())
                            .add(1));
            for (Leaving leaving : event.leaving(contributed.days().lastDay())) {
                tally.of(LEFT).at(event.what().parts()).at(leaving.name()).add(1);
            }
        }
        ChildAges ages = ageBands.ages(patient);
        TallyBranch ofChild = tally.of(NAME).at(Stratum.partsButAge(patient));
        for (ReportPeriod period : periods) {
            Contribution within = contributed.within(period);
            ObservedTime atRisk = risk.within(period.start(), period.end());
            if (!within.days().none()) {
                TallyBranch cells = ofChild.at(period.name()).at(Denominator.labelsOf(within, period));
                observe(atRisk, events, new Place(patient, ages, cells));
            }
        }
    }

    private void observe(ObservedTime atRisk, List<FirstEvent> events, Place place) {
        if (atRisk.none()) {
            place.add(IncidenceCount.NOT_FOLLOWED, Counted.EVERYONE, AgeLevel.ALL, 1);
            return;
        }
        Map<AgeLevel, ObservedTime> days = place.ages().divide(atRisk);
        place.count(Counted.EVERYONE, days, levels(days));
        for (FirstEvent event : events) {
            if (atRisk.contains(event.day())) {
                place.add(IncidenceCount.EVENTS, event.what(), ageBands.of(place.patient(), event.day()), 1);
            }
            ObservedTime later = atRisk.after(event.day());
            if (!later.none()) {
                Set<AgeLevel> lost = levels(days);
                lost.removeAll(levels(place.ages().divide(atRisk.until(event.day()))));
                place.count(event.what(), place.ages().divide(later), lost);
            }
        }
    }

    /** Every level at which a child with these days is a person: each band, the groups around them, all ages. */
    private static Set<AgeLevel> levels(Map<AgeLevel, ObservedTime> days) {
        Set<AgeLevel> levels = new LinkedHashSet<>(days.keySet());
        days.keySet().forEach(level -> levels.add(level.wholeGroup()));
        if (!days.isEmpty()) {
            levels.add(AgeLevel.ALL);
        }
        return levels;
    }

    /** Where a child is counted in a period, apart from its age, which comes last: a child is of many ages. */
    private record Place(Patient patient, ChildAges ages, TallyBranch cells) {
        void count(Counted what, Map<AgeLevel, ObservedTime> days, Set<AgeLevel> persons) {
            TallyBranch counts = cells.at(what.parts());
            TallyBranch ofDays = counts.at(IncidenceCount.DAYS.name());
            days.forEach((age, time) -> add(ofDays, age, time.count()));
            TallyBranch ofPersons = counts.at(IncidenceCount.PERSONS.name());
            persons.forEach(age -> add(ofPersons, age, 1));
        }

        void add(IncidenceCount count, Counted what, AgeLevel age, long number) {
            add(cells.at(what.parts()).at(count.name()), age, number);
        }

        private static void add(TallyBranch cells, AgeLevel age, long number) {
            cells.at(age.group()).at(age.band()).add(number);
        }
    }

    @Override
    public List<IncidenceRow> rows(Tally tally) {
        IncidenceCells cells = IncidenceCells.of(tally, frame);
        List<IncidenceRow> rows = new ArrayList<>();
        for (Counted what : Counted.all(frame)) {
            for (Denominator denominator : Denominator.values()) {
                for (ReportPeriod period : periods) {
                    for (Stratum stratum : cells.grid()) {
                        rows.add(cells.row(what, denominator, period, stratum));
                    }
                }
            }
        }
        return rows;
    }
}
