package org.osteocohort.assess;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osteocohort.density.BoneDensity;
import org.osteocohort.measure.population.StudyFrame;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.measure.tally.TallyKey;
import org.osteocohort.parquet.ParquetTableWriter;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.report.QuarantineRow;
import org.osteocohort.report.RestrictedRows;
import org.osteocohort.report.RestrictedTable;
import org.osteocohort.table.Table;

/**
 * The restricted rows of one partition, one file a table, in a folder of this task attempt. The driver later moves the
 * folders of the attempts that succeeded, and only those, to their place.
 */
final class RestrictedFiles implements AutoCloseable {
    /** The name under which written files stand in the tally: parts are table, partition, attempt; counts are rows. */
    static final String MEASURE = "restricted_files";

    private final int partition;
    private final long attempt;
    private final List<AssessmentFile<?>> ofChildren = new ArrayList<>();
    private final OpenFile<QuarantineRow> quarantine;

    /** Opens the files in the folder of a task attempt. */
    RestrictedFiles(StudyFrame frame, Path folder, int partition, long attempt) throws IOException {
        this.partition = partition;
        this.attempt = attempt;
        for (RestrictedTable<?> table : new RestrictedRows(BoneDensity.LOW_Z_SCORE, frame).tables()) {
            ofChildren.add(new AssessmentFile<>(folder, table));
        }
        this.quarantine = new OpenFile<>(folder, QuarantineRow.TABLE);
    }

    /** The name of an attempt's folder. */
    static String attemptFolder(int partition, long attempt) {
        return "attempt-" + partition + "-" + attempt;
    }

    static String fileName(String table) {
        return table + ".parquet";
    }

    void write(Assessment assessment) throws IOException {
        for (AssessmentFile<?> file : ofChildren) {
            file.write(assessment);
        }
    }

    void write(QuarantineRow row) throws IOException {
        quarantine.write(row);
    }

    /** Notes every file in the tally, so that the driver knows which attempt's files are good. */
    void count(Tally tally) {
        for (OpenFile<?> file : files()) {
            tally.add(
                    TallyKey.of(MEASURE, file.name(), Integer.toString(partition), Long.toString(attempt)), file.rows);
        }
    }

    @Override
    public void close() throws IOException {
        for (OpenFile<?> file : files()) {
            file.close();
        }
    }

    private List<OpenFile<?>> files() {
        List<OpenFile<?>> files = new ArrayList<>();
        ofChildren.forEach(file -> files.add(file.rows()));
        files.add(quarantine);
        return files;
    }

    /** A file and how a child becomes rows of it. */
    private record AssessmentFile<R extends Record>(RestrictedTable<R> table, OpenFile<R> rows) {
        AssessmentFile(Path folder, RestrictedTable<R> table) throws IOException {
            this(table, new OpenFile<>(folder, table.table()));
        }

        void write(Assessment assessment) throws IOException {
            for (R row : table.rows(assessment)) {
                rows.write(row);
            }
        }
    }

    private static final class OpenFile<R extends Record> {
        private final Table<R> table;
        private final ParquetTableWriter<R> writer;
        private long rows;
        private boolean closed;

        OpenFile(Path folder, Table<R> table) throws IOException {
            this.table = table;
            this.writer = new ParquetTableWriter<>(folder.resolve(fileName(name())), table, Map.of());
        }

        String name() {
            return table.name();
        }

        void write(R row) throws IOException {
            writer.write(row);
            rows++;
        }

        void close() throws IOException {
            if (!closed) {
                closed = true;
                writer.close();
            }
        }
    }
}
