package org.osteocohort.publish;

import java.util.ArrayList;
import java.util.List;

/** Compares the files of a run with the tables that it must hold. */
final class RunContents {
    private RunContents() {}

    /**
     * Refuses a run that is not complete.
     *
     * @throws PublishingException with every table that is missing, of another number of rows or not expected
     */
    static void require(List<StagedFile> files, List<PublishedTable> tables) {
        List<String> problems = new ArrayList<>();
        for (PublishedTable table : tables) {
            List<StagedFile> parts = files.stream()
                    .filter(file -> file.rows() != null && table.holds(file.path()))
                    .toList();
            long rows = parts.stream().mapToLong(StagedFile::rows).sum();
            if (parts.isEmpty()) {
                problems.add(table.path() + " is missing");
            } else if (rows != table.rows()) {
                problems.add(table.path() + " does not hold the number of rows that was written");
            }
        }
        for (StagedFile file : files) {
            if (file.rows() != null && tables.stream().noneMatch(table -> table.holds(file.path()))) {
                problems.add(file.path() + " is not expected");
            }
        }
        if (!problems.isEmpty()) {
            throw new PublishingException("the run is not complete: " + String.join("; ", problems));
        }
    }
}
