package org.osteocohort.generate.omop;

/** The concepts of the common data model itself that the tables name. */
enum StandardConcept {
    MALE(8507, "Gender", "M", "male"),
    FEMALE(8532, "Gender", "F", "female"),
    UNKNOWN_SEX(8551, "Gender", "U", "unknown"),
    ASIAN(8515, "Race", "2", "Asian"),
    BLACK(8516, "Race", "3", "Black or African American"),
    WHITE(8527, "Race", "5", "White"),
    PACIFIC_ISLANDER(8557, "Race", "4", "Native Hawaiian or other Pacific Islander"),
    NATIVE_AMERICAN(8657, "Race", "1", "American Indian or Alaska Native"),
    HISPANIC(38003563, "Ethnicity", "Hispanic", "Hispanic or Latino"),
    NOT_HISPANIC(38003564, "Ethnicity", "Not Hispanic", "not Hispanic or Latino"),
    INPATIENT(9201, "Visit", "IP", "inpatient visit"),
    OUTPATIENT(9202, "Visit", "OP", "outpatient visit"),
    EMERGENCY(9203, "Visit", "ER", "emergency department visit"),
    EHR(32817, "Type Concept", "OMOP4976890", "electronic health record"),
    ADMINISTRATION(32818, "Type Concept", "OMOP4976891", "administration record of the health record"),
    PRESCRIPTION(32838, "Type Concept", "OMOP4976911", "prescription of the health record"),
    PHARMACY_CLAIM(32869, "Type Concept", "OMOP4976942", "pharmacy claim"),
    ORAL(4132161, "Route", "26643006", "oral"),
    INTRAVENOUS(4171047, "Route", "47625008", "intravenous"),
    TOPICAL(4263689, "Route", "6064005", "topical"),
    CENTIMETRE(8582, "Unit", "cm", "centimetre"),
    KILOGRAM(9529, "Unit", "kg", "kilogram"),
    KILOGRAM_PER_SQUARE_METRE(9531, "Unit", "kg/m2", "kilogram per square metre"),
    MILLIGRAM_PER_DECILITRE(8840, "Unit", "mg/dL", "milligram per decilitre"),
    NANOGRAM_PER_MILLILITRE(8842, "Unit", "ng/mL", "nanogram per millilitre"),
    PICOGRAM_PER_MILLILITRE(8845, "Unit", "pg/mL", "picogram per millilitre");

    private final int id;
    private final String domain;
    private final String code;
    private final String words;

    StandardConcept(int id, String domain, String code, String words) {
        this.id = id;
        this.domain = domain;
        this.code = code;
        this.words = words;
    }

    int id() {
        return id;
    }

    String domain() {
        return domain;
    }

    String code() {
        return code;
    }

    String words() {
        return words;
    }

    /** The unit's concept; {@link Concepts#NONE} when it is not among these. */
    static int unit(String text) {
        for (StandardConcept concept : values()) {
            if (concept.domain.equals("Unit") && concept.code.equals(text)) {
                return concept.id;
            }
        }
        return Concepts.NONE;
    }
}
