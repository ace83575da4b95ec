package org.osteocohort.measure.treatment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.osteocohort.ehr.Patient;
import org.osteocohort.measure.population.AgeBands;
import org.osteocohort.measure.population.CaseGroup;
import org.osteocohort.measure.population.Stratification;
import org.osteocohort.measure.population.Stratum;
import org.osteocohort.measure.population.StudyCohort;
import org.osteocohort.measure.population.StudyFrame;
import org.osteocohort.measure.population.StudyPhenotype;
import org.osteocohort.measure.tally.Measure;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.measure.tally.TallyKey;
import org.osteocohort.measure.tally.ValueStatus;
import org.osteocohort.measure.treatment.FirstUse.Outcome;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.phenotype.CaseClass;
import org.osteocohort.phenotype.ClassSpan;
import org.osteocohort.statistics.Confidence;
import org.osteocohort.statistics.KaplanMeier;
import org.osteocohort.table.Table;

/**
 * How soon after the index date the children of each cohort get each treatment, those who leave counted as such. The
 * tally has a cell for each day of follow-up, {@link FirstUse#LONGEST_DAYS} at most, and so does not grow for ever with
 * the children.
 */
public final class TimeToTreatmentMeasure implements Measure<TimeToTreatmentRow> {
    private static final String NAME = "time_to_treatment";

    /** Days on which the curve is told: the ends of the coverage windows and the first month. */
    public static final List<Integer> DAYS = List.of(0, 30, 90, 180, 365, FirstUse.LONGEST_DAYS);

    private final StudyFrame frame;
    private final AgeBands ageBands;

    public TimeToTreatmentMeasure(StudyFrame frame) {
        this.frame = frame;
        this.ageBands = new AgeBands(frame);
    }

    private record Group(String phenotype, CaseGroup group, String treatment, Stratum stratum) {}

    /** What became of a group. */
    private static final class Fates {
        private final FollowUpDays followed = new FollowUpDays();
        private long treatedBefore;
        private long notObserved;

        void add(Outcome outcome, int day, long children) {
            switch (outcome) {
                case TREATED_BEFORE -> treatedBefore += children;
                case NOT_OBSERVED -> notObserved += children;
                case TREATED -> followed.add(true, day, children);
                case CENSORED -> followed.add(false, day, children);
            }
        }
    }

    @Override
    public Table<TimeToTreatmentRow> table() {
        return TimeToTreatmentRow.TABLE;
    }

    @Override
    public void observe(Assessment child, Tally tally) {
        List<ClassSpan> memberships = StudyCohort.memberships(child, frame);
        if (memberships.isEmpty()) {
            return;
        }
        Patient patient = child.history().patient();
        for (Treatment treatment : Treatment.ALL) {
            List<SortedSet<LocalDate>> days = treatment.days(child);
            for (ClassSpan member : memberships) {
                FirstUse use = FirstUse.of(child, member.indexDate(), days, frame);
                List<String> parts = new ArrayList<>(List.of(
                        member.phenotype(),
                        member.caseClass().name(),
                        treatment.name(),
                        use.outcome().name(),
                        Integer.toString(use.day())));
                parts.addAll(Stratum.ofSexAndAge(
                                patient,
                                ageBands.of(patient, member.indexDate()).wholeGroup())
                        .parts());
                tally.add(new TallyKey(NAME, parts));
            }
        }
    }

    @Override
    public List<TimeToTreatmentRow> rows(Tally tally) {
        Stratification stratification = Stratification.bySexOrAgeGroup(frame);
        Map<Group, Fates> fates = new HashMap<>();
        tally.forEach(NAME, (parts, count) -> spread(parts, count, stratification, fates));
        List<TimeToTreatmentRow> rows = new ArrayList<>();
        for (StudyPhenotype phenotype : frame.phenotypes()) {
            for (CaseGroup group : CaseGroup.values()) {
                for (Treatment treatment : Treatment.ALL) {
                    for (Stratum stratum : stratification.grid()) {
                        Group asked = new Group(phenotype.name(), group, treatment.name(), stratum);
                        addRows(asked, fates.getOrDefault(asked, new Fates()), rows);
                    }
                }
            }
        }
        return rows;
    }

    private static void spread(List<String> parts, long count, Stratification stratification, Map<Group, Fates> fates) {
        Stratum finest = Stratum.parse(parts.subList(5, parts.size()));
        stratification.see(finest);
        Outcome outcome = Outcome.valueOf(parts.get(3));
        int day = Integer.parseInt(parts.get(4));
        for (CaseGroup group : CaseGroup.including(CaseClass.valueOf(parts.get(1)))) {
            for (Stratum stratum : stratification.containing(finest)) {
                fates.computeIfAbsent(new Group(parts.get(0), group, parts.get(2), stratum), key -> new Fates())
                        .add(outcome, day, count);
            }
        }
    }

    private static void addRows(Group group, Fates fates, List<TimeToTreatmentRow> rows) {
        KaplanMeier curve = KaplanMeier.of(fates.followed.days());
        for (int day : DAYS) {
            long events = fates.followed.eventsBy(day);
            long censored = fates.followed.censoredBy(day);
            CumulativeShare share = CumulativeShare.by(day, curve);
            rows.add(new TimeToTreatmentRow(
                    group.phenotype(),
                    group.group().label(),
                    group.treatment(),
                    group.stratum().sex(),
                    group.stratum().ageGroup(),
                    day,
                    fates.followed.children(),
                    fates.treatedBefore,
                    fates.notObserved,
                    fates.followed.children() - events - censored,
                    events,
                    censored,
                    share.estimate(),
                    share.low(),
                    share.high(),
                    Confidence.LEVEL,
                    KaplanMeier.METHOD,
                    share.estimate() == null ? ValueStatus.NOT_ESTIMABLE.label() : ValueStatus.RELEASED.label()));
        }
    }
}
