package org.osteocohort.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osteocohort.measure.cohort.AttritionRow;
import org.osteocohort.measure.tally.TableRows;

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
}
