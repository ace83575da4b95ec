package org.osteocohort.measure.population;

import java.util.List;
import org.osteocohort.ehr.Patient;

/**
 * A group of children that a row is about; {@link #ALL} where the row does not look at a column. A row of an age band
 * names the age group that holds it too.
 *
 * @param sex female, male or unknown
 * @param race as recorded; {@code unknown} when not recorded
 * @param ethnicity as recorded; {@code unknown} when not recorded
 */
public record Stratum(String sex, String ageGroup, String ageBand, String race, String ethnicity, String site) {
    public static final String ALL = "all";
    public static final String UNKNOWN = "unknown";

    public static final Stratum EVERYONE = new Stratum(ALL, ALL, ALL, ALL, ALL, ALL);

    /** The finest stratum of a child. */
    public static Stratum of(Patient patient, AgeLevel age) {
        return new Stratum(
                patient.sex().label(),
                age.group(),
                age.band(),
                recorded(patient.race()),
                recorded(patient.ethnicity()),
                patient.site());
    }

    /** The stratum of a child in tables that look at sex and age only. */
    public static Stratum ofSexAndAge(Patient patient, AgeLevel age) {
        return new Stratum(patient.sex().label(), age.group(), age.band(), ALL, ALL, ALL);
    }

    public AgeLevel age() {
        return new AgeLevel(ageGroup, ageBand);
    }

    private static String recorded(String level) {
        // A level written like the mark of all children would be taken for their total.
        return level == null || level.isBlank() || level.strip().equals(ALL) ? UNKNOWN : level.strip();
    }

    /** What {@link #parts()} wrote. */
    public static Stratum parse(List<String> parts) {
        return of(parts.subList(0, 4), new AgeLevel(parts.get(4), parts.get(5)));
    }

    /** Of what {@link #partsButAge} wrote, and an age. */
    public static Stratum of(List<String> partsButAge, AgeLevel age) {
        return new Stratum(
                partsButAge.get(0),
                age.group(),
                age.band(),
                partsButAge.get(1),
                partsButAge.get(2),
                partsButAge.get(3));
    }

    public List<String> parts() {
        return List.of(sex, race, ethnicity, site, ageGroup, ageBand);
    }

    /** Those of the parts that are the same at every age of a child; the parts of the age follow them. */
    public static List<String> partsButAge(Patient patient) {
        return of(patient, AgeLevel.ALL).parts().subList(0, 4);
    }
}
