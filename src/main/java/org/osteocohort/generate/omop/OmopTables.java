package org.osteocohort.generate.omop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.osteocohort.table.Table;

/** The open tables of an extract. */
final class OmopTables implements AutoCloseable {
    private final TableOutputs tables;

    final TableOutput<PersonRow> persons;
    final TableOutput<PersonRow.ObservationPeriodRow> periods;
    final TableOutput<PersonRow.VisitRow> visits;
    final TableOutput<PersonRow.DeathRow> deaths;
    final TableOutput<ConditionRow> conditions;
    final TableOutput<DrugRow> drugs;
    final TableOutput<ProcedureRow> procedures;
    final TableOutput<MeasurementRow> measurements;
    final TableOutput<ObservationRow> observations;

    OmopTables(Path folder, OutputFiles files, long rowsPerFile) throws IOException {
        this.tables = new TableOutputs(folder, files, rowsPerFile);
        this.persons = tables.open(PersonRow.TABLE);
        this.periods = tables.open(PersonRow.ObservationPeriodRow.TABLE);
        this.visits = tables.open(PersonRow.VisitRow.TABLE);
        this.deaths = tables.openWhole(PersonRow.DeathRow.TABLE);
        this.conditions = tables.open(ConditionRow.TABLE);
        this.drugs = tables.open(DrugRow.TABLE);
        this.procedures = tables.open(ProcedureRow.TABLE);
        this.measurements = tables.open(MeasurementRow.TABLE);
        this.observations = tables.open(ObservationRow.TABLE);
    }

    /** Writes the vocabulary tables, which are whole only after the last person. */
    void writeVocabulary(Concepts concepts) throws IOException {
        writeAll(ConceptRow.TABLE, concepts.rows());
        writeAll(ConceptRow.RelationshipRow.TABLE, concepts.relationships());
        writeAll(ConceptRow.AncestorRow.TABLE, concepts.ancestors());
    }

    private <R extends Record> void writeAll(Table<R> table, List<R> rows) throws IOException {
        TableOutput<R> output = tables.openWhole(table);
        for (R row : rows) {
            output.write(row);
        }
    }

    SortedMap<String, Long> rows() {
        return tables.rows();
    }

    @Override
    public void close() throws IOException {
        tables.close();
    }
}
