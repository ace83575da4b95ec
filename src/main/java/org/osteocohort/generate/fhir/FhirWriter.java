package org.osteocohort.generate.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.osteocohort.ehr.VisitKind;
import org.osteocohort.generate.chart.Chart;
import org.osteocohort.generate.chart.ChartWriter;
import org.osteocohort.generate.chart.CodedFact;
import org.osteocohort.generate.chart.DrugFact;
import org.osteocohort.generate.chart.Encounter;

/**
 * Writes charts as a bulk export, one after the other; ids count up within a resource type.
 *
 * <p>FHIR tells no time of observation. Two encounters in the field without anything in them, on its first and last
 * day, stand for it, as registering and leaving do.
 */
public final class FhirWriter implements ChartWriter {
    static final String PATIENT = "Patient";
    static final String ENCOUNTER = "Encounter";
    static final String CONDITION = "Condition";
    static final String PROCEDURE = "Procedure";
    static final String OBSERVATION = "Observation";
    static final String REQUEST = "MedicationRequest";
    static final String DISPENSE = "MedicationDispense";
    static final String ADMINISTRATION = "MedicationAdministration";

    private static final List<String> TYPES =
            List.of(PATIENT, ENCOUNTER, CONDITION, PROCEDURE, OBSERVATION, REQUEST, DISPENSE, ADMINISTRATION);

    private final Map<String, ResourceOutput> outputs = new TreeMap<>();

    /**
     * Opens a file for every resource type.
     *
     * @param linesPerFile 0 for one file per type
     */
    public FhirWriter(Path folder, boolean zipped, long linesPerFile) throws IOException {
        for (String type : TYPES) {
            outputs.put(type, new ResourceOutput(folder, type, zipped, linesPerFile));
        }
    }

    @Override
    public void write(long personId, Chart chart) throws IOException {
        ObjectNode patient = outputs.get(PATIENT).next();
        PatientResources.patient(patient, personId, chart);
        outputs.get(PATIENT).write(patient);
        encounter(personId, VisitKind.OTHER, chart.observedFrom(), chart.observedFrom());
        Map<Encounter, String> encounters = new HashMap<>();
        for (Encounter encounter : chart.encounters()) {
            encounters.put(encounter, encounter(personId, encounter.kind(), encounter.start(), encounter.end()));
        }
        encounter(personId, VisitKind.OTHER, chart.observedTo(), chart.observedTo());
        for (CodedFact fact : chart.facts()) {
            write(personId, encounters.get(fact.encounter()), fact);
        }
        for (DrugFact drug : chart.drugs()) {
            write(personId, drug.encounter() == null ? null : encounters.get(drug.encounter()), drug);
        }
    }

    private String encounter(long personId, VisitKind kind, LocalDate start, LocalDate end) throws IOException {
        ObjectNode encounter = outputs.get(ENCOUNTER).next();
        PatientResources.encounter(encounter, personId, kind, start, end);
        outputs.get(ENCOUNTER).write(encounter);
        return encounter.get("id").asText();
    }

    private void write(long personId, String encounter, CodedFact fact) throws IOException {
        ResourceOutput output = outputs.get(
                switch (fact.kind()) {
                    // External causes, which OMOP keeps among observations, are diagnoses of their encounter here.
                    case CONDITION, OBSERVATION -> CONDITION;
                    case PROCEDURE -> PROCEDURE;
                    case MEASUREMENT -> OBSERVATION;
                });
        ObjectNode resource = output.next();
        PatientResources.subject(resource, personId);
        refer(resource, "encounter", encounter);
        switch (fact.kind()) {
            case CONDITION, OBSERVATION -> FactResources.condition(resource, fact);
            case PROCEDURE -> FactResources.procedure(resource, fact);
            case MEASUREMENT -> FactResources.observation(resource, fact);
        }
        output.write(resource);
    }

    private void write(long personId, String encounter, DrugFact drug) throws IOException {
        String type = FactResources.drugType(drug);
        ObjectNode resource = outputs.get(type).next();
        PatientResources.subject(resource, personId);
        refer(resource, "context", encounter);
        switch (type) {
            case REQUEST -> FactResources.request(resource, drug);
            case DISPENSE -> FactResources.dispense(resource, drug);
            case ADMINISTRATION -> FactResources.administration(resource, drug);
            default -> throw new IllegalStateException("no resource of drugs: " + type);
        }
        outputs.get(type).write(resource);
    }

    private static void refer(ObjectNode resource, String element, String encounter) {
        if (encounter != null) {
            resource.putObject(element).put("reference", ENCOUNTER + "/" + encounter);
        }
    }

    @Override
    public void finish() {
        // Every line was written with its person.
    }

    @Override
    public SortedMap<String, Long> rows() {
        SortedMap<String, Long> rows = new TreeMap<>();
        outputs.forEach((type, output) -> rows.put(type, output.lines()));
        return rows;
    }

    @Override
    public void close() throws IOException {
        IOException failure = null;
        for (ResourceOutput output : outputs.values()) {
            try {
                output.close();
            } catch (IOException exception) {
                failure = failure == null ? exception : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
