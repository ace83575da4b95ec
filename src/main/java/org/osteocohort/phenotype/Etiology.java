package org.osteocohort.phenotype;

/** Why a child has osteoporosis; the first that holds, in this order. */
public enum Etiology {
    /** Osteogenesis imperfecta. */
    GENETIC,
    /** At least one condition, medication or lifestyle factor of the study in effect. */
    SECONDARY,
    /** No cause on record at the index, one within the year after it. */
    SECONDARY_LATE,
    /** No cause of the study, but another genetic or endocrine disease, found within a year, that rules it out. */
    OTHER_DISEASE,
    /** No cause, observed long enough before and after, at a fitting age, with the work-up on file and normal. */
    IJO_SUPPORTED,
    /** No cause, observed long enough before and after the index. */
    IJO_NO_CAUSE_OBSERVED,
    /** No cause on record, observed long enough before the index only. */
    IJO_NO_CAUSE_RECORDED,
    /**
     * No cause in effect, but one that ended before the index, or too short an observation before it to say more: kept
     * apart from idiopathic disease.
     */
    UNDETERMINED
}
