package org.osteocohort.generate.design;

/** What sort of code a fracture is given. */
public enum Nature {
    TRAUMATIC,
    /** Called pathological, without a tumour. */
    PATHOLOGIC,
    /** A code that says osteoporosis and fracture in one (ICD-10-CM M80); counts as a diagnosis of osteoporosis too. */
    OSTEOPOROTIC,
    /** Pathological in a tumour: never counted. */
    NEOPLASTIC,
    /** A fatigue fracture: never counted. */
    STRESS,
    /** Broken at birth: never counted. */
    BIRTH_INJURY
}
