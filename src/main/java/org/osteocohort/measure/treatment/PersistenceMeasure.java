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
import org.osteocohort.statistics.ProportionInterval;
import org.osteocohort.statistics.ProportionMethod;
import org.osteocohort.table.Table;

/**
 * How many of those who begin a drug still have it some time later. The tally has a cell for each day on which a first
 * use ended, {@link FirstUse#LONGEST_DAYS} at most.
 */
public final class PersistenceMeasure implements Measure<PersistenceRow> {
    private static final String NAME = "persistence";

    /** Days since first use that are told. */
    public static final List<Integer> DAYS = List.of(30, 90, 180, 365, FirstUse.LONGEST_DAYS);

    private final StudyFrame frame;
    private final AgeBands ageBands;

    public PersistenceMeasure(StudyFrame frame) {
        this.frame = frame;
        this.ageBands = new AgeBands(frame);
    }

    private record Group(String phenotype, CaseGroup group, String treatment, Stratum stratum) {}

    /** What a group did on the days that are told, and how its first unbroken use ended. */
    private static final class Uses {
        private final FollowUpDays ends = new FollowUpDays();
        private final Map<Integer, Long> observed = new HashMap<>();
        private final Map<Integer, Long> covered = new HashMap<>();

        void add(List<String> parts, long children) {
            int day = Integer.parseInt(parts.get(1));
            switch (Fact.valueOf(parts.get(0))) {
                case STOPPED -> ends.add(true, day, children);
                case FOLLOWED_TO_THE_END -> ends.add(false, day, children);
                case OBSERVED -> observed.merge(day, children, Math::addExact);
                case COVERED -> covered.merge(day, children, Math::addExact);
            }
        }
    }

    /** What is counted of a child, each with a day. */
    private enum Fact {
        STOPPED,
        FOLLOWED_TO_THE_END,
        OBSERVED,
        COVERED
    }

    @Override
    public Table<PersistenceRow> table() {
        return PersistenceRow.TABLE;
    }

    @Override
    public void observe(Assessment child, Tally tally) {
        List<ClassSpan> memberships = StudyCohort.memberships(child, frame);
        if (memberships.isEmpty()) {
            return;
        }
        for (Treatment treatment : Treatment.drugs()) {
            List<SortedSet<LocalDate>> days = treatment.days(child);
            for (ClassSpan member : memberships) {
                FirstUse use = FirstUse.of(child, member.indexDate(), days, frame);
                if (use.outcome() == Outcome.TREATED) {
                    LocalDate first = member.indexDate().plusDays(use.day());
                    count(child, member, treatment, DrugUse.of(child, first, treatment.items(), frame), tally);
                }
            }
        }
    }

    private void count(Assessment child, ClassSpan member, Treatment treatment, DrugUse use, Tally tally) {
        count(child, member, treatment, use.stopped() ? Fact.STOPPED : Fact.FOLLOWED_TO_THE_END, use.endDay(), tally);
        for (int day : DAYS) {
            if (use.observedOn(day)) {
                count(child, member, treatment, Fact.OBSERVED, day, tally);
                if (use.coveredOn(day)) {
                    count(child, member, treatment, Fact.COVERED, day, tally);
                }
            }
        }
    }

    private void count(Assessment child, ClassSpan member, Treatment treatment, Fact fact, int day, Tally tally) {
        Patient patient = child.history().patient();
        List<String> parts = new ArrayList<>(List.of(
                member.phenotype(), member.caseClass().name(), treatment.name(), fact.name(), Integer.toString(day)));
        parts.addAll(Stratum.ofSexAndAge(
                        patient, ageBands.of(patient, member.indexDate()).wholeGroup())
                .parts());
        tally.add(new TallyKey(NAME, parts));
    }

    @Override
    public List<PersistenceRow> rows(Tally tally) {
        Stratification stratification = Stratification.bySexOrAgeGroup(frame);
        Map<Group, Uses> uses = new HashMap<>();
        tally.forEach(NAME, (parts, count) -> spread(parts, count, stratification, uses));
        List<PersistenceRow> rows = new ArrayList<>();
        for (StudyPhenotype phenotype : frame.phenotypes()) {
            for (CaseGroup group : CaseGroup.values()) {
                for (Treatment treatment : Treatment.drugs()) {
                    for (Stratum stratum : stratification.grid()) {
                        Group asked = new Group(phenotype.name(), group, treatment.name(), stratum);
                        addRows(asked, uses.getOrDefault(asked, new Uses()), rows);
                    }
                }
            }
        }
        return rows;
    }

    private static void spread(List<String> parts, long count, Stratification stratification, Map<Group, Uses> uses) {
        Stratum finest = Stratum.parse(parts.subList(5, parts.size()));
        stratification.see(finest);
        for (CaseGroup group : CaseGroup.including(CaseClass.valueOf(parts.get(1)))) {
            for (Stratum stratum : stratification.containing(finest)) {
                uses.computeIfAbsent(new Group(parts.get(0), group, parts.get(2), stratum), key -> new Uses())
                        .add(parts.subList(3, 5), count);
            }
        }
    }

    private void addRows(Group group, Uses uses, List<PersistenceRow> rows) {
        ProportionMethod interval = frame.settings().interval();
        KaplanMeier curve = KaplanMeier.of(uses.ends.days());
        for (int day : DAYS) {
            long observed = uses.observed.getOrDefault(day, 0L);
            long covered = uses.covered.getOrDefault(day, 0L);
            ProportionInterval share = interval.interval(covered, observed);
            CumulativeShare stopped = CumulativeShare.by(day, curve);
            rows.add(new PersistenceRow(
                    group.phenotype(),
                    group.group().label(),
                    group.treatment(),
                    group.stratum().sex(),
                    group.stratum().ageGroup(),
                    day,
                    uses.ends.children(),
                    observed,
                    covered,
                    share.estimate(),
                    share.low(),
                    share.high(),
                    Confidence.LEVEL,
                    interval.label(),
                    uses.ends.eventsBy(day),
                    stopped.estimate(),
                    stopped.low(),
                    stopped.high(),
                    KaplanMeier.METHOD,
                    share.estimable() ? ValueStatus.RELEASED.label() : ValueStatus.NOT_ESTIMABLE.label()));
        }
    }
}
