package org.osteocohort.generate.chart;

/** A coding system, under the name that OMOP gives it. */
public enum TermVocabulary {
    ICD10CM("ICD10CM", false),
    ICD9CM("ICD9CM", false),
    SNOMED("SNOMED", true),
    RXNORM("RxNorm", true),
    CPT4("CPT4", true),
    HCPCS("HCPCS", true),
    LOINC("LOINC", true),
    NDC("NDC", false),
    /** A hospital's own code, of which no vocabulary knows. */
    LOCAL(null, false);

    private final String omopName;
    private final boolean standard;

    TermVocabulary(String omopName, boolean standard) {
        this.omopName = omopName;
        this.standard = standard;
    }

    /** Null when there is no concept for its codes. */
    public String omopName() {
        return omopName;
    }

    /** Whether its concepts are standard ones. */
    public boolean standard() {
        return standard;
    }
}
