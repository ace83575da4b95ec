package org.osteocohort.generate.pcornet;

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

/** Writes charts as a PCORnet extract, one after the other; row numbers count up. */
public final class PcornetWriter implements ChartWriter {
    private final TableOutputs tables;
    private final TableOutput<PersonRow> demographic;
    private final TableOutput<PersonRow.EnrollmentRow> enrollment;
    private final TableOutput<PersonRow.EncounterRow> encounter;
    private final TableOutput<PersonRow.DeathRow> death;
    private final TableOutput<FactRow.Diagnosis> diagnosis;
    private final TableOutput<FactRow.Procedure> procedures;
    private final TableOutput<FactRow.Vital> vital;
    private final TableOutput<FactRow.LabResult> labResult;
    private final TableOutput<FactRow.ClinicalObservation> clinical;
    private final TableOutput<DrugRow.Prescribing> prescribing;
    private final TableOutput<DrugRow.Dispensing> dispensing;
    private final TableOutput<DrugRow.Administration> administration;

    /**
     * Opens every table.
     *
     * @param rowsPerFile 0 for one file per table; otherwise the tables are folders of parts
     */
    public PcornetWriter(Path folder, OutputFiles files, long rowsPerFile) throws IOException {
        this.tables = new TableOutputs(folder, files, rowsPerFile);
        this.demographic = tables.open(PersonRow.TABLE);
        this.enrollment = tables.open(PersonRow.EnrollmentRow.TABLE);
        this.encounter = tables.open(PersonRow.EncounterRow.TABLE);
        this.death = tables.open(PersonRow.DeathRow.TABLE);
        this.diagnosis = tables.open(FactRow.Diagnosis.TABLE);
        this.procedures = tables.open(FactRow.Procedure.TABLE);
        this.vital = tables.open(FactRow.Vital.TABLE);
        this.labResult = tables.open(FactRow.LabResult.TABLE);
        this.clinical = tables.open(FactRow.ClinicalObservation.TABLE);
        this.prescribing = tables.open(DrugRow.Prescribing.TABLE);
        this.dispensing = tables.open(DrugRow.Dispensing.TABLE);
        this.administration = tables.open(DrugRow.Administration.TABLE);
    }

    @Override
    public void write(long personId, Chart chart) throws IOException {
        String person = String.valueOf(personId);
        demographic.write(PersonRows.person(person, chart));
        enrollment.write(PersonRows.enrollment(person, chart));
        if (chart.death() != null) {
            death.write(PersonRows.death(person, chart));
        }
        Map<Encounter, String> encounters = new HashMap<>();
        for (Encounter visit : chart.encounters()) {
            String id = next(encounter);
            encounters.put(visit, id);
            encounter.write(PersonRows.encounter(id, person, visit));
        }
        for (CodedFact fact : chart.facts()) {
            write(person, encounters.get(fact.encounter()), fact);
        }
        for (DrugFact drug : chart.drugs()) {
            write(person, encounters.get(drug.encounter()), drug);
        }
    }

    private void write(String person, String visit, CodedFact fact) throws IOException {
        switch (FactRows.table(fact)) {
            case DIAGNOSIS -> diagnosis.write(FactRows.diagnosis(next(diagnosis), person, visit, fact));
            case PROCEDURES -> procedures.write(FactRows.procedure(next(procedures), person, visit, fact));
            case VITAL -> vital.write(FactRows.vital(next(vital), person, visit, fact));
            case LAB_RESULT -> labResult.write(FactRows.labResult(next(labResult), person, visit, fact));
            case CLINICAL -> clinical.write(FactRows.clinical(next(clinical), person, visit, fact));
        }
    }

    private void write(String person, String visit, DrugFact drug) throws IOException {
        switch (DrugRows.table(drug)) {
            case PRESCRIBING -> prescribing.write(DrugRows.prescribing(next(prescribing), person, drug));
            case DISPENSING -> dispensing.write(DrugRows.dispensing(next(dispensing), person, drug));
            case ADMINISTRATION ->
                administration.write(DrugRows.administration(next(administration), person, visit, drug));
        }
    }

    private static String next(TableOutput<?> table) {
        return String.valueOf(table.rows() + 1);
    }

    /** Nothing waits for the last person. */
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
