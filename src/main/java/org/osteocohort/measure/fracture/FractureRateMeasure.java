package org.osteocohort.measure.fracture;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osteocohort.ehr.Patient;
import org.osteocohort.ehr.Sex;
import org.osteocohort.fracture.FractureEvent;
import org.osteocohort.measure.population.AgeBands;
import org.osteocohort.measure.population.AgeLevel;
import org.osteocohort.measure.population.ObservedTime;
import org.osteocohort.measure.population.Stratification;
import org.osteocohort.measure.population.Stratum;
import org.osteocohort.measure.population.StudyFrame;
import org.osteocohort.measure.tally.Measure;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.measure.tally.TallyBranch;
import org.osteocohort.measure.tally.ValueStatus;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.statistics.Confidence;
import org.osteocohort.statistics.PoissonRate;
import org.osteocohort.table.Table;

/**
 * How often children break a bone, whatever the definitions make of it: a first check of an extract against published
 * rates. Time and events are divided at birthdays.
 */
public final class FractureRateMeasure implements Measure<FractureRateRow> {
    private static final String NAME = "fracture_rates";
    private static final String PERSON_DAYS = "person_days";
    private static final String OBSERVED = "observed";
    private static final String EVENTS = "events";
    private static final String CHILDREN = "children";
    private static final double DAYS_PER_YEAR = 365.25;
    private static final double PER_YEARS = 10_000;

    private final StudyFrame frame;
    private final AgeBands ageBands;
    private final Stratification sexAndAge;
    /** The ages that children of a study are of together are few. */
    private final Map<Ages, Set<Stratum>> strata = new HashMap<>();

    public FractureRateMeasure(StudyFrame frame) {
        this.frame = frame;
        this.ageBands = new AgeBands(frame);
        this.sexAndAge = Stratification.bySexAndAge(frame);
    }

    /** What tells in which strata a child is. */
    private record Ages(Sex sex, Set<AgeLevel> levels) {
        private Ages {
            levels = Set.copyOf(levels);
        }
    }

    private record Cell(String counted, FractureGroup group, Stratum stratum) {}

    @Override
    public Table<FractureRateRow> table() {
        return FractureRateRow.TABLE;
    }

    @Override
    public void observe(Assessment child, Tally tally) {
        ObservedTime contributed = ObservedTime.contributed(child.history(), frame);
        if (contributed.none()) {
            return;
        }
        Patient patient = child.history().patient();
        Map<AgeLevel, ObservedTime> divided = ageBands.ages(patient).divide(contributed);
        TallyBranch observed = branch(OBSERVED, FractureGroup.NONE, tally);
        for (Stratum stratum : strata(patient, divided.keySet())) {
            observed.at(stratum.parts()).add(1);
        }
        TallyBranch personDays = branch(PERSON_DAYS, FractureGroup.NONE, tally);
        divided.forEach(
                (level, days) -> personDays.at(finest(patient, level).parts()).add(days.count()));
        observeEvents(child, contributed, tally);
    }

    private void observeEvents(Assessment child, ObservedTime contributed, Tally tally) {
        Patient patient = child.history().patient();
        Set<Cell> affected = new LinkedHashSet<>();
        for (FractureEvent event : child.fractures()) {
            LocalDate day = event.date();
            if (event.counted() && contributed.contains(day)) {
                AgeLevel level = ageBands.of(patient, day);
                for (FractureGroup group : FractureGroup.of(event)) {
                    branch(EVENTS, group, tally)
                            .at(finest(patient, level).parts())
                            .add(1);
                    strata(patient, Set.of(level)).forEach(stratum -> affected.add(new Cell(CHILDREN, group, stratum)));
                }
            }
        }
        affected.forEach(cell -> branch(cell.counted(), cell.group(), tally)
                .at(cell.stratum().parts())
                .add(1));
    }

    private static Stratum finest(Patient patient, AgeLevel level) {
        return Stratum.ofSexAndAge(patient, level);
    }

    /** Every stratum in which a child who was of these ages is counted, once each: a child may be of several. */
    private Set<Stratum> strata(Patient patient, Set<AgeLevel> levels) {
        return strata.computeIfAbsent(new Ages(patient.sex(), levels), ages -> {
            Set<Stratum> found = new LinkedHashSet<>();
            for (AgeLevel level : ages.levels()) {
                found.addAll(sexAndAge.containing(finest(patient, level)));
            }
            return found;
        });
    }

    private static TallyBranch branch(String counted, FractureGroup group, Tally tally) {
        return tally.of(NAME).at(counted).at(group.bone()).at(group.tier()).at(group.confirmation());
    }

    @Override
    public List<FractureRateRow> rows(Tally tally) {
        Stratification stratification = Stratification.bySexAndAge(frame);
        Map<Cell, Long> counts = new HashMap<>();
        tally.forEach(NAME, (parts, count) -> spread(parts, count, stratification, counts));
        List<FractureRateRow> rows = new ArrayList<>();
        for (FractureGroup group : FractureGroup.all()) {
            for (Stratum stratum : stratification.grid()) {
                rows.add(row(group, stratum, counts));
            }
        }
        return rows;
    }

    private static void spread(List<String> parts, long count, Stratification stratification, Map<Cell, Long> counts) {
        Stratum stratum = Stratum.parse(parts.subList(4, parts.size()));
        FractureGroup group = new FractureGroup(parts.get(1), parts.get(2), parts.get(3));
        String counted = parts.get(0);
        if (counted.equals(OBSERVED) || counted.equals(CHILDREN)) {
            // Children do not add up over ages, so that they were counted in every stratum already.
            counts.merge(new Cell(counted, group, stratum), count, Math::addExact);
            return;
        }
        stratification.see(stratum);
        for (Stratum wider : stratification.containing(stratum)) {
            counts.merge(new Cell(counted, group, wider), count, Math::addExact);
        }
    }

    private static FractureRateRow row(FractureGroup group, Stratum stratum, Map<Cell, Long> counts) {
        long events = counts.getOrDefault(new Cell(EVENTS, group, stratum), 0L);
        double years = counts.getOrDefault(new Cell(PERSON_DAYS, FractureGroup.NONE, stratum), 0L) / DAYS_PER_YEAR;
        PoissonRate rate = PoissonRate.of(events, years, PER_YEARS);
        return new FractureRateRow(
                group.bone(),
                group.tier(),
                group.confirmation(),
                stratum.sex(),
                stratum.ageGroup(),
                stratum.ageBand(),
                events,
                counts.getOrDefault(new Cell(CHILDREN, group, stratum), 0L),
                counts.getOrDefault(new Cell(OBSERVED, FractureGroup.NONE, stratum), 0L),
                years,
                rate.estimate(),
                rate.low(),
                rate.high(),
                Confidence.LEVEL,
                PoissonRate.METHOD,
                rate.estimable() ? ValueStatus.RELEASED.label() : ValueStatus.NOT_ESTIMABLE.label());
    }
}
