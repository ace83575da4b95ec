package org.osteocohort.source.vocabulary;

import static org.osteocohort.source.files.ColumnKind.TEXT;
import static org.osteocohort.source.files.ColumnKind.WHOLE;
import static org.osteocohort.source.files.TableColumn.optional;
import static org.osteocohort.source.files.TableColumn.required;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.job.FileFormat;
import org.osteocohort.problem.Problem;
import org.osteocohort.source.files.ExtractTables;
import org.osteocohort.source.files.LookupTable;
import org.osteocohort.source.files.TableColumn;
import org.osteocohort.source.files.TableShape;

/** The vocabulary tables of a folder, of which none but headers and footers are read before all is known to be good. */
public final class VocabularyTables {
    private static final TableShape CONCEPT = shape(
            "concept",
            required("concept_id", WHOLE),
            required("vocabulary_id", TEXT),
            required("concept_code", TEXT),
            optional("concept_name", TEXT),
            optional("domain_id", TEXT));
    private static final TableShape CONCEPT_ANCESTOR =
            shape("concept_ancestor", required("ancestor_concept_id", WHOLE), required("descendant_concept_id", WHOLE));
    private static final TableShape CONCEPT_RELATIONSHIP = shape(
            "concept_relationship",
            required("concept_id_1", WHOLE),
            required("concept_id_2", WHOLE),
            required("relationship_id", TEXT),
            optional("invalid_reason", TEXT));

    /** The tables that are read, CONCEPT first, without which the others say nothing. */
    public static final List<TableShape> SHAPES = List.of(CONCEPT, CONCEPT_ANCESTOR, CONCEPT_RELATIONSHIP);

    private final ExtractTables tables;
    private final Optional<LookupTable> concept;
    private final Optional<LookupTable> ancestor;
    private final Optional<LookupTable> relationship;

    private VocabularyTables(SparkSession spark, ExtractTables tables) {
        this.tables = tables;
        this.concept = tables.lookup(spark, CONCEPT);
        this.ancestor = tables.lookup(spark, CONCEPT_ANCESTOR);
        this.relationship = tables.lookup(spark, CONCEPT_RELATIONSHIP);
    }

    /** The tables that stand among those of an extract, if any. */
    public static VocabularyTables in(SparkSession spark, ExtractTables extract) {
        return new VocabularyTables(spark, extract);
    }

    /** The tables of a folder of their own, in which CONCEPT must be. */
    public static VocabularyTables at(SparkSession spark, Path folder) {
        ExtractTables tables = new ExtractTables(
                folder, FileFormat.DETECTED, null, spark.sparkContext().hadoopConfiguration());
        if (tables.problems().isEmpty() && !tables.holds(CONCEPT)) {
            tables.reportAbsent(CONCEPT);
        }
        return new VocabularyTables(spark, tables);
    }

    /** What is wrong with the tables; those of the extract among which they stand included. */
    public List<Problem> problems() {
        return tables.problems();
    }

    /** What each concept stands for in the study, by several scans of the tables; empty when there is no CONCEPT. */
    public Optional<ConceptCodeBook> conceptBook(CodeSets codeSets) {
        return excerpt(new VocabularyReader(codeSets)).map(excerpt -> ConceptCodeBook.of(excerpt, codeSets));
    }

    /** What each written code stands for in the study, by several scans of the tables; they must hold CONCEPT. */
    public CodeBook codeBook(CodeSets codeSets) {
        return excerpt(VocabularyReader.ofWrittenCodes(codeSets))
                .map(excerpt -> CodeBook.of(excerpt, codeSets))
                .orElseThrow();
    }

    private Optional<VocabularyExcerpt> excerpt(VocabularyReader reader) {
        return concept.map(rows -> reader.read(rows, ancestor, relationship));
    }

    /** Athena's downloads are separated by tabs and hold bare quotation marks in names. */
    private static TableShape shape(String name, TableColumn... columns) {
        return new TableShape(name, List.of(columns), List.of(), false);
    }
}
