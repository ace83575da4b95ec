package org.osteocohort.codes;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a code does in the study. The same code may hold several roles (Q78.0 is a cause and bars idiopathic disease);
 * rows compete for a code only within their {@link Family}.
 */
public enum Role {
    SECONDARY_CAUSE(Family.CAUSE),
    SECONDARY_CAUSE_EXTENSION(Family.CAUSE),
    NOT_A_CAUSE_OVERRIDE(Family.CAUSE),
    MED_CAUSE(Family.MEDICATION),
    MED_CAUSE_DX_FLAG(Family.MEDICATION),
    MED_CAUSE_EXCLUDED(Family.MEDICATION),
    MED_CAUSE_OPTIONAL(Family.MEDICATION),
    OPTIONAL_RISK(Family.MEDICATION),
    CONTEXT(Family.CONTEXT),
    LIFESTYLE_CAUSE(Family.LIFESTYLE),
    LIFESTYLE_CAUSE_LAB_PROXY(Family.LIFESTYLE),
    LIFESTYLE_CAUSE_LAB(Family.LIFESTYLE),
    LIFESTYLE_CAUSE_OPTIONAL(Family.LIFESTYLE),
    // Fracture roles stand in the order in which they win when rows of one length compete (clinical rule 3.2).
    FRACTURE_NEVER_COUNTED(Family.FRACTURE),
    HISTORY_ONLY_NOT_INCIDENT(Family.FRACTURE),
    FRACTURE_VERTEBRAL_COMPRESSION(Family.FRACTURE),
    FRACTURE_VERTEBRAL_EXCLUDED(Family.FRACTURE),
    FRACTURE_VERTEBRAL_BURST_OTHER(Family.FRACTURE),
    FRACTURE_VERTEBRAL_UNSPECIFIED(Family.FRACTURE),
    FRACTURE_LONG_BONE_PATHOLOGIC(Family.FRACTURE),
    FRACTURE_LONG_BONE(Family.FRACTURE),
    FRACTURE_ANKLE_OPTIONAL(Family.FRACTURE),
    FRACTURE_OTHER_SITE(Family.FRACTURE),
    FRACTURE_ROOT(Family.FRACTURE),
    LOCAL_BONE_DISEASE_EXCLUSION(Family.LOCAL_DISEASE),
    TRAUMA_ABUSE(Family.TRAUMA),
    TRAUMA_HIGH(Family.TRAUMA),
    TRAUMA_MODERATE(Family.TRAUMA),
    TRAUMA_LOW(Family.TRAUMA),
    TRAUMA_UNKNOWN(Family.TRAUMA),
    OSTEOPOROSIS_DX(Family.OSTEOPOROSIS),
    LOW_BMD_DX(Family.OSTEOPOROSIS),
    NOT_OSTEOPOROSIS(Family.OSTEOPOROSIS),
    IJO_DX_HINT(Family.IDIOPATHIC_HINT),
    IJO_EXCLUSION_GENETIC_OR_ENDOCRINE(Family.IDIOPATHIC_BAR),
    DXA_PROCEDURE(Family.DENSITY),
    NOT_DXA(Family.DENSITY),
    DXA_REPORT(Family.DENSITY),
    BMD_AREAL(Family.DENSITY),
    BMD_ZSCORE(Family.DENSITY),
    BMD_ZSCORE_HEIGHT_ADJUSTED(Family.DENSITY),
    BMD_TSCORE_NEVER_USE(Family.DENSITY),
    BMD_NEVER_USE(Family.DENSITY),
    IMAGING(Family.WORK_UP),
    LAB(Family.WORK_UP),
    LAB_ORDER(Family.WORK_UP),
    ANTHROPOMETRY(Family.WORK_UP),
    TREATMENT(Family.TREATMENT),
    TREATMENT_DX_FLAG(Family.TREATMENT),
    TREATMENT_OTHER(Family.TREATMENT),
    TREATMENT_CONTEXT(Family.TREATMENT),
    EVALUATION(Family.TREATMENT),
    SYMPTOM_RULE(Family.SYMPTOM);

    /** The question that a role answers. */
    public enum Family {
        CAUSE,
        MEDICATION,
        LIFESTYLE,
        CONTEXT,
        /** Rows compete across items here: a toe (S92.4) is not also a foot bone (S92). */
        FRACTURE,
        LOCAL_DISEASE,
        TRAUMA,
        OSTEOPOROSIS,
        IDIOPATHIC_HINT,
        IDIOPATHIC_BAR,
        DENSITY,
        WORK_UP,
        TREATMENT,
        SYMPTOM
    }

    private static final Map<String, Role> LABELLED =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Role::label, Function.identity()));

    private final Family family;
    private final String label;

    Role(Family family) {
        this.family = family;
        this.label = name().toLowerCase(Locale.ROOT);
    }

    public Family family() {
        return family;
    }

    /** The name used in code set files and in reports, for example {@code secondary_cause}. */
    public String label() {
        return label;
    }

    public static Optional<Role> labelled(String label) {
        return Optional.ofNullable(LABELLED.get(label.strip()));
    }
}
