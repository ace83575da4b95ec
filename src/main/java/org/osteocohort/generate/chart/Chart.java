package org.osteocohort.generate.chart;

import java.time.LocalDate;
import java.util.List;
import org.osteocohort.ehr.Sex;

/**
 * All records of one made-up child; lists are in order of time.
 *
 * @param death null when the child lives
 */
public record Chart(
        LocalDate birth,
        Sex sex,
        Race race,
        boolean hispanic,
        LocalDate observedFrom,
        LocalDate observedTo,
        LocalDate death,
        List<Encounter> encounters,
        List<CodedFact> facts,
        List<DrugFact> drugs) {
    /** As the census of the United States asks. */
    public enum Race {
        WHITE,
        BLACK,
        ASIAN,
        NATIVE_AMERICAN,
        PACIFIC_ISLANDER,
        UNKNOWN
    }

    public Chart {
        encounters = List.copyOf(encounters);
        facts = List.copyOf(facts);
        drugs = List.copyOf(drugs);
    }

    /** Rows of all sorts: encounters, coded facts and drugs. */
    public int rows() {
        return encounters.size() + facts.size() + drugs.size();
    }
}
