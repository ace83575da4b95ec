package org.osteocohort.assess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osteocohort.density.BoneDensity;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.measure.tally.TallyKey;
import org.osteocohort.parquet.ParquetTableWriter;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.report.RestrictedRows;
import org.osteocohort.report.RestrictedTable;

/**
 * The restricted rows of one partition, one file a table, in a folder of this task attempt. The driver later moves the
 * folders of the attempts that succeeded, and only those, to their place.
 */
final class RestrictedFiles implements AutoCloseable {
    /** The name under which written files stand in the tally: parts are table, partition, attempt; counts are rows. */
    static final String MEASURE = "restricted_files";

    private final Path folder;
    private final int partition;
    private final long attempt;
    private final List<OpenFile<?>> open = new ArrayList<>();

    RestrictedFiles(String folder, int partition, long attempt) throws IOException {
        this.folder = attemptFolder(Path.of(folder), partition, attempt);
        this.partition = partition;
        this.attempt = attempt;
        Files.createDirectories(this.folder);
        for (RestrictedTable<?> table : new RestrictedRows(BoneDensity.LOW_Z_SCORE).tables()) {
            open.add(new OpenFile<>(this.folder, table));
        }
    }

    static Path attemptFolder(Path folder, int partition, long attempt) {
        return folder.resolve("attempt-" + partition + "-" + attempt);
    }

    static String fileName(String table) {
        return table + ".parquet";
    }

    void write(Assessment assessment) throws IOException {
        for (OpenFile<?> file : open) {
            file.write(assessment);
        }
    }

    /** Notes every file in the tally, so that the driver knows which attempt's files are good. */
    void count(Tally tally) {
        for (OpenFile<?> file : open) {
            tally.add(
                    TallyKey.of(MEASURE, file.name(), Integer.toString(partition), Long.toString(attempt)), file.rows);
        }
    }

    @Override
    public void close() throws IOException {
        for (OpenFile<?> file : open) {
            file.close();
        }
    }

    private static final class OpenFile<R extends Record> {
        private final RestrictedTable<R> table;
        private final ParquetTableWriter<R> writer;
        private long rows;
        private boolean closed;

        OpenFile(Path folder, RestrictedTable<R> table) throws IOException {
            this.table = table;
            this.writer = new ParquetTableWriter<>(folder.resolve(fileName(name())), table.table(), Map.of());
        }

        String name() {
            return table.table().name();
        }

        void write(Assessment assessment) throws IOException {
            for (R row : table.rows(assessment)) {
                writer.write(row);
                rows++;
            }
        }

        void close() throws IOException {
            if (!closed) {
                closed = true;
                writer.close();
            }
        }
    }
}
