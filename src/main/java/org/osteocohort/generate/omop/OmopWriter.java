package org.osteocohort.generate.omop;

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

/** Writes charts as an OMOP extract, one after the other; row numbers count up. */
public final class OmopWriter implements ChartWriter {
    private final OmopTables tables;
    private final Concepts concepts = new Concepts();
    private final FactRows rows = new FactRows(concepts);

    /**
     * Opens every table.
     *
     * @param rowsPerFile 0 for one file per table; otherwise the larger tables are folders of parts
     */
    public OmopWriter(Path folder, OutputFiles files, long rowsPerFile) throws IOException {
        this.tables = new OmopTables(folder, files, rowsPerFile);
    }

    /** @throws IllegalStateException when two codes would share a concept number, which a test rules out */
    @Override
    public void write(long personId, Chart chart) throws IOException {
        tables.persons.write(PersonRows.person(personId, chart));
        tables.periods.write(PersonRows.period(tables.periods.rows() + 1, personId, chart));
        if (chart.death() != null) {
            tables.deaths.write(PersonRows.death(personId, chart));
        }
        Map<Encounter, Long> visits = new HashMap<>();
        for (Encounter encounter : chart.encounters()) {
            long visit = tables.visits.rows() + 1;
            visits.put(encounter, visit);
            tables.visits.write(PersonRows.visit(visit, personId, encounter));
        }
        for (CodedFact fact : chart.facts()) {
            write(personId, visits.get(fact.encounter()), fact);
        }
        for (DrugFact drug : chart.drugs()) {
            Long visit = drug.encounter() == null ? null : visits.get(drug.encounter());
            tables.drugs.write(rows.drug(tables.drugs.rows() + 1, personId, visit, drug));
        }
    }

    private void write(long personId, Long visit, CodedFact fact) throws IOException {
        switch (fact.kind()) {
            case CONDITION ->
                tables.conditions.write(rows.condition(tables.conditions.rows() + 1, personId, visit, fact));
            case PROCEDURE ->
                tables.procedures.write(rows.procedure(tables.procedures.rows() + 1, personId, visit, fact));
            case MEASUREMENT ->
                tables.measurements.write(rows.measurement(tables.measurements.rows() + 1, personId, visit, fact));
            case OBSERVATION ->
                tables.observations.write(rows.observation(tables.observations.rows() + 1, personId, visit, fact));
        }
    }

    /** Writes the vocabulary tables. */
    @Override
    public void finish() throws IOException {
        tables.writeVocabulary(concepts);
    }

    @Override
    public SortedMap<String, Long> rows() {
        return tables.rows();
    }

    @Override
    public void close() throws IOException {
        tables.close();
    }
}
