package org.osteocohort.job;

/** The shape of an extract. */
public enum ExtractFormat {
    /** HL7 FHIR R4, as servers export it in bulk. */
    FHIR("the resource type Patient", "the periods of the Encounter resources"),
    /** OMOP CDM. */
    OMOP("the table person", "the table observation_period"),
    /** PCORnet CDM. */
    PCORNET("the table demographic", "the table enrollment, or else encounter"),
    /** Synthea's CSV export. */
    SYNTHEA("the table patients", "the table encounters");

    private final String patients;
    private final String observation;

    ExtractFormat(String patients, String observation) {
        this.patients = patients;
        this.observation = observation;
    }

    /** Where patients are described, for messages. */
    public String patients() {
        return patients;
    }

    /** What tells when a patient was observed, for messages. */
    public String observation() {
        return observation;
    }
}
