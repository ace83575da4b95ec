package org.osteocohort.assess;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.publish.DurableFiles;

/**
 * The restricted rows of children as they were assessed before, in the files that the tasks wrote then.
 *
 * @param parts by the number of the partition; none when all children are assessed anew
 */
record KeptFiles(Map<Integer, Part> parts) implements Serializable {
    static final KeptFiles NONE = new KeptFiles(Map.of());

    KeptFiles {
        parts = Map.copyOf(parts);
    }

    /**
     * The files of a partition.
     *
     * @param folder of the task attempt that wrote them
     * @param rows how many, by table
     */
    record Part(String folder, Map<String, Long> rows) implements Serializable {
        Path path() {
            return Path.of(folder);
        }

        /** Makes the file of a table, as it is, that of another task attempt. */
        void handOn(String table, Path to) throws IOException {
            String file = RestrictedFiles.fileName(table);
            DurableFiles.link(path().resolve(file), to.resolve(file));
        }

        /** Makes the files, as they are, those of another task attempt. */
        void handOn(Path to, int partition, long attempt, Tally tally) throws IOException {
            DurableFiles.link(path(), to);
            rows.forEach((table, count) -> tally.add(RestrictedFiles.key(table, partition, attempt), count));
        }
    }

    /**
     * Finds the files.
     *
     * @param tally which names the attempts that succeeded
     * @param folder of all attempts
     */
    static KeptFiles of(Tally tally, String folder) {
        Map<Integer, Part> parts = new HashMap<>();
        tally.forEach(RestrictedFiles.MEASURE, (cell, rows) -> {
            int partition = Integer.parseInt(cell.get(1));
            String attempt = RestrictedFiles.attemptFolder(partition, Long.parseLong(cell.get(2)));
            parts.computeIfAbsent(partition, unknown -> new Part(folder + "/" + attempt, new HashMap<>()))
                    .rows()
                    .put(cell.get(0), rows);
        });
        return new KeptFiles(parts);
    }
}
