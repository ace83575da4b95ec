package org.osteocohort.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osteocohort.table.Meaning;
import org.osteocohort.table.Table;

class ParquetTableReaderTest {
    private static final Table<Visit> VISITS = Table.of("visits", "visit", Visit.class);
    private static final Table<LongerVisit> LONGER_VISITS = Table.of("visits", "visit", LongerVisit.class);
    private static final List<Visit> ROWS = List.of(
            new Visit("north:1", 7, 8_000_000_000L, -2.05, true, LocalDate.parse("1969-12-31")),
            new Visit("north:1", null, null, null, null, null),
            new Visit("söuth:2", -7, -1L, 0.0, false, LocalDate.parse("2024-02-29")),
            new Visit(null, 0, 0L, Double.NaN, null, LocalDate.parse("1970-01-01")));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("visits.parquet");
    }

    record Visit(
            @Meaning("a") String patientId,
            @Meaning("b") Integer count,
            @Meaning("c") Long total,
            @Meaning("d") Double score,
            @Meaning("e") Boolean inpatient,
            @Meaning("f") LocalDate day) {}

    record LongerVisit(
            @Meaning("a") String patientId,
            @Meaning("b") Long count,
            @Meaning("g") String ward) {}

    record VisitOfTwoVersions(
            @Meaning("a") String patientId,
            @Meaning(value = "g", since = "1.1") String ward,
            @Meaning("b") Integer count) {}

    @Test
    void everyTypeAndEveryNullComesBackAsItWasWritten() throws IOException {
        ParquetTableWriter.write(file, VISITS, ROWS, Map.of());

        try (ParquetTableReader<Visit> reader = ParquetTableReader.open(file, VISITS)) {
            assertThat(reader.next()).contains(ROWS.get(0));
            assertThat(reader.rest()).isEqualTo(ROWS.subList(1, 4));
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void aTableWithoutRowsHasNone() throws IOException {
        ParquetTableWriter.write(file, VISITS, List.of(), Map.of());

        assertThat(rowsOf("north:1")).isEmpty();
        try (ParquetTableReader<Visit> reader = ParquetTableReader.open(file, VISITS)) {
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void onlyTheRowsWithTheWholeValueAreRead() throws IOException {
        ParquetTableWriter.write(file, VISITS, ROWS, Map.of());

        assertThat(rowsOf("north:1")).isEqualTo(ROWS.subList(0, 2));
        assertThat(rowsOf("söuth:2")).isEqualTo(ROWS.subList(2, 3));
        assertThat(rowsOf("north:")).isEmpty();
        assertThat(rowsOf("NORTH:1")).isEmpty();
    }

    @Test
    void pagesOfOthersAreNotTouched() throws IOException {
        List<Visit> rows = new ArrayList<>();
        for (int number = 0; number < 60_000; number++) {
            rows.add(new Visit(String.format("north:%06d", number), null, null, null, number % 3 == 0, null));
        }
        ParquetTableWriter.write(file, VISITS, rows, Map.of());
        damageTheFirstPageOf("inpatient");

        assertThat(rowsOf("north:059999")).containsExactly(rows.get(59_999));
        assertThatThrownBy(() -> rowsOf("north:000001"))
                .isInstanceOf(IOException.class)
                .hasMessage(file + " is not a complete Parquet file of the table visits")
                .hasNoCause();
    }

    @Test
    void aCutOffFileIsToldWithoutItsBytes() throws IOException {
        ParquetTableWriter.write(file, VISITS, ROWS, Map.of());
        Files.write(file, "PAR1 and no footer".getBytes());

        assertThatThrownBy(() -> rowsOf("north:1"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not a complete Parquet file of the table visits");
    }

    @Test
    void aFileOfAnotherVersionIsRefusedWithTheColumnsItLacks() throws IOException {
        ParquetTableWriter.write(file, VISITS, ROWS, Map.of());

        try (ParquetTableReader<LongerVisit> reader = ParquetTableReader.open(file, LONGER_VISITS)) {
            assertThatThrownBy(reader::next)
                    .isInstanceOf(IOException.class)
                    .hasMessage(file + " lacks the columns count, ward of this version of the table visits");
        }
    }

    @Test
    void aColumnThatEarlierVersionsLackedIsNullInTheirFilesAndReadFromOthers() throws IOException {
        Table<VisitOfTwoVersions> visits = Table.of("visits", "visit", VisitOfTwoVersions.class);
        ParquetTableWriter.write(file, VISITS, ROWS.subList(0, 1), Map.of());
        Path later = folder.resolve("later.parquet");
        List<VisitOfTwoVersions> rows = List.of(new VisitOfTwoVersions("north:1", "east", 7));
        ParquetTableWriter.write(later, visits, rows, Map.of());

        try (ParquetTableReader<VisitOfTwoVersions> reader = ParquetTableReader.open(file, visits)) {
            assertThat(reader.rest()).containsExactly(new VisitOfTwoVersions("north:1", null, 7));
        }
        try (ParquetTableReader<VisitOfTwoVersions> reader = ParquetTableReader.open(later, visits)) {
            assertThat(reader.rest()).isEqualTo(rows);
        }
    }

    @Test
    void aTextOfManyRowsIsKeptOnce() throws IOException {
        Table<VisitOfTwoVersions> visits = Table.of("visits", "visit", VisitOfTwoVersions.class);
        List<VisitOfTwoVersions> many = Collections.nCopies(1_000, new VisitOfTwoVersions("north:1", "east", 7));
        ParquetTableWriter.write(file, visits, many, Map.of());

        try (ParquetTableReader<VisitOfTwoVersions> reader = ParquetTableReader.open(file, visits)) {
            List<VisitOfTwoVersions> rows = reader.rest();
            assertThat(rows).isEqualTo(many);
            assertThat(rows.get(999).ward()).isSameAs(rows.get(0).ward());
        }
    }

    private List<Visit> rowsOf(String patientId) throws IOException {
        try (ParquetTableReader<Visit> reader = ParquetTableReader.open(file, VISITS, "patient_id", patientId)) {
            return reader.rest();
        }
    }

    private void damageTheFirstPageOf(String column) throws IOException {
        long start;
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
            start = reader.getFooter().getBlocks().get(0).getColumns().stream()
                    .filter(chunk -> chunk.getPath().toDotString().equals(column))
                    .mapToLong(ColumnChunkMetaData::getFirstDataPageOffset)
                    .findFirst()
                    .orElseThrow();
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(start);
            bytes.write(new byte[40]);
        }
    }
}
