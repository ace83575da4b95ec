package org.osteocohort.measure.population;

/** Where a child's age falls: a band, and the coarser group that holds it, {@link Stratum#ALL} when there are none. */
public record AgeLevel(String group, String band) {
    public static final AgeLevel ALL = new AgeLevel(Stratum.ALL, Stratum.ALL);

    /** The birth date is too imprecise to tell the band. */
    public static final AgeLevel UNCERTAIN = new AgeLevel("uncertain", "uncertain");

    /** A day on which the child is not of the population's age, or the birth date is unknown. */
    static final AgeLevel OUTSIDE = new AgeLevel("outside", "outside");

    /** The group that holds the band, as a level of its own; {@link #ALL} when there are no groups. */
    public AgeLevel wholeGroup() {
        return new AgeLevel(group, Stratum.ALL);
    }

    /** The same band in a study without groups. */
    AgeLevel withoutGroup() {
        return new AgeLevel(Stratum.ALL, band);
    }
}
