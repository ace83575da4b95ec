package org.osteocohort.source.pcornet;

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
import org.osteocohort.source.files.ExtractTables;

/** A PCORnet extract: CDM 6.1 or 7.0, Parquet or text, with or without a vocabulary folder. */
public final class PcornetSource implements ExtractSource {
    /** The visits that the rules and the denominators ask for. */
    private static final Set<VisitKind> VISITS = Set.of(VisitKind.INPATIENT, VisitKind.EMERGENCY, VisitKind.OUTPATIENT);

    private final Extract extract;
    private final CodeSets codeSets;

    public PcornetSource(Extract extract, CodeSets codeSets) {
        this.extract = Objects.requireNonNull(extract, "extract");
        this.codeSets = Objects.requireNonNull(codeSets, "codeSets");
    }

    @Override
    public List<String> notes() {
        return List.of(
                "A child is observed while enrolled, but for enrolment in a pharmacy benefit alone; in an extract without"
                        + " the table enrollment, from the first to the last encounter.",
                "Heights and weights were converted from inches and pounds.");
    }

    @Override
    public Set<String> sharedFiles(Configuration hadoop) {
        return Set.of();
    }

    /** Encounters bound the observation of children where nothing is known of their enrolment. */
    @Override
    public String circumstances(Configuration hadoop) {
        ExtractTables tables = CodedExtract.tables(extract, hadoop);
        return tables.holds(PersonTables.ENROLLMENT) + " " + tables.listed().lookedAtForIdentifiers();
    }

    @Override
    public Dataset<Row> read(SparkSession spark, Predicate<String> chosen) {
        return CodedExtract.read(extract, spark, chosen, this::readTables);
    }

    private Dataset<Row> readTables(CodedExtract opened) {
        opened.require(PersonTables.DEMOGRAPHIC);
        opened.require(EventTable.DIAGNOSIS.shape());
        if (!opened.holds(PersonTables.ENROLLMENT)) {
            opened.require(PersonTables.ENCOUNTER);
        }
        Optional<Dataset<Row>> demographic = opened.table(PersonTables.DEMOGRAPHIC);
        Optional<Dataset<Row>> enrollment = opened.table(PersonTables.ENROLLMENT);
        Optional<Dataset<Row>> encounter = opened.table(PersonTables.ENCOUNTER);
        Optional<Dataset<Row>> death = opened.table(PersonTables.DEATH);
        Map<EventTable, Dataset<Row>> events = new EnumMap<>(EventTable.class);
        for (EventTable table : EventTable.values()) {
            opened.table(table.shape()).ifPresent(rows -> events.put(table, rows));
        }
        CodedRows coded = opened.codedRows(codeSets);
        PersonTables persons = new PersonTables(extract.site());
        List<Dataset<Row>> parts = new ArrayList<>();
        demographic.map(persons::patients).ifPresent(parts::add);
        enrollment
                .map(persons::enrollment)
                .or(() -> encounter.map(persons::contacts))
                .ifPresent(parts::add);
        encounter
                .map(rows -> persons.visits(rows, VISITS, enrollment.isEmpty()))
                .ifPresent(parts::add);
        death.map(persons::deaths).ifPresent(parts::add);
        events.forEach((table, rows) -> parts.add(coded.events(table.facts(rows), table.told(), table.drugCode())));
        return parts.stream().reduce(Dataset::union).orElseThrow();
    }
}
