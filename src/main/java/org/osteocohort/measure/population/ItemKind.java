package org.osteocohort.measure.population;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osteocohort.codes.Role;

/** What sort of thing an item of a report is. */
public enum ItemKind {
    PHENOTYPE,
    /** Why the child has osteoporosis; the levels exclude each other. */
    ETIOLOGY,
    /** Whether a child has causes, medications or both; the levels exclude each other. */
    OVERLAP,
    /** All items of a kind taken together, a child counted once. */
    ANY,
    SECONDARY_CAUSE,
    /** A cause that the study names as one and the code sets hold as several, for example chronic inflammation. */
    SEED_ROW,
    MEDICATION,
    /** Several medication items that mean the same exposure, a child counted once. */
    MEDICATION_UNION,
    LIFESTYLE;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** Roles that take a code out of an item instead of into it. */
    private static final Set<Role> NO_CAUSE = EnumSet.of(Role.NOT_A_CAUSE_OVERRIDE, Role.MED_CAUSE_EXCLUDED);

    public String label() {
        return label;
    }

    /** The kind that a code set role makes an item; empty for roles that make no cause of osteoporosis. */
    public static Optional<ItemKind> of(Role role) {
        if (NO_CAUSE.contains(role)) {
            return Optional.empty();
        }
        return switch (role.family()) {
            case CAUSE -> Optional.of(SECONDARY_CAUSE);
            case MEDICATION -> Optional.of(MEDICATION);
            case LIFESTYLE -> Optional.of(LIFESTYLE);
            case CONTEXT,
                    FRACTURE,
                    LOCAL_DISEASE,
                    TRAUMA,
                    OSTEOPOROSIS,
                    IDIOPATHIC_HINT,
                    IDIOPATHIC_BAR,
                    DENSITY,
                    WORK_UP,
                    TREATMENT,
                    SYMPTOM -> Optional.empty();
        };
    }
}
