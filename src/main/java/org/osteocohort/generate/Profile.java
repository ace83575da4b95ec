package org.osteocohort.generate;

import java.util.List;
import java.util.Locale;
import org.osteocohort.generate.design.Archetype;
import org.osteocohort.generate.design.Archetypes;

/** Whom a population consists of. */
public enum Profile {
    /** A health system: rare diseases are as rare as in the world, but each sort of child is there once. */
    GENERAL,
    /** A children's hospital with a bone clinic: about one child in ten has osteoporosis. */
    BONE_CLINIC;

    /** The name on the command line, for example {@code bone-clinic}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    double[] weights() {
        List<Archetype> archetypes = Archetypes.ALL;
        return archetypes.stream()
                .mapToDouble(
                        switch (this) {
                            case GENERAL -> Archetype::perMillion;
                            case BONE_CLINIC -> Archetype::clinicWeight;
                        })
                .toArray();
    }
}
