package org.osteocohort.statistics;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A population that rates are standardized to: how many people of each age it has, in any unit.
 *
 * @param name as in the file, for example {@code us_2000}
 * @param groups its age groups, youngest first, without gap or overlap
 */
public record StandardPopulation(String name, List<AgeGroup> groups) implements Serializable {
    /**
     * An age group of a standard.
     *
     * @param weight people of these ages in the unit of the standard, above zero
     */
    public record AgeGroup(AgeBand ages, double weight) implements Serializable {
        public AgeGroup {
            Amounts.requireAboveZero(weight);
        }
    }

    public StandardPopulation {
        Objects.requireNonNull(name, "name");
        groups = List.copyOf(groups);
    }

    /**
     * Reads a standard: a CSV file with the columns {@code standard,age_from,age_to,weight}, ages in completed years,
     * both included, and lines of comment that begin with {@code #}.
     *
     * @throws org.osteocohort.problem.BadJobException with every mistake: missing columns, cells that are no numbers,
     *     several standards, gaps and overlaps
     */
    public static StandardPopulation read(Path file) {
        return StandardPopulationFile.read(file);
    }

    /**
     * The reference for direct standardization: a weight for each age band and sex in use.
     *
     * @param sexes names of the sexes that the study tells apart; one name for no distinction
     * @throws IllegalArgumentException when bands overlap, a band has an age that the standard lacks, or sexes repeat
     */
    public List<StandardWeight> weights(List<AgeBand> bands, List<String> sexes) {
        requireDistinct(bands, sexes);
        List<StandardWeight> weights = new ArrayList<>();
        for (AgeBand band : bands) {
            double perSex = weight(band) / sexes.size();
            sexes.forEach(sex -> weights.add(new StandardWeight(band, sex, perSex)));
        }
        return List.copyOf(weights);
    }

    private double weight(AgeBand band) {
        double weight = 0;
        int covered = 0;
        for (AgeGroup group : groups) {
            int shared = group.ages().sharedYears(band);
            weight += group.weight() * shared / group.ages().years();
            covered += shared;
        }
        if (covered < band.years()) {
            throw new IllegalArgumentException("the standard " + name + " does not have all ages of " + band.label());
        }
        return weight;
    }

    private static void requireDistinct(List<AgeBand> bands, List<String> sexes) {
        List<AgeBand> byAge = bands.stream()
                .sorted(Comparator.comparingInt(AgeBand::firstAge))
                .toList();
        for (int place = 1; place < byAge.size(); place++) {
            if (byAge.get(place - 1).sharedYears(byAge.get(place)) > 0) {
                throw new IllegalArgumentException("age bands that overlap");
            }
        }
        if (sexes.stream().distinct().count() < sexes.size()) {
            throw new IllegalArgumentException("sexes that repeat");
        }
    }
}
