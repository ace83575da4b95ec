package org.osteocohort.source.omop;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.ehr.DrugRoute;
import org.osteocohort.ehr.EventDomain;
import org.osteocohort.source.Carried;
import org.osteocohort.source.DirectCall;
import org.osteocohort.source.files.ExtractTables;
import org.osteocohort.source.vocabulary.ConceptCodeBook;
import org.osteocohort.source.vocabulary.JudgedCode;
import org.osteocohort.source.vocabulary.JudgedRow;

/**
 * Carries the judgement of codes to the rows of event tables.
 *
 * <p>By functions, since no join can say "the source concept unless its vocabulary is not covered, else the standard one"
 * in one pass. Those that are asked of every row of a table are {@linkplain DirectCall called directly}, the others are
 * user-defined functions of Spark.
 */
final class CodeJudge {
    /** The column with what a row stands for. */
    static final String JUDGED = "judged";

    private static final String REFERENCE = "concept_reference";

    private final Optional<Broadcast<ConceptCodeBook>> book;
    private final Broadcast<SourceValueCodes> values;
    private final boolean localCodes;

    /**
     * Sends both books to the executors.
     *
     * @param book empty for an extract without vocabulary
     */
    CodeJudge(SparkSession spark, Optional<ConceptCodeBook> book, CodeSets codeSets) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        this.book = book.map(context::broadcast);
        this.values = context.broadcast(new SourceValueCodes(codeSets));
        this.localCodes = codeSets.rows().stream()
                .anyMatch(row -> row.active() && row.key().vocabulary() == Vocabulary.LOCAL);
    }

    /** Where the rows of drugs say whether nobody can tell which drug they are: no concept and no known source value. */
    static final String UNMAPPED = "unmapped";

    /** The rows that a code set row speaks for, with the column {@link #JUDGED}; those that nobody can read too. */
    Dataset<Row> relevant(EventTable table, Dataset<Row> rows) {
        Column byValue = byValue(table);
        Column kept = col(ExtractTables.UNREADABLE).or(hasNoConcept(table));
        if (book.isEmpty()) {
            return told(table, rows.withColumn(JUDGED, byValue));
        }
        Column reference = reference(book.get(), table);
        Column byConcept = when(col(REFERENCE).geq(0), byReference(book.get()))
                .when(col(REFERENCE).equalTo(ConceptCodeBook.BY_SOURCE_VALUE), byValue);
        boolean local = localCodes && table.holdsLocalCodes();
        Column ofInterest = reference.notEqual(ConceptCodeBook.IRRELEVANT);
        return told(
                table,
                rows.filter((local ? ofInterest.or(isLocalCode(table)) : ofInterest).or(kept))
                        .withColumn(REFERENCE, reference)
                        .withColumn(
                                JUDGED,
                                local
                                        ? when(isLocalCode(table), byLocalCode(table))
                                                .otherwise(byConcept)
                                        : byConcept));
    }

    /** Rows that are judged, that nobody can read, or that are of a drug that nobody knows. */
    private static Dataset<Row> told(EventTable table, Dataset<Row> rows) {
        Column judged = col(JUDGED).isNotNull();
        Column unreadable = col(ExtractTables.UNREADABLE);
        return rows.withColumn(UNMAPPED, not(judged).and(not(unreadable)).and(hasNoConcept(table)))
                .filter(judged.or(unreadable).or(col(UNMAPPED)));
    }

    /** The model writes 0 for a drug that is in no vocabulary; where there is no concept, a bare number names no drug. */
    private static Column hasNoConcept(EventTable table) {
        if (table != EventTable.DRUG) {
            return lit(false);
        }
        Column concept = col(table.concept());
        Column value = col(table.sourceValue());
        return coalesce(concept.equalTo(0), value.isNull().or(value.rlike("^[0-9-]+$")));
    }

    /** The route that a route concept's name tells; a name of {@link DrugRoute} or null. */
    Column routeName(Column routeConcept) {
        // Local, so that the function carries the broadcast and not this object.
        Broadcast<ConceptCodeBook> carried = book.orElse(null);
        UDF1<Long, String> name = concept -> OmopConcepts.route(concept)
                .or(() -> carried == null ? Optional.empty() : carried.value().route(concept))
                .map(DrugRoute::name)
                .orElse(null);
        return udf(name, DataTypes.StringType).apply(routeConcept);
    }

    /** The code of a unit concept; null when the vocabulary has none. */
    Column unitCode(Column unitConcept) {
        Broadcast<ConceptCodeBook> carried = book.orElse(null);
        UDF1<Long, String> code = concept ->
                carried == null ? null : carried.value().unit(concept).orElse(null);
        return udf(code, DataTypes.StringType).apply(unitConcept);
    }

    private static Column reference(Broadcast<ConceptCodeBook> book, EventTable table) {
        return DirectCall.of(new CarriedBook(book), col(table.sourceConcept()), col(table.concept()));
    }

    private static Column byReference(Broadcast<ConceptCodeBook> book) {
        return DirectCall.of(new CarriedBook(book), JudgedRow.TYPE, col(REFERENCE));
    }

    private Column byValue(EventTable table) {
        Broadcast<SourceValueCodes> codes = values;
        EventDomain domain = table.domain();
        UDF2<String, Integer, Row> judged =
                (value, day) -> row(codes.value().judge(domain, value, day == null ? null : LocalDate.ofEpochDay(day)));
        return udf(judged, JudgedRow.TYPE).apply(col(table.sourceValue()), unix_date(col(table.date())));
    }

    private Column isLocalCode(EventTable table) {
        Carried<SourceValueCodes> codes = new Carried<>(values);
        DirectCall.OfText isLocal = value -> codes.value().isLocal(value);
        return DirectCall.of(isLocal, col(table.sourceValue()));
    }

    private Column byLocalCode(EventTable table) {
        Broadcast<SourceValueCodes> codes = values;
        UDF1<String, Row> judged = value -> row(codes.value().local(value));
        return udf(judged, JudgedRow.TYPE).apply(col(table.sourceValue()));
    }

    private static Row row(Optional<JudgedCode> judged) {
        return judged.map(JudgedRow::of).orElse(null);
    }
}
