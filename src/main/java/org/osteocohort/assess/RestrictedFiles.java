package org.osteocohort.assess;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 *
 * <p>Owners come in their order. Where rows of others are kept from an earlier run, they are written between.
 */
final class RestrictedFiles implements Findings, AutoCloseable {
    /** The name under which written files stand in the tally: parts are table, partition, attempt; counts are rows. */
    static final String MEASURE = "restricted_files";

    private final List<AssessmentFile<?>> ofChildren = new ArrayList<>();
    private final OpenFile<QuarantineRow> quarantine;
    private final OpenFile<QuarantineOwner> quarantineOwners;

    /** Opens the files of children who are all assessed anew, in the folder of a task attempt. */
    RestrictedFiles(StudyFrame frame, Path folder) throws IOException {
        for (RestrictedTable<?> table : tables(frame)) {
            ofChildren.add(new AssessmentFile<>(folder, table, new KeptRows()));
        }
        this.quarantine = new OpenFile<>(folder, QuarantineRow.TABLE, new KeptRows());
        this.quarantineOwners = new OpenFile<>(folder, QuarantineOwner.TABLE, new KeptRows());
    }

    /**
     * Opens the files of children of whom some are assessed anew.
     *
     * @param kept the folder of the task attempt that wrote the files before
     * @param anew those whose rows in them do not count any more
     */
    RestrictedFiles(StudyFrame frame, Path folder, Path kept, Set<Owner> anew) throws IOException {
        for (RestrictedTable<?> table : tables(frame)) {
            ofChildren.add(new AssessmentFile<>(folder, table, new KeptRows(kept, table.table(), anew)));
        }
        this.quarantine = new OpenFile<>(folder, QuarantineRow.TABLE, KeptRows.ofQuarantine(kept, anew));
        this.quarantineOwners = new OpenFile<>(folder, QuarantineOwner.TABLE, KeptRows.ofQuarantineOwners(kept, anew));
    }

    private static List<RestrictedTable<?>> tables(StudyFrame frame) {
        return new RestrictedRows(BoneDensity.LOW_Z_SCORE, frame).tables();
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

    /** Closes the cells that may as well be absent; a file without rows is a file. */
    static void closeZeros(Tally tally) {
        tally.closeZeros(measure -> !measure.equals(MEASURE));
    }

    @Override
    public void write(Assessment assessment) throws IOException {
        for (AssessmentFile<?> file : ofChildren) {
            file.write(assessment);
        }
    }

    @Override
    public void write(Owner owner, QuarantineRow row) throws IOException {
        quarantine.write(owner, row);
        quarantineOwners.write(owner, QuarantineOwner.of(owner, row));
    }

    /** Notes every file in the tally, so that the driver knows which attempt's files are good. */
    void count(int partition, long attempt, Tally tally) {
        ofChildren.forEach(file -> tally.add(key(file.rows().name(), partition, attempt), file.rows().rows));
        tally.add(key(quarantine.name(), partition, attempt), quarantine.rows);
    }

    @Override
    public void close() throws IOException {
        for (AssessmentFile<?> file : ofChildren) {
            file.rows().close();
        }
        quarantine.close();
        quarantineOwners.close();
    }

    /** A file and how a child becomes rows of it. */
    private record AssessmentFile<R extends Record>(RestrictedTable<R> table, OpenFile<R> rows) {
        AssessmentFile(Path folder, RestrictedTable<R> table, KeptRows kept) throws IOException {
            this(table, new OpenFile<>(folder, table.table(), kept));
        }

        void write(Assessment assessment) throws IOException {
            Owner child = Owner.child(assessment.history().patient().patientId());
            for (R row : table.rows(assessment)) {
                rows.write(child, row);
            }
        }
    }

    private static final class OpenFile<R extends Record> {
        private final Table<R> table;
        private final ParquetTableWriter<R> writer;
        private final KeptRows kept;
        private long rows;
        private boolean closed;

        OpenFile(Path folder, Table<R> table, KeptRows kept) throws IOException {
            this.table = table;
            this.kept = kept;
            this.writer = new ParquetTableWriter<>(folder.resolve(fileName(name())), table, Map.of());
        }

        String name() {
            return table.name();
        }

        void write(Owner owner, R row) throws IOException {
            for (Optional<Object[]> before = kept.nextBefore(owner); before.isPresent(); ) {
                write(before.get());
                before = kept.nextBefore(owner);
            }
            writer.write(row);
            rows++;
        }

        private void write(Object[] keptRow) throws IOException {
            writer.writeValues(keptRow);
            rows++;
        }

        void close() throws IOException {
            if (!closed) {
                closed = true;
                for (Optional<Object[]> left = kept.next(); left.isPresent(); left = kept.next()) {
                    write(left.get());
                }
                kept.close();
                writer.close();
            }
        }
    }
}
