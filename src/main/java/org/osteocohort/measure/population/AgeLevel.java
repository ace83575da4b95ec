package org.osteocohort.measure.population;

/** Where a child's age falls: a band, and the coarser group that holds it, {@link Stratum#ALL} when there are none. */
public record AgeLevel(String group, String band) {
    static final AgeLevel ALL = new AgeLevel(Stratum.ALL, Stratum.ALL);

    /** The birth date is too imprecise to tell the band. */
    static final AgeLevel UNCERTAIN = new AgeLevel("uncertain", "uncertain");

    /** A day on which the child is not of the population's age, or the birth date is unknown. */
    static final AgeLevel OUTSIDE = new AgeLevel("outside", "outside");
}
