package org.osteocohort.ehr;

/** How a drug enters the body, as far as the exposure rules ask. */
public enum DrugRoute {
    ORAL(true),
    /** Intravenous, intramuscular or subcutaneous. */
    PARENTERAL(true),
    /** By inhaler, nebulizer, nose, skin, eye, ear or into a joint: no systemic exposure. */
    NOT_SYSTEMIC(false),
    /** Not recorded and not told by the product's dose form; taken as systemic, and said so in the evidence. */
    UNKNOWN(true);

    private final boolean systemic;

    DrugRoute(boolean systemic) {
        this.systemic = systemic;
    }

    public boolean systemic() {
        return systemic;
    }
}
