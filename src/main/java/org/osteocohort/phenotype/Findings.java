package org.osteocohort.phenotype;

import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.osteocohort.density.BoneDensity;
import org.osteocohort.ehr.Age;
import org.osteocohort.exposure.DrugEra;
import org.osteocohort.fracture.FractureEvent;
import org.osteocohort.tag.CodedHistory;
import org.osteocohort.tag.Tag;

/**
 * What the engines found for one child under one definition: all that a criterion may ask. Keeps what the criteria
 * answered, since classes and flags of a definition ask the same ones again.
 */
public final class Findings {
    private final CodedHistory history;
    private final List<FractureEvent> fractures;
    private final List<BoneDensity> boneDensity;
    private final List<DrugEra> exposures;
    private final List<Tag> tags;
    /** By identity: a criterion that a file names once is one object wherever it is used. */
    private final Map<Criterion, Outcome> outcomes = new IdentityHashMap<>();

    public Findings(
            CodedHistory history,
            List<FractureEvent> fractures,
            List<BoneDensity> boneDensity,
            List<DrugEra> exposures,
            List<Tag> tags) {
        this.history = history;
        this.fractures = List.copyOf(fractures);
        this.boneDensity = List.copyOf(boneDensity);
        this.exposures = List.copyOf(exposures);
        this.tags = List.copyOf(tags);
    }

    CodedHistory history() {
        return history;
    }

    List<FractureEvent> fractures() {
        return fractures;
    }

    List<BoneDensity> boneDensity() {
        return boneDensity;
    }

    List<DrugEra> exposures() {
        return exposures;
    }

    List<Tag> tags() {
        return tags;
    }

    /** What the criterion says of the child. */
    Outcome outcome(Criterion criterion) {
        Outcome known = outcomes.get(criterion);
        if (known == null) {
            known = criterion.evaluate(this);
            outcomes.put(criterion, known);
        }
        return known;
    }

    /** Whether a day lies before the birthday; false when the birth date is unknown, since unknown proves nothing. */
    boolean beforeBirthday(LocalDate day, int years) {
        LocalDate birthDate = history.history().patient().birthDate();
        return birthDate != null && day.isBefore(Age.birthday(birthDate, years));
    }
}
