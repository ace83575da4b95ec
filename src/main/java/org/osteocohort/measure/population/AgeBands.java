package org.osteocohort.measure.population;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.osteocohort.ehr.Age;
import org.osteocohort.ehr.DatePrecision;
import org.osteocohort.ehr.DaySpan;
import org.osteocohort.ehr.Patient;

/** Bands of age within the population, told apart by completed months. */
public final class AgeBands {
    private static final int MONTHS_OF_A_YEAR = 12;

    private final List<AgeBand> bands;
    private final long firstMonth;
    private final long afterLastMonth;
    private final AgeLevel uncertain;
    private final AgeLevel outside;

    public AgeBands(StudyFrame frame) {
        this.firstMonth = (long) frame.minAgeYears() * MONTHS_OF_A_YEAR;
        this.afterLastMonth = (long) frame.maxAgeYears() * MONTHS_OF_A_YEAR;
        List<AgeBand> groups = cut(frame.settings().ageGroupStarts());
        List<AgeBand> all = new ArrayList<>();
        for (AgeBand band : cut(frame.settings().ageBandStarts())) {
            String group = groups.stream()
                    .filter(coarse -> coarse.holds(band.firstMonth()))
                    .map(coarse -> coarse.level().band())
                    .findFirst()
                    .orElse(Stratum.ALL);
            all.add(new AgeBand(
                    band.firstMonth(),
                    band.afterLastMonth(),
                    new AgeLevel(group, band.level().band())));
        }
        this.bands = List.copyOf(all);
        this.uncertain = groups.isEmpty() ? AgeLevel.UNCERTAIN.withoutGroup() : AgeLevel.UNCERTAIN;
        this.outside = groups.isEmpty() ? AgeLevel.OUTSIDE.withoutGroup() : AgeLevel.OUTSIDE;
    }

    /**
     * A band of the population.
     *
     * @param firstMonth completed months at which it begins
     * @param afterLastMonth completed months at which the next begins
     */
    public record AgeBand(long firstMonth, long afterLastMonth, AgeLevel level) {
        boolean holds(long months) {
            return firstMonth <= months && months < afterLastMonth;
        }

        /** Whether it begins and ends on birthdays. */
        public boolean ofWholeYears() {
            return wholeYears(firstMonth, afterLastMonth);
        }
    }

    /** The population's ages, cut at those starts that lie within it. */
    private List<AgeBand> cut(List<Integer> starts) {
        if (starts.isEmpty()) {
            return List.of();
        }
        TreeSet<Long> cuts = new TreeSet<>();
        starts.forEach(start -> cuts.add(start.longValue()));
        cuts.removeIf(start -> start <= firstMonth || start >= afterLastMonth);
        cuts.add(firstMonth);
        cuts.add(afterLastMonth);
        List<AgeBand> cutBands = new ArrayList<>();
        for (long first : cuts.headSet(afterLastMonth)) {
            long after = cuts.higher(first);
            cutBands.add(new AgeBand(first, after, new AgeLevel(Stratum.ALL, label(first, after))));
        }
        return cutBands;
    }

    /** In years when both ends are birthdays, for example {@code 5-9}, else in months, for example {@code 6-11m}. */
    private static String label(long first, long after) {
        return wholeYears(first, after)
                ? first / MONTHS_OF_A_YEAR + "-" + (after / MONTHS_OF_A_YEAR - 1)
                : first + "-" + (after - 1) + "m";
    }

    private static boolean wholeYears(long first, long after) {
        return first % MONTHS_OF_A_YEAR == 0 && after % MONTHS_OF_A_YEAR == 0;
    }

    /** The bands of the population, youngest first. */
    public List<AgeBand> bands() {
        return bands;
    }

    /** The level of a child on a day; uncertain when an imprecise birth date allows more than one band. */
    public AgeLevel of(Patient patient, LocalDate day) {
        if (patient.birthDate() == null) {
            return outside;
        }
        AgeLevel oldest = level(Age.completedMonths(patient.birthDate(), day));
        LocalDate latestBirth = latestBirth(patient);
        if (oldest.equals(outside) || !latestBirth.isAfter(patient.birthDate())) {
            return oldest;
        }
        long youngest = Math.max(firstMonth, Age.completedMonths(latestBirth, day));
        return oldest.equals(level(youngest)) ? oldest : uncertain;
    }

    /** The ages of a child; none when its birth date is unknown. */
    public ChildAges ages(Patient patient) {
        List<ChildAges.OfBand> certain = new ArrayList<>();
        List<DaySpan> unclear = new ArrayList<>();
        if (patient.birthDate() == null) {
            return new ChildAges(certain, unclear, uncertain);
        }
        LocalDate latestBirth = latestBirth(patient);
        LocalDate uncertainFrom = Age.monthDay(patient.birthDate(), firstMonth);
        for (AgeBand band : bands) {
            // Not yet of the population's age is outside, not uncertain: the first band begins as early as it may.
            LocalDate birth = band.firstMonth() == firstMonth ? patient.birthDate() : latestBirth;
            LocalDate first = Age.monthDay(birth, band.firstMonth());
            LocalDate last =
                    Age.monthDay(patient.birthDate(), band.afterLastMonth()).minusDays(1);
            if (!last.isBefore(first)) {
                certain.add(new ChildAges.OfBand(band.level(), new DaySpan(first, last)));
                add(uncertainFrom, first.minusDays(1), unclear);
                uncertainFrom = last.plusDays(1);
            }
        }
        add(uncertainFrom, Age.monthDay(patient.birthDate(), afterLastMonth).minusDays(1), unclear);
        return new ChildAges(certain, unclear, uncertain);
    }

    private static void add(LocalDate first, LocalDate last, List<DaySpan> spans) {
        if (!last.isBefore(first)) {
            spans.add(new DaySpan(first, last));
        }
    }

    /** The level of children whose birth date is too imprecise to tell the band. */
    public AgeLevel uncertain() {
        return uncertain;
    }

    private AgeLevel level(long months) {
        for (AgeBand band : bands) {
            if (band.holds(months)) {
                return band.level();
            }
        }
        return outside;
    }

    private static LocalDate latestBirth(Patient patient) {
        DatePrecision precision = patient.birthDatePrecision();
        return switch (precision) {
            case DAY -> patient.birthDate();
            case MONTH -> patient.birthDate().with(TemporalAdjusters.lastDayOfMonth());
            case YEAR -> patient.birthDate().with(TemporalAdjusters.lastDayOfYear());
        };
    }
}
