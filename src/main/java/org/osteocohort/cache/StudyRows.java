package org.osteocohort.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.osteocohort.publish.PublishingException;
import org.osteocohort.source.SourceFile;

/** The rows of all source files of a run, in {@link org.osteocohort.source.bundle.Bundles}. */
public final class StudyRows {
    private final Dataset<Row> notKept;
    private final RowEntries entries;
    private final Map<SourceFile, CacheEntry> files;
    private final Set<Path> opened;

    private StudyRows(Dataset<Row> notKept, RowEntries entries, Map<SourceFile, CacheEntry> files, Set<Path> opened) {
        this.notKept = notKept;
        this.entries = entries;
        this.files = Map.copyOf(files);
        this.opened = Set.copyOf(opened);
    }

    /** Rows of which nothing is kept. */
    static StudyRows notKept(Dataset<Row> rows) {
        return new StudyRows(rows, null, Map.of(), Set.of());
    }

    /**
     * Rows that are kept.
     *
     * @param opened the source files that had to be opened for them
     */
    static StudyRows kept(RowEntries entries, Map<SourceFile, CacheEntry> files, Set<Path> opened) {
        return new StudyRows(null, entries, files, opened);
    }

    Set<Path> opened() {
        return opened;
    }

    /**
     * All rows.
     *
     * @throws PublishingException when the cache cannot be read
     */
    public Dataset<Row> all() {
        if (entries == null) {
            return notKept;
        }
        try {
            return entries.rows(files.values(), entries.unkept());
        } catch (IOException failure) {
            throw new PublishingException("cannot read the cache", failure);
        }
    }

    /** Of each source file the key of its entry; empty when not all rows are of such an entry. */
    Map<SourceFile, String> keys() throws IOException {
        Map<SourceFile, String> keys = new HashMap<>();
        if (entries != null && entries.unkept().isEmpty()) {
            files.forEach((file, entry) -> keys.put(file, entry.key()));
        }
        return keys;
    }

    /**
     * In what the rows are others than those of an earlier run.
     *
     * @return empty when it cannot be told any more
     */
    Optional<ChangedRows> since(KeptAssessment before) throws IOException {
        Map<SourceFile, String> now = keys();
        if (now.isEmpty() || before.rows().isEmpty()) {
            return Optional.empty();
        }
        Set<SourceFile> changed = new HashSet<>();
        List<CacheEntry> gone = new ArrayList<>();
        for (Map.Entry<SourceFile, String> file : before.rows().entrySet()) {
            if (!file.getValue().equals(now.get(file.getKey()))) {
                Optional<CacheEntry> entry = entries.trusted(file.getValue());
                if (entry.isEmpty()) {
                    return Optional.empty();
                }
                gone.add(entry.get());
                changed.add(file.getKey());
            }
        }
        List<CacheEntry> added = new ArrayList<>();
        List<CacheEntry> stayed = new ArrayList<>();
        files.forEach((file, entry) -> {
            boolean same = entry.key().equals(before.rows().get(file));
            (same ? stayed : added).add(entry);
            if (!same) {
                changed.add(file);
            }
        });
        return Optional.of(new ChangedRows(changed, rows(gone), rows(added), rows(stayed)));
    }

    private Dataset<Row> rows(Collection<CacheEntry> of) {
        return entries.rows(of, List.of());
    }
}
