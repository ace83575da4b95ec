package org.osteocohort.source.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osteocohort.job.FileFormat;
import org.osteocohort.problem.Problem;
import org.osteocohort.testkit.SparkExtension;
import org.osteocohort.testkit.SparkWork;
import org.osteocohort.testkit.TableFile;

/** A small table is asked without Spark; however a table is stored, the answers are the same. */
@ExtendWith(SparkExtension.class)
class LookupTableTest {
    private static final TableShape SHAPE = new TableShape(
            "concept",
            List.of(
                    TableColumn.required("concept_id", ColumnKind.WHOLE),
                    TableColumn.required("concept_code", ColumnKind.TEXT),
                    TableColumn.optional("concept_name", ColumnKind.TEXT)),
            List.of(),
            false);
    private static final StructType NUMBERS = new StructType().add("id", DataTypes.LongType);

    @TempDir
    private Path folder;

    @BeforeEach
    void writeTable() {
        TableFile.write(folder, "concept.csv", """
                concept_id | standard | concept_code | concept_name
                10         | S        | S52.501A     | fracture of radius
                2000000001 | S        | R05          | -
                -3         | -        | NULL         | old
                -          | S        | M80          | no id""");
    }

    /** Stores the table as Parquet, with the ids in a column of this type. */
    private void asParquet(SparkSession spark, String type) {
        spark.read()
                .option("header", true)
                .csv(folder.resolve("concept.csv").toString())
                .selectExpr(
                        "cast(concept_id AS " + type + ") AS Concept_ID", "standard", "concept_code", "concept_name")
                .write()
                .parquet(folder.resolve("parquet/concept").toString());
        folder = folder.resolve("parquet");
    }

    private ExtractTables tables() {
        return new ExtractTables(folder, FileFormat.DETECTED, null, new Configuration());
    }

    private List<String> answers(SparkSession spark) {
        LookupTable table = tables().lookup(spark, SHAPE).orElseThrow();
        List<Row> coded = table.where(functions.col("concept_id").notEqual(functions.lit(10)))
                .select("concept_code", "concept_id")
                .matching(row -> !row.isNullAt(0));
        List<Row> ids = table.scan(LookupTableTest::ids, NUMBERS);
        return List.of(
                text(table.select("concept_id", "concept_code", "concept_name").rows()), text(coded), text(ids));
    }

    private static Iterator<Row> ids(Iterator<Row> rows) {
        Iterable<Row> all = () -> rows;
        long sum = 0;
        for (Row row : all) {
            sum += row.isNullAt(0) ? 0 : row.getLong(0);
        }
        return List.of(RowFactory.create(sum)).iterator();
    }

    private static String text(List<Row> rows) {
        return String.join(
                "; ", rows.stream().map(row -> row.mkString(" ")).sorted().toList());
    }

    private static final List<String> ANSWERS = List.of(
            "-3 null old; 10 S52.501A fracture of radius; 2000000001 R05 null; null M80 no id",
            "R05 2000000001",
            "2000000008");

    @Test
    void aSmallTextTableIsAskedWithoutSpark(SparkSession spark) throws Exception {
        SparkWork<List<String>> work = SparkWork.during(spark, () -> answers(spark));
        assertThat(work.value()).isEqualTo(ANSWERS);
        assertThat(work.jobs()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"int", "bigint", "string"})
    void aSmallParquetTableIsAskedWithoutSpark(String type, SparkSession spark) throws Exception {
        asParquet(spark, type);
        SparkWork<List<String>> work = SparkWork.during(spark, () -> answers(spark));
        assertThat(work.value()).isEqualTo(ANSWERS);
        assertThat(work.jobs()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"double", "decimal(12,0)"})
    void whatOnlySparkKnowsToReadIsAskedOfSparkOnceAQuestion(String type, SparkSession spark) throws Exception {
        asParquet(spark, type);
        SparkWork<List<String>> work = SparkWork.during(spark, () -> answers(spark));
        assertThat(work.value()).isEqualTo(ANSWERS);
        assertThat(work.jobs()).isEqualTo(3);
    }

    @Test
    void aLargeTableIsAskedOfSpark(SparkSession spark) throws Exception {
        TableFile.writeText(folder, "concept.csv", "concept_id,concept_code\n" + "1,R05\n".repeat((4 << 20) / 6 + 1));
        SparkWork<List<Row>> work = SparkWork.during(
                spark, () -> tables().lookup(spark, SHAPE).orElseThrow().scan(LookupTableTest::ids, NUMBERS));
        assertThat(text(work.value())).isEqualTo("699051");
        assertThat(work.jobs()).isEqualTo(1);
    }

    @Test
    void aTableThatBreaksOffIsAProblemAmongOthers(SparkSession spark) {
        TableFile.writeText(folder, "concept.csv", "concept_id,concept_code\n1,R\0");
        ExtractTables tables = tables();
        assertThat(tables.lookup(spark, SHAPE)).isEmpty();
        assertThat(tables.problems())
                .extracting(Problem::what)
                .containsExactly("line 2 holds a NUL byte: the file is damaged or is not UTF-8 text");
    }
}
