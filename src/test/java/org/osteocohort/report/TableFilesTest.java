package org.osteocohort.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osteocohort.measure.cohort.AttritionRow;
import org.osteocohort.measure.tally.TableRows;
import org.osteocohort.testkit.SparkExtension;

@ExtendWith(SparkExtension.class)
class TableFilesTest {
    private static final TableRows<AttritionRow> ROWS = new TableRows<>(
            AttritionRow.TABLE,
            List.of(new AttritionRow(
                    "ISCD_2019", 1, "all_patients", "words", 1000L, 1000L, 0L, null, 5L, 5L, "suppressed")));

    @Test
    void theSameRowsGiveTheSameBytesUnderTheTablesName(@TempDir Path folder) throws Exception {
        Path one = Files.createDirectory(folder.resolve("one"));
        Path two = Files.createDirectory(folder.resolve("two"));
        TableFiles.write(one, ROWS, Map.of("run", "r"));
        TableFiles.write(two, ROWS, Map.of("run", "r"));
        assertThat(TableFiles.name(ROWS)).isEqualTo("attrition.parquet");
        assertThat(one.resolve("attrition.parquet")).hasSameBinaryContentAs(two.resolve("attrition.parquet"));
    }

    /** Parquet has no comments, so that the footer carries them, for any reader and for Spark. */
    @Test
    void theFooterTellsWhatTheTableIsAndWhatItsColumnsMean(@TempDir Path folder) throws Exception {
        Path file = TableFiles.write(folder, ROWS, Map.of("osteocohort.contract", "1.0"));
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
            Map<String, String> footer = reader.getFileMetaData().getKeyValueMetaData();
            assertThat(footer)
                    .containsEntry("osteocohort.contract", "1.0")
                    .containsEntry("osteocohort.table", "attrition")
                    .containsEntry("osteocohort.grain", AttritionRow.TABLE.grain());
            JsonNode columns = new ObjectMapper().readTree(footer.get("osteocohort.columns"));
            assertThat(columns).hasSameSizeAs(AttritionRow.TABLE.columns());
            assertThat(columns.get(4).get("name").asText()).isEqualTo("persons_in");
            assertThat(columns.get(4).get("unit").asText()).isEqualTo("persons");
            assertThat(columns.get(4).get("meaning").asText()).isNotBlank();
        }
    }

    @Test
    void sparkShowsTheMeaningOfAColumnAsItsComment(@TempDir Path folder, SparkSession spark) throws Exception {
        TableFiles.write(folder, ROWS, Map.of());
        Dataset<Row> read =
                spark.read().parquet(folder.resolve("attrition.parquet").toString());
        assertThat(read.schema().apply("persons_in").getComment().get())
                .isEqualTo("Persons before the step; the persons_out of the step before [persons]");
        assertThat(read.schema().apply("step_no").dataType()).isEqualTo(DataTypes.IntegerType);
        assertThat(read.collectAsList().get(0).getString(2)).isEqualTo("all_patients");
    }
}
