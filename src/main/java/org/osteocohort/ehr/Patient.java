package org.osteocohort.ehr;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A child, as the extract describes them.
 *
 * @param patientId unique in a run: {@code <site>:<source id>}
 * @param site the extract's site name
 * @param subjectId the source's own identifier
 * @param birthDate null when not even the year is known
 * @param birthDatePrecision null when the birth date is null
 * @param race null when not recorded
 * @param ethnicity null when not recorded
 * @param deathDate null when no death is recorded
 */
public record Patient(
        String patientId,
        String site,
        String subjectId,
        Sex sex,
        LocalDate birthDate,
        DatePrecision birthDatePrecision,
        String race,
        String ethnicity,
        LocalDate deathDate) {
    public Patient {
        Objects.requireNonNull(patientId, "patientId");
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(subjectId, "subjectId");
        Objects.requireNonNull(sex, "sex");
        if ((birthDate == null) != (birthDatePrecision == null)) {
            throw new IllegalArgumentException("a birth date and its precision come together");
        }
    }
}
