package org.osteocohort.measure.fracture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.osteocohort.fracture.Bone;
import org.osteocohort.fracture.FractureEvent;
import org.osteocohort.fracture.FractureSite;
import org.osteocohort.fracture.TraumaTier;
import org.osteocohort.measure.population.Stratum;

/**
 * Fracture events that have a rate of their own; {@code all} and {@link #ANY_BONE} where it makes no difference.
 *
 * @param bone the site of a broken bone, lower case
 * @param tier of the trauma, lower case
 * @param confirmation {@link #CONFIRMED} for the confirmed events only
 */
record FractureGroup(String bone, String tier, String confirmation) {
    /** What is counted of children, whatever they broke. */
    static final FractureGroup NONE = new FractureGroup("", "", "");

    private static final String ANY_BONE = "any";
    private static final String CONFIRMED = "confirmed";

    /** Every group that an event is of. */
    static Set<FractureGroup> of(FractureEvent event) {
        Set<String> bones = new LinkedHashSet<>(List.of(ANY_BONE));
        event.bones().stream().map(Bone::site).map(FractureGroup::label).forEach(bones::add);
        if (event.bones().isEmpty()) {
            bones.add(label(FractureSite.OTHER));
        }
        Set<FractureGroup> groups = new LinkedHashSet<>();
        for (String bone : bones) {
            for (String tier : List.of(Stratum.ALL, label(event.tier()))) {
                groups.add(new FractureGroup(bone, tier, Stratum.ALL));
                if (event.confirmed()) {
                    groups.add(new FractureGroup(bone, tier, CONFIRMED));
                }
            }
        }
        return groups;
    }

    /** All groups that are told, in their order. */
    static List<FractureGroup> all() {
        List<String> bones = new ArrayList<>(List.of(ANY_BONE));
        Arrays.stream(FractureSite.values()).map(FractureGroup::label).forEach(bones::add);
        List<String> tiers = new ArrayList<>(List.of(Stratum.ALL));
        Arrays.stream(TraumaTier.values()).map(FractureGroup::label).forEach(tiers::add);
        List<FractureGroup> groups = new ArrayList<>();
        for (String bone : bones) {
            for (String tier : tiers) {
                groups.add(new FractureGroup(bone, tier, Stratum.ALL));
                groups.add(new FractureGroup(bone, tier, CONFIRMED));
            }
        }
        return groups;
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
