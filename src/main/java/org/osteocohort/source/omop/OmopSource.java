package org.osteocohort.source.omop;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.ehr.VisitKind;
import org.osteocohort.job.Extract;
import org.osteocohort.problem.BadInputException;
import org.osteocohort.problem.Problem;
import org.osteocohort.source.CanonicalRows;
import org.osteocohort.source.ExtractSource;
import org.osteocohort.source.files.ExtractTables;
import org.osteocohort.source.files.FailedRead;
import org.osteocohort.source.files.TableShape;
import org.osteocohort.source.vocabulary.ConceptCodeBook;
import org.osteocohort.source.vocabulary.VocabularyTables;

/** An OMOP extract: CDM 5.3, 5.4 or PEDSnet, Parquet or text, with or without vocabulary tables. */
public final class OmopSource implements ExtractSource {
    private static final List<TableShape> REQUIRED =
            List.of(OmopTables.PERSON, OmopTables.OBSERVATION_PERIOD, EventTable.CONDITION.shape());

    private final Extract extract;
    private final CodeSets codeSets;
    private final Set<VisitKind> visitKinds;

    /** Reads the visits that the rules and the denominators ask for: in hospital, for emergencies, and outpatient. */
    public OmopSource(Extract extract, CodeSets codeSets) {
        this(extract, codeSets, Set.of(VisitKind.INPATIENT, VisitKind.EMERGENCY, VisitKind.OUTPATIENT));
    }

    /**
     * Reads visits of the given kinds.
     *
     * @param visitKinds other visits are left out while scanning
     */
    public OmopSource(Extract extract, CodeSets codeSets, Set<VisitKind> visitKinds) {
        this.extract = Objects.requireNonNull(extract, "extract");
        this.codeSets = Objects.requireNonNull(codeSets, "codeSets");
        this.visitKinds = Set.copyOf(visitKinds);
    }

    /** The tables that may be absent and are, in lower case; of them the extract says nothing, not even "none". */
    public List<String> absentTables() {
        ExtractTables tables = tables(new Configuration(), file -> true);
        return optionalShapes()
                .filter(shape -> !tables.holds(shape))
                .map(TableShape::name)
                .toList();
    }

    /** The vocabulary tables of the extract, unless it has a folder of its own. */
    @Override
    public Set<String> sharedFiles(Configuration hadoop) {
        if (extract.vocabulary() != null) {
            return Set.of();
        }
        ExtractTables tables = tables(hadoop, file -> true);
        return VocabularyTables.SHAPES.stream()
                .flatMap(shape -> tables.listed().files(shape).stream())
                .collect(Collectors.toSet());
    }

    @Override
    public String circumstances(Configuration hadoop) {
        return tables(hadoop, file -> true).listed().lookedAtForIdentifiers().toString();
    }

    @Override
    public Dataset<Row> read(SparkSession spark, Predicate<String> chosen) {
        try {
            return readTables(spark, chosen);
        } catch (BadInputException told) {
            throw told;
        } catch (Exception failure) {
            // Not the message and not the cause: Spark quotes rows and values in both. Nor only runtime exceptions:
            // Spark throws checked ones that its signatures do not declare.
            throw new BadInputException(List.of(FailedRead.in(failure)
                    .orElseGet(() -> new Problem(
                            extract.path().toString(),
                            "the tables cannot be read (" + failure.getClass().getSimpleName() + ")"))));
        }
    }

    private Dataset<Row> readTables(SparkSession spark, Predicate<String> chosen) {
        ExtractTables tables = tables(spark.sparkContext().hadoopConfiguration(), chosen);
        refuse(tables.problems());
        REQUIRED.stream().filter(shape -> !tables.holds(shape)).forEach(tables::reportAbsent);
        Optional<Dataset<Row>> person = opened(tables, OmopTables.PERSON, spark);
        Optional<Dataset<Row>> periods = opened(tables, OmopTables.OBSERVATION_PERIOD, spark);
        Optional<Dataset<Row>> visits = opened(tables, OmopTables.VISIT_OCCURRENCE, spark);
        Optional<Dataset<Row>> deaths = opened(tables, OmopTables.DEATH, spark);
        Map<EventTable, Dataset<Row>> events = new EnumMap<>(EventTable.class);
        for (EventTable table : EventTable.values()) {
            opened(tables, table.shape(), spark).ifPresent(rows -> events.put(table, rows));
        }
        Optional<ConceptCodeBook> book = codeBook(spark, tables);
        PersonRows persons = new PersonRows(extract.site());
        EventRows eventRows = new EventRows(extract.site(), new CodeJudge(spark, book, codeSets));
        List<Dataset<Row>> parts = new ArrayList<>();
        person.map(persons::patients).ifPresent(parts::add);
        periods.map(persons::observationPeriods).ifPresent(parts::add);
        visits.map(rows -> persons.visits(rows, visitKinds)).ifPresent(parts::add);
        deaths.map(persons::deaths).ifPresent(parts::add);
        events.forEach((table, rows) -> parts.add(eventRows.of(table, rows)));
        return parts.stream()
                .reduce(Dataset::union)
                .orElseGet(() -> spark.createDataFrame(List.of(), CanonicalRows.SCHEMA));
    }

    /** Of a table that is not opened only what is wrong is noted, so that Spark need not plan for it. */
    private static Optional<Dataset<Row>> opened(ExtractTables tables, TableShape shape, SparkSession spark) {
        return tables.read(spark, shape).filter(rows -> tables.listed().opens(shape));
    }

    /** The vocabulary's book, once every table is known to be good; empty when there is none, or nothing to judge. */
    private Optional<ConceptCodeBook> codeBook(SparkSession spark, ExtractTables tables) {
        if (tables.problems().isEmpty() && tables.listed().opensNothing()) {
            return Optional.empty();
        }
        boolean separate = extract.vocabulary() != null;
        VocabularyTables vocabulary =
                separate ? VocabularyTables.at(spark, extract.vocabulary()) : VocabularyTables.in(spark, tables);
        List<Problem> problems = new ArrayList<>(tables.problems());
        if (separate) {
            problems.addAll(vocabulary.problems());
        }
        refuse(problems);
        return vocabulary.conceptBook(codeSets);
    }

    private ExtractTables tables(Configuration configuration, Predicate<String> chosen) {
        return new ExtractTables(extract, configuration, chosen);
    }

    /** Vocabulary tables too, unless they are asked of a folder of their own. */
    private Stream<TableShape> optionalShapes() {
        Stream<TableShape> events = Stream.of(EventTable.values()).map(EventTable::shape);
        Stream<TableShape> times = Stream.of(OmopTables.VISIT_OCCURRENCE, OmopTables.DEATH);
        Stream<TableShape> vocabulary =
                extract.vocabulary() == null ? VocabularyTables.SHAPES.stream() : Stream.empty();
        return Stream.of(events, times, vocabulary)
                .flatMap(shapes -> shapes)
                .filter(shape -> !REQUIRED.contains(shape));
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new BadInputException(problems);
        }
    }
}
