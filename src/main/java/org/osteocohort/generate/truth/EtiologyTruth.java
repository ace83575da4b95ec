package org.osteocohort.generate.truth;

import java.time.LocalDate;
import java.util.Set;
import org.osteocohort.generate.design.Birthdays;
import org.osteocohort.generate.design.DesignedLabs;
import org.osteocohort.generate.design.DesignedPatient;
import org.osteocohort.phenotype.Etiology;

/** Why a child has osteoporosis (section 9). */
final class EtiologyTruth {
    private static final int OBSERVED_DAYS = 365;
    private static final int LAB_DAYS = 180;
    private static final int YOUNGEST = 2;
    private static final int OLDEST = 18;

    /** Too unspecific to make a disease secondary. */
    private static final Set<String> NO_BAR = Set.of("excess_exercise_energy_imbalance");

    private EtiologyTruth() {}

    static Etiology of(DesignedPatient patient, CauseTruth causes, LocalDate index) {
        if (causes.ever().contains("osteogenesis_imperfecta")) {
            return Etiology.GENETIC;
        }
        if (!NO_BAR.containsAll(causes.inEffect(index))
                || !causes.chronic(index).isEmpty()) {
            return Etiology.SECONDARY;
        }
        if (!NO_BAR.containsAll(causes.foundWithinAYear(index))) {
            return Etiology.SECONDARY_LATE;
        }
        if (patient.observedFrom().isAfter(index.minusDays(OBSERVED_DAYS))) {
            return Etiology.UNDETERMINED;
        }
        if (patient.observedTo().isBefore(index.plusDays(OBSERVED_DAYS))) {
            return Etiology.IJO_NO_CAUSE_RECORDED;
        }
        int age = Birthdays.age(patient.birth(), index);
        boolean supported = age >= YOUNGEST && age <= OLDEST && normalLabs(patient, index);
        return supported ? Etiology.IJO_SUPPORTED : Etiology.IJO_NO_CAUSE_OBSERVED;
    }

    private static boolean normalLabs(DesignedPatient patient, LocalDate index) {
        return patient.labs().stream()
                .filter(sample -> !sample.date().isBefore(index.minusDays(LAB_DAYS))
                        && !sample.date().isAfter(index.plusDays(LAB_DAYS)))
                .anyMatch(DesignedLabs::normal);
    }
}
