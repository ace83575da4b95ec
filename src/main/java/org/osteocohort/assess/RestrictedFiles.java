package org.osteocohort.assess;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.osteocohort.measure.population.StudyFrame;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.measure.tally.TallyKey;
import org.osteocohort.table.Table;

/**
 * The restricted rows of one partition, one file a table, in a folder of this task attempt. The driver later moves the
 * folders of the attempts that succeeded, and only those, to their place.
 */
final class RestrictedFiles implements AutoCloseable {
    /** The name under which written files stand in the tally: parts are table, partition, attempt; counts are rows. */
    static final String MEASURE = "restricted_files";

    private final Path folder;
    private final List<TableFile<?>> files = new ArrayList<>();
    private final Findings findings;

    /** Opens the files, in the folder of a task attempt. */
    RestrictedFiles(StudyFrame frame, Path folder) throws IOException {
        this.folder = folder;
        this.findings = new Findings(frame, this::open);
    }

    private <R extends Record> TableFile<R> open(Table<R> table) throws IOException {
        TableFile<R> file = new TableFile<>(folder, table, new KeptRows());
        files.add(file);
        return file;
    }

    /** The name of an attempt's folder. */
    static String attemptFolder(int partition, long attempt) {
        return "attempt-" + partition + "-" + attempt;
    }

    static String fileName(String table) {
        return table + ".parquet";
    }

    static TallyKey key(String table, int partition, long attempt) {
        return TallyKey.of(MEASURE, table, Integer.toString(partition), Long.toString(attempt));
    }

    /** Whether a file becomes part of the run; the one beside the quarantine stays where it is for the next night. */
    static boolean isPublished(Table<?> table) {
        return !table.equals(QuarantineOwner.TABLE);
    }

    /** Closes the cells that may as well be absent; a file without rows is a file. */
    static void closeZeros(Tally tally) {
        tally.closeZeros(measure -> !measure.equals(MEASURE));
    }

    /** Takes what is found of the children. */
    Findings findings() {
        return findings;
    }

    /** Notes every file in the tally, so that the driver knows which attempt's files are good. */
    void count(int partition, long attempt, Tally tally) {
        for (TableFile<?> file : files) {
            if (isPublished(file.table())) {
                tally.add(key(file.table().name(), partition, attempt), file.rows());
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (TableFile<?> file : files) {
            file.close();
        }
    }
}
