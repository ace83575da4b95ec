package org.osteocohort.phenotype;

import java.time.LocalDate;
import java.util.List;
import org.osteocohort.density.BoneDensity;
import org.osteocohort.ehr.Age;
import org.osteocohort.exposure.DrugEra;
import org.osteocohort.fracture.FractureEvent;
import org.osteocohort.tag.CodedHistory;
import org.osteocohort.tag.Tag;

/** What the engines found for one child: all that a criterion may ask. */
public record Findings(
        CodedHistory history,
        List<FractureEvent> fractures,
        List<BoneDensity> boneDensity,
        List<DrugEra> exposures,
        List<Tag> tags) {
    public Findings {
        fractures = List.copyOf(fractures);
        boneDensity = List.copyOf(boneDensity);
        exposures = List.copyOf(exposures);
        tags = List.copyOf(tags);
    }

    /** Whether a day lies before the birthday; false when the birth date is unknown, since unknown proves nothing. */
    boolean beforeBirthday(LocalDate day, int years) {
        LocalDate birthDate = history.history().patient().birthDate();
        return birthDate != null && day.isBefore(Age.birthday(birthDate, years));
    }
}
