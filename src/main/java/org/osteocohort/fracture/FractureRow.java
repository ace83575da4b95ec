package org.osteocohort.fracture;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import org.osteocohort.ehr.ClinicalEvent;
import org.osteocohort.tag.CodedEvent;

/** One diagnosis row that speaks of a fracture, with what its code tells. */
record FractureRow(CodedEvent coded, FractureSite site, Side side, FractureKind kind, EncounterCharacter encounter) {
    /** In order of time; on one day rows with a known side first, so that a vague row joins a told one. */
    static final Comparator<FractureRow> ORDER = Comparator.comparing(FractureRow::date)
            .thenComparing(FractureRow::side)
            .thenComparing(row -> row.coded().event(), ClinicalEvent.CHRONOLOGICAL);

    /** Item of birth injuries among the sites that are never counted. */
    private static final String BIRTH_INJURY = "birth_injury";

    private static final Map<String, FractureSite> SITES = Map.of(
            "long_bone.humerus", FractureSite.HUMERUS,
            "long_bone.radius_ulna", FractureSite.FOREARM,
            "long_bone.femur", FractureSite.FEMUR,
            "long_bone.tibia_fibula", FractureSite.LOWER_LEG,
            "long_bone.ankle_configurable", FractureSite.ANKLE,
            "vertebral", FractureSite.VERTEBRAL);

    static FractureRow of(CodedEvent coded) {
        return new FractureRow(
                coded,
                SITES.getOrDefault(coded.row().item(), FractureSite.OTHER),
                Laterality.of(coded.event().code()),
                kind(coded),
                EncounterCharacter.of(coded.event().code()));
    }

    /** Null for sites that are never counted and for histories. */
    private static FractureKind kind(CodedEvent coded) {
        return switch (coded.row().role()) {
            case FRACTURE_LONG_BONE, FRACTURE_LONG_BONE_PATHOLOGIC -> FractureKind.LONG_BONE;
            case FRACTURE_ANKLE_OPTIONAL -> FractureKind.ANKLE;
            case FRACTURE_VERTEBRAL_COMPRESSION -> FractureKind.VERTEBRAL_COMPRESSION;
            case FRACTURE_VERTEBRAL_UNSPECIFIED -> FractureKind.VERTEBRAL_UNSPECIFIED;
            case FRACTURE_VERTEBRAL_BURST_OTHER, FRACTURE_VERTEBRAL_EXCLUDED -> FractureKind.VERTEBRAL_OTHER;
            case FRACTURE_OTHER_SITE, FRACTURE_ROOT -> FractureKind.OTHER_SITE;
            default -> null;
        };
    }

    LocalDate date() {
        return coded.date();
    }

    boolean countable() {
        return kind != null;
    }

    boolean birthInjury() {
        return coded.row().item().equals(BIRTH_INJURY);
    }
}
