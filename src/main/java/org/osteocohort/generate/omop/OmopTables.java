package org.osteocohort.generate.omop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.osteocohort.table.Table;

/** The open tables of an extract. */
final class OmopTables implements AutoCloseable {
    private final Path folder;
    private final OutputFiles files;
    private final long rowsPerFile;
    private final List<TableOutput<?>> open = new ArrayList<>();
    private final SortedMap<String, TableOutput<?>> byName = new TreeMap<>();

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
        this.folder = folder;
        this.files = files;
        this.rowsPerFile = rowsPerFile;
        this.persons = open(PersonRow.TABLE, rowsPerFile);
        this.periods = open(PersonRow.ObservationPeriodRow.TABLE, rowsPerFile);
        this.visits = open(PersonRow.VisitRow.TABLE, rowsPerFile);
        this.deaths = open(PersonRow.DeathRow.TABLE, 0);
        this.conditions = open(ConditionRow.TABLE, rowsPerFile);
        this.drugs = open(DrugRow.TABLE, rowsPerFile);
        this.procedures = open(ProcedureRow.TABLE, rowsPerFile);
        this.measurements = open(MeasurementRow.TABLE, rowsPerFile);
        this.observations = open(ObservationRow.TABLE, rowsPerFile);
    }

    private <R extends Record> TableOutput<R> open(Table<R> table, long rows) throws IOException {
        TableOutput<R> output = new TableOutput<>(folder, table, files, rows);
        open.add(output);
        byName.put(table.name(), output);
        return output;
    }

    /** Writes the vocabulary tables, which are whole only after the last person. */
    void writeVocabulary(Concepts concepts) throws IOException {
        writeAll(ConceptRow.TABLE, concepts.rows());
        writeAll(ConceptRow.RelationshipRow.TABLE, concepts.relationships());
        writeAll(ConceptRow.AncestorRow.TABLE, concepts.ancestors());
    }

    private <R extends Record> void writeAll(Table<R> table, List<R> rows) throws IOException {
        TableOutput<R> output = open(table, 0);
        for (R row : rows) {
            output.write(row);
        }
    }

    SortedMap<String, Long> rows() {
        SortedMap<String, Long> rows = new TreeMap<>();
        byName.forEach((name, output) -> rows.put(name, output.rows()));
        return Collections.unmodifiableSortedMap(rows);
    }

    @Override
    public void close() throws IOException {
        IOException failure = null;
        for (TableOutput<?> output : open) {
            try {
                output.close();
            } catch (IOException exception) {
                if (failure == null) {
                    failure = exception;
                } else {
                    failure.addSuppressed(exception);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
