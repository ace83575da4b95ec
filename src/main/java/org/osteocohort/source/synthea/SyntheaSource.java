package org.osteocohort.source.synthea;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.ehr.VisitKind;
import org.osteocohort.job.Extract;
import org.osteocohort.source.ExtractSource;
import org.osteocohort.source.coded.CodedExtract;
import org.osteocohort.source.coded.CodedRows;

/** An extract as Synthea exports it to CSV, with or without a vocabulary folder. */
public final class SyntheaSource implements ExtractSource {
    /** The visits that the rules and the denominators ask for. */
    private static final Set<VisitKind> VISITS = Set.of(VisitKind.INPATIENT, VisitKind.EMERGENCY, VisitKind.OUTPATIENT);

    private final Extract extract;
    private final CodeSets codeSets;

    public SyntheaSource(Extract extract, CodeSets codeSets) {
        this.extract = Objects.requireNonNull(extract, "extract");
        this.codeSets = Objects.requireNonNull(codeSets, "codeSets");
    }

    @Override
    public List<String> notes() {
        return List.of(
                "A child is observed from the first to the last encounter; Synthea tells no enrolment.",
                "A medication without a stop lasts to the last encounter.");
    }

    /** The last encounter ends a medication that has no stop of its own. */
    @Override
    public Set<String> sharedFiles(Configuration hadoop) {
        return Set.copyOf(CodedExtract.tables(extract, hadoop).listed().files(PersonTables.ENCOUNTERS));
    }

    @Override
    public String circumstances(Configuration hadoop) {
        return CodedExtract.tables(extract, hadoop)
                .listed()
                .lookedAtForIdentifiers()
                .toString();
    }

    @Override
    public Dataset<Row> read(SparkSession spark, Predicate<String> chosen) {
        return CodedExtract.read(extract, spark, chosen, this::readTables);
    }

    private Dataset<Row> readTables(CodedExtract opened) {
        opened.require(PersonTables.PATIENTS);
        opened.require(PersonTables.ENCOUNTERS);
        opened.require(EventTable.CONDITIONS.shape());
        Optional<Dataset<Row>> patients = opened.table(PersonTables.PATIENTS);
        Optional<Dataset<Row>> found = opened.table(PersonTables.ENCOUNTERS);
        Map<EventTable, Dataset<Row>> events = new EnumMap<>(EventTable.class);
        for (EventTable table : EventTable.values()) {
            opened.table(table.shape()).ifPresent(rows -> events.put(table, rows));
        }
        CodedRows coded = opened.codedRows(codeSets);
        Dataset<Row> encounters = found.orElseThrow();
        PersonTables persons = new PersonTables(extract.site());
        List<Dataset<Row>> parts = new ArrayList<>();
        patients.map(persons::patients).ifPresent(parts::add);
        patients.map(persons::deaths).ifPresent(parts::add);
        parts.add(persons.contacts(encounters));
        parts.add(persons.visits(encounters, VISITS));
        events.forEach((table, rows) ->
                parts.add(coded.events(table.facts(rows, encounters), table.told(), table.drugCode())));
        return parts.stream().reduce(Dataset::union).orElseThrow();
    }
}
