package org.osteocohort.assess;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.report.QuarantineRow;

/**
 * The restricted rows of one partition after a night, one file a table. A file in which the changed children have the
 * same rows as before stays the one it was; in any other the kept rows stand between theirs.
 */
final class NightFiles {
    private final KeptFiles.Part kept;
    private final Set<Owner> anew;
    private final Path folder;

    /**
     * Files of children of whom some are assessed anew.
     *
     * @param kept the files that were written before
     * @param anew those whose rows in them do not count any more
     * @param folder of this task attempt
     */
    NightFiles(KeptFiles.Part kept, Set<Owner> anew, Path folder) {
        this.kept = kept;
        this.anew = anew;
        this.folder = folder;
    }

    /**
     * Writes the files, or hands them on.
     *
     * @param were the rows of the changed children in the kept files
     * @param are their rows now
     * @param tally gets the files' numbers of rows
     */
    void write(FoundRows were, FoundRows are, int partition, long attempt, Tally tally) throws IOException {
        for (FoundRows.OfTable<?> rows : are.tables()) {
            String table = rows.table().name();
            boolean same = were.hasSame(rows);
            if (same) {
                kept.handOn(table, folder);
            }
            long written = same ? kept.rows().getOrDefault(table, 0L) : merged(rows);
            if (RestrictedFiles.isPublished(rows.table())) {
                tally.add(RestrictedFiles.key(table, partition, attempt), written);
            }
        }
    }

    private <R extends Record> long merged(FoundRows.OfTable<R> rows) throws IOException {
        try (TableFile<R> file = new TableFile<>(folder, rows.table(), keptRows(rows))) {
            rows.giveTo(file);
            file.close();
            return file.rows();
        }
    }

    private KeptRows keptRows(FoundRows.OfTable<?> rows) throws IOException {
        if (rows.table().equals(QuarantineRow.TABLE)) {
            return KeptRows.ofQuarantine(kept.path(), anew);
        }
        return rows.table().equals(QuarantineOwner.TABLE)
                ? KeptRows.ofQuarantineOwners(kept.path(), anew)
                : new KeptRows(kept.path(), rows.table(), anew);
    }
}
