package org.osteocohort.source.coded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.job.Extract;
import org.osteocohort.problem.BadInputException;
import org.osteocohort.problem.Problem;
import org.osteocohort.source.files.ExtractTables;
import org.osteocohort.source.files.FailedRead;
import org.osteocohort.source.files.TableShape;
import org.osteocohort.source.vocabulary.CodeBook;
import org.osteocohort.source.vocabulary.VocabularyTables;

/** The tables of an extract while they are opened. What is wrong with them is gathered, to be told at once. */
public final class CodedExtract {
    private final Extract extract;
    private final SparkSession spark;
    private final ExtractTables tables;

    private CodedExtract(Extract extract, SparkSession spark, Predicate<String> chosen) {
        this.extract = extract;
        this.spark = spark;
        this.tables = tables(extract, spark.sparkContext().hadoopConfiguration(), chosen);
    }

    /** The tables of an extract, of which nothing is opened yet. */
    public static ExtractTables tables(Extract extract, Configuration hadoop) {
        return tables(extract, hadoop, file -> true);
    }

    private static ExtractTables tables(Extract extract, Configuration hadoop, Predicate<String> chosen) {
        return new ExtractTables(extract, hadoop, chosen);
    }

    /**
     * Reads an extract.
     *
     * @param chosen of the files, by their path within the extract, which to open
     * @param rows makes canonical rows of the opened tables
     * @throws BadInputException with all problems; Spark's own messages are not passed on, since they quote values
     */
    public static Dataset<Row> read(
            Extract extract, SparkSession spark, Predicate<String> chosen, Function<CodedExtract, Dataset<Row>> rows) {
        try {
            CodedExtract opened = new CodedExtract(extract, spark, chosen);
            refuse(opened.tables.problems());
            return rows.apply(opened);
        } catch (BadInputException told) {
            throw told;
        } catch (Exception failure) {
            // Not only runtime exceptions: Spark throws checked ones that its signatures do not declare.
            throw new BadInputException(List.of(FailedRead.in(failure)
                    .orElseGet(() -> new Problem(
                            extract.path().toString(),
                            "the tables cannot be read (" + failure.getClass().getSimpleName() + ")"))));
        }
    }

    /** Notes a problem when a table that cannot be done without is absent. */
    public void require(TableShape shape) {
        if (!tables.holds(shape)) {
            tables.reportAbsent(shape);
        }
    }

    /** Whether there are files for the table, good or bad. */
    public boolean holds(TableShape shape) {
        return tables.holds(shape);
    }

    /** The table; empty when it is absent, or when a problem with it was noted. */
    public Optional<Dataset<Row>> table(TableShape shape) {
        return tables.read(spark, shape);
    }

    /**
     * What judges the rows' codes, once every table was asked for: reads the vocabulary folder, if the
     * job names one and there is anything to judge.
     *
     * @throws BadInputException with every problem of the tables and the vocabulary
     */
    public CodedRows codedRows(CodeSets codeSets) {
        Optional<VocabularyTables> vocabulary = Optional.ofNullable(
                        tables.problems().isEmpty() && tables.listed().opensNothing() ? null : extract.vocabulary())
                .map(folder -> VocabularyTables.at(spark, folder));
        List<Problem> problems = new ArrayList<>(tables.problems());
        vocabulary.ifPresent(found -> problems.addAll(found.problems()));
        refuse(problems);
        CodeBook book =
                vocabulary.map(found -> found.codeBook(codeSets)).orElseGet(() -> CodeBook.withoutVocabulary(codeSets));
        return new CodedRows(spark, extract.site(), book);
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new BadInputException(problems);
        }
    }
}
