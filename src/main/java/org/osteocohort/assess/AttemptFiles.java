package org.osteocohort.assess;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.publish.PublishedTable;
import org.osteocohort.publish.RunFolder;
import org.osteocohort.report.Folder;

/** Makes the files of the task attempts that succeeded part of the run: {@code <table>/part-00000.parquet}. */
public final class AttemptFiles {
    private static final String TABLES = Folder.RESTRICTED.label() + "/";

    private AttemptFiles() {}

    /**
     * Takes over the files; those of failed attempts stay where nobody reads them.
     *
     * @param tally the merged tally of {@link AssessmentStage}, which names the good attempts
     * @return the tables with their rows
     */
    public static List<PublishedTable> adopt(Tally tally, RunFolder run) throws IOException {
        TreeMap<String, Long> rowsByTable = new TreeMap<>();
        TreeMap<String, String> targets = new TreeMap<>();
        tally.forEach(RestrictedFiles.MEASURE, (parts, rows) -> {
            String table = TABLES + parts.get(0);
            int partition = Integer.parseInt(parts.get(1));
            String attempt = RestrictedFiles.attemptFolder(partition, Long.parseLong(parts.get(2)));
            rowsByTable.merge(table, rows, Long::sum);
            targets.put(
                    attempt + "/" + RestrictedFiles.fileName(parts.get(0)),
                    table + String.format(Locale.ROOT, "/part-%05d.parquet", partition));
        });
        for (Map.Entry<String, String> file : targets.entrySet()) {
            run.adopt(file.getKey(), file.getValue());
        }
        return rowsByTable.entrySet().stream()
                .map(table -> new PublishedTable(table.getKey(), table.getValue()))
                .toList();
    }
}
