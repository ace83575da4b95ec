package org.osteocohort.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.DictionaryPageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osteocohort.disclosure.DisclosureControl;
import org.osteocohort.measure.cohort.CauseProfileRow;
import org.osteocohort.measure.tally.TableRows;

/** A column of a Parquet file also keeps its least and greatest value, and a dictionary of all values. */
class HiddenNumbersInFilesTest {
    private static final long FEW = 7;

    @TempDir
    private Path folder;

    private static TableRows<CauseProfileRow> rows() {
        List<CauseProfileRow> rows = new ArrayList<>();
        for (int item = 0; item < 40; item++) {
            long numerator = item % 4 == 0 ? FEW : 20;
            rows.add(new CauseProfileRow(
                    "ISCD_2019",
                    "any",
                    "lifestyle",
                    "item_" + item,
                    "all",
                    "all",
                    "all",
                    numerator,
                    100L,
                    numerator / 100.0,
                    0.0,
                    1.0,
                    0.95,
                    "wilson",
                    "released"));
        }
        return new TableRows<>(CauseProfileRow.TABLE, rows);
    }

    /** Every number in statistics and dictionaries of a column. */
    private static List<Object> kept(Path file, String name) throws IOException {
        List<Object> kept = new ArrayList<>();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
            ColumnDescriptor column = reader.getFileMetaData().getSchema().getColumnDescription(new String[] {name});
            for (BlockMetaData block : reader.getFooter().getBlocks()) {
                for (ColumnChunkMetaData chunk : block.getColumns()) {
                    if (chunk.getPath().toDotString().equals(name)) {
                        kept.add(chunk.getStatistics().genericGetMin());
                        kept.add(chunk.getStatistics().genericGetMax());
                    }
                }
                DictionaryPageReadStore dictionaries = reader.getDictionaryReader(block);
                DictionaryPage page = dictionaries.readDictionaryPage(column);
                if (page != null) {
                    Dictionary dictionary = page.getEncoding().initDictionary(column, page);
                    for (int id = 0; id <= dictionary.getMaxId(); id++) {
                        kept.add(dictionary.decodeToLong(id));
                    }
                }
            }
        }
        return kept;
    }

    @Test
    void aHiddenNumberIsNeitherInStatisticsNorInDictionaries() throws IOException {
        TableRows<?> shown =
                new DisclosureControl(11).apply(List.of(rows())).tables().get(0);
        Path file = TableFiles.write(folder, shown, Map.of());
        assertThat(kept(file, "numerator")).contains(20L).doesNotContain(FEW);
    }

    /** The proof that the test looks where such a number would be. */
    @Test
    void aNumberThatIsNotHiddenIsThere() throws IOException {
        assertThat(kept(TableFiles.write(folder, rows(), Map.of()), "numerator"))
                .contains(FEW, 20L)
                .hasSizeGreaterThan(2);
    }
}
