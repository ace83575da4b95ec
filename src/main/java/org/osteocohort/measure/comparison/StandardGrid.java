package org.osteocohort.measure.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osteocohort.measure.population.AgeBands;
import org.osteocohort.measure.population.AgeLevel;
import org.osteocohort.measure.population.Stratum;
import org.osteocohort.measure.population.StudyFrame;
import org.osteocohort.statistics.AgeBand;
import org.osteocohort.statistics.StandardPopulation;
import org.osteocohort.statistics.StandardWeight;

/** The strata of a standard population, girls and boys of every age band of the study, with their weights. */
public record StandardGrid(String standard, List<Place> places) {
    private static final List<String> SEXES = List.of("female", "male");

    public StandardGrid {
        places = List.copyOf(places);
    }

    /** One stratum of the standard. */
    record Place(Stratum stratum, double weight) {
        String name() {
            return stratum.sex() + " " + stratum.ageBand();
        }
    }

    /**
     * The strata of a standard within the ages of the study.
     *
     * @throws IllegalArgumentException when {@link #mistake} names one
     */
    static StandardGrid of(StandardPopulation standard, StudyFrame frame) {
        List<Place> places = new ArrayList<>();
        for (AgeBands.AgeBand band : new AgeBands(frame).bands()) {
            AgeLevel age = band.level();
            if (!band.ofWholeYears()) {
                throw new IllegalArgumentException("its ages are in years, so that it has no weight for the age band "
                        + age.band() + "; let the bands begin at birthdays, or name no standards");
            }
            for (StandardWeight weight : standard.weights(List.of(AgeBand.of(age.band())), SEXES)) {
                Stratum stratum =
                        new Stratum(weight.sex(), age.group(), age.band(), Stratum.ALL, Stratum.ALL, Stratum.ALL);
                places.add(new Place(stratum, weight.weight()));
            }
        }
        return new StandardGrid(standard.name(), places);
    }

    /** Why a study cannot be standardized to a population; empty when it can. */
    public static Optional<String> mistake(StandardPopulation standard, StudyFrame frame) {
        try {
            of(standard, frame);
            return Optional.empty();
        } catch (IllegalArgumentException exception) {
            return Optional.of(exception.getMessage());
        }
    }
}
