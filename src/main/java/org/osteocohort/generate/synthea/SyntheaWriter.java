package org.osteocohort.generate.synthea;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.osteocohort.generate.chart.Chart;
import org.osteocohort.generate.chart.ChartWriter;
import org.osteocohort.generate.chart.CodedFact;
import org.osteocohort.generate.chart.DrugFact;
import org.osteocohort.generate.chart.Encounter;
import org.osteocohort.generate.omop.OutputFiles;
import org.osteocohort.generate.omop.TableOutput;
import org.osteocohort.generate.omop.TableOutputs;

/** Writes charts in the form of Synthea's export, one after the other. */
public final class SyntheaWriter implements ChartWriter {
    private final TableOutputs tables;
    private final TableOutput<SyntheaRow.Patient> patients;
    private final TableOutput<SyntheaRow.Visit> encounters;
    private final TableOutput<SyntheaRow.Condition> conditions;
    private final TableOutput<SyntheaRow.Procedure> procedures;
    private final TableOutput<SyntheaRow.Observation> observations;
    private final TableOutput<SyntheaRow.Medication> medications;

    /**
     * Opens every table.
     *
     * @param files Synthea itself writes CSV only
     * @param rowsPerFile 0 for one file per table; otherwise the tables are folders of parts
     */
    public SyntheaWriter(Path folder, OutputFiles files, long rowsPerFile) throws IOException {
        this.tables = new TableOutputs(folder, files, rowsPerFile);
        this.patients = tables.open(SyntheaRow.Patient.TABLE);
        this.encounters = tables.open(SyntheaRow.Visit.TABLE);
        this.conditions = tables.open(SyntheaRow.Condition.TABLE);
        this.procedures = tables.open(SyntheaRow.Procedure.TABLE);
        this.observations = tables.open(SyntheaRow.Observation.TABLE);
        this.medications = tables.open(SyntheaRow.Medication.TABLE);
    }

    @Override
    public void write(long personId, Chart chart) throws IOException {
        String patient = String.valueOf(personId);
        patients.write(SyntheaRows.patient(patient, chart));
        encounters.write(SyntheaRows.contact(nextEncounter(), patient, chart.observedFrom()));
        encounters.write(SyntheaRows.contact(nextEncounter(), patient, chart.observedTo()));
        Map<Encounter, String> visits = new HashMap<>();
        for (Encounter encounter : chart.encounters()) {
            String id = nextEncounter();
            visits.put(encounter, id);
            encounters.write(SyntheaRows.visit(id, patient, encounter));
        }
        for (CodedFact fact : chart.facts()) {
            write(patient, visits.get(fact.encounter()), fact);
        }
        for (DrugFact drug : chart.drugs()) {
            String visit = visits.get(drug.encounter());
            medications.write(SyntheaRows.medication(medications.rows(), patient, visit, drug));
        }
    }

    private void write(String patient, String visit, CodedFact fact) throws IOException {
        switch (fact.kind()) {
            // External causes are diagnoses here, wherever the site files them.
            case CONDITION, OBSERVATION -> conditions.write(SyntheaRows.condition(patient, visit, fact));
            case PROCEDURE -> procedures.write(SyntheaRows.procedure(procedures.rows(), patient, visit, fact));
            case MEASUREMENT -> observations.write(SyntheaRows.observation(observations.rows(), patient, visit, fact));
        }
    }

    private String nextEncounter() {
        return String.valueOf(encounters.rows() + 1);
    }

    /** Nothing waits for the last patient. */
    @Override
    public void finish() {}

    @Override
    public SortedMap<String, Long> rows() {
        return tables.rows();
    }

    @Override
    public void close() throws IOException {
        tables.close();
    }
}
