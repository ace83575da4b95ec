package org.osteocohort.source.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osteocohort.job.FileFormat;
import org.osteocohort.testkit.SparkExtension;
import org.osteocohort.testkit.TableFile;

/**
 * A file is read as its rows are asked for, so that none is ever held in memory as a whole. The files here end in a line
 * at which reading stops: whoever asks for the first row only must not come to know.
 */
@ExtendWith(SparkExtension.class)
class LazyReadingTest {
    /** Many times what is read ahead. */
    private static final int LINES = 50_000;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFilesThatAreDamagedAtTheirEnd() {
        String lines = "1,2020-01-01\n".repeat(LINES);
        for (String name : List.of("event.csv", "event.csv.gz")) {
            TableFile.writeText(
                    folder.resolve(name.endsWith("gz") ? "packed" : "plain"), name, "id,day\n" + lines + "1,\0\n");
        }
    }

    private Stream<Path> folders() {
        return Stream.of("plain", "packed").map(folder::resolve);
    }

    @Test
    void tables(SparkSession spark) {
        TableShape shape =
                new TableShape("event", List.of(TableColumn.filled("id", ColumnKind.IDENTIFIER)), List.of(), true);
        folders().forEach(extract -> {
            Dataset<Row> rows = new ExtractTables(
                            extract,
                            FileFormat.DETECTED,
                            null,
                            spark.sparkContext().hadoopConfiguration())
                    .read(spark, shape)
                    .orElseThrow();
            assertThat(rows.head().getString(0)).as(extract.toString()).isEqualTo("1");
            assertThatThrownBy(rows::count).hasStackTraceContaining("NUL byte");
        });
    }

    @Test
    void lines(SparkSession spark) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        folders().forEach(extract -> {
            String name = extract.endsWith("packed") ? "event.csv.gz" : "event.csv";
            JavaRDD<TextLine> lines =
                    LineScan.of(context, extract, List.of(extract.resolve(name).toString()));
            assertThat(lines.first().text()).as(name).isEqualTo("id,day");
            assertThatThrownBy(lines::count).hasStackTraceContaining("NUL byte");
        });
    }
}
