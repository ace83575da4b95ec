package org.osteocohort.assess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.publish.PublishedTable;

/** Brings the files of the task attempts that succeeded to their place: {@code <table>/part-00000.parquet}. */
public final class AttemptFiles {
    private AttemptFiles() {}

    /**
     * Moves the files.
     *
     * @param tally the merged tally of {@link AssessmentStage}, which names the good attempts
     * @param attempts the folder that the tasks wrote to; what is left in it is of failed attempts
     * @param restricted the folder of the restricted tables
     * @return the tables with their rows
     */
    public static List<PublishedTable> move(Tally tally, Path attempts, Path restricted) throws IOException {
        TreeMap<String, Long> rowsByTable = new TreeMap<>();
        TreeMap<String, Path> targets = new TreeMap<>();
        tally.forEach(RestrictedFiles.MEASURE, (parts, rows) -> {
            String table = parts.get(0);
            int partition = Integer.parseInt(parts.get(1));
            Path attempt = RestrictedFiles.attemptFolder(attempts, partition, Long.parseLong(parts.get(2)));
            rowsByTable.merge(table, rows, Long::sum);
            targets.put(
                    attempt.resolve(RestrictedFiles.fileName(table)).toString(),
                    restricted.resolve(table).resolve(String.format(Locale.ROOT, "part-%05d.parquet", partition)));
        });
        for (Map.Entry<String, Path> move : targets.entrySet()) {
            Files.createDirectories(move.getValue().getParent());
            Files.move(Path.of(move.getKey()), move.getValue());
        }
        removeTree(attempts);
        return rowsByTable.entrySet().stream()
                .map(table -> new PublishedTable("restricted/" + table.getKey(), table.getValue()))
                .toList();
    }

    /** What is left are the files of attempts that failed, and empty folders. */
    private static void removeTree(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
