package org.osteocohort.measure.population;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.osteocohort.ehr.Age;
import org.osteocohort.ehr.DatePrecision;
import org.osteocohort.ehr.Patient;

/** Groups of completed years. */
public final class AgeBands {
    /** The child's birth date is too imprecise to tell the band. */
    public static final String UNCERTAIN = "uncertain";

    /** The day is one on which the child is not of the population's age, or the birth date is unknown. */
    public static final String OUTSIDE = "outside";

    /**
     * First ages of the bands: five-year groups as in vital statistics, the last cut where the definitions of
     * pediatric osteoporosis end, at the 19th birthday; later ages only for a population that goes further.
     */
    private static final List<Integer> FIRST_AGES = List.of(0, 5, 10, 15, 19);

    private final int minAgeYears;
    private final int maxAgeYears;

    public AgeBands(StudyFrame frame) {
        this.minAgeYears = frame.minAgeYears();
        this.maxAgeYears = frame.maxAgeYears();
    }

    /** The bands of the population, youngest first, for example {@code 0-4}. */
    public List<String> labels() {
        List<String> labels = new ArrayList<>();
        for (int years = minAgeYears; years < maxAgeYears; years++) {
            if (!labels.contains(label(years))) {
                labels.add(label(years));
            }
        }
        return labels;
    }

    /** The band of a child on a day; {@link #UNCERTAIN} when an imprecise birth date allows more than one. */
    public String of(Patient patient, LocalDate day) {
        if (patient.birthDate() == null) {
            return OUTSIDE;
        }
        String oldest = label(Age.completedYears(patient.birthDate(), day));
        LocalDate latestBirth = latestBirth(patient);
        if (oldest.equals(OUTSIDE) || !latestBirth.isAfter(patient.birthDate())) {
            return oldest;
        }
        int youngestYears = Math.max(minAgeYears, Age.completedYears(latestBirth, day));
        return oldest.equals(label(youngestYears)) ? oldest : UNCERTAIN;
    }

    private static LocalDate latestBirth(Patient patient) {
        DatePrecision precision = patient.birthDatePrecision();
        return switch (precision) {
            case DAY -> patient.birthDate();
            case MONTH -> patient.birthDate().with(TemporalAdjusters.lastDayOfMonth());
            case YEAR -> patient.birthDate().with(TemporalAdjusters.lastDayOfYear());
        };
    }

    private String label(int years) {
        if (years < minAgeYears || years >= maxAgeYears) {
            return OUTSIDE;
        }
        int first = minAgeYears;
        int afterLast = maxAgeYears;
        for (int firstAge : FIRST_AGES) {
            if (firstAge <= years) {
                first = Math.max(first, firstAge);
            } else {
                afterLast = Math.min(afterLast, firstAge);
            }
        }
        return first + "-" + (afterLast - 1);
    }
}
