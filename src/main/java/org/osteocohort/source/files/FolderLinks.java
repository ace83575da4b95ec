package org.osteocohort.source.files;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.osteocohort.problem.Problem;

/** Links in an extract's folder. One may lead to where nobody meant to read; one to nowhere hides that a file is lost. */
public final class FolderLinks {
    /** What a formula begins with. */
    private static final String FORMULA = "=+-@";

    private final java.nio.file.Path folder;

    /** @param folder of the extract, which may itself be a link */
    public FolderLinks(java.nio.file.Path folder) {
        this.folder = folder;
    }

    /**
     * Whether an entry is within the folder, wherever links lead to, and named like nothing that a spreadsheet runs, since
     * the names of files stand in tables; a problem is added when not.
     */
    public boolean stayInside(Path entry, List<Problem> problems) {
        java.nio.file.Path file = java.nio.file.Path.of(entry.toUri().getPath());
        char first = file.getFileName().toString().charAt(0);
        if (FORMULA.indexOf(first) >= 0) {
            problems.add(new Problem(file.toString(), "the name of the file begins with '" + first + "'"));
            return false;
        }
        try {
            if (file.toRealPath().startsWith(folder.toRealPath())) {
                return true;
            }
            problems.add(new Problem(file.toString(), "this is a link that leads out of the extract's folder"));
        } catch (IOException gone) {
            problems.add(new Problem(file.toString(), FailedRead.UNREADABLE));
        }
        return false;
    }

    /** The file system passes over them, so that a table would be absent without a word. */
    public void reportThoseToNowhere(Path folderWithin, List<Problem> problems) {
        java.nio.file.Path local = java.nio.file.Path.of(folderWithin.toUri().getPath());
        try (Stream<java.nio.file.Path> entries = Files.list(local)) {
            entries.filter(entry -> Files.isSymbolicLink(entry) && !Files.exists(entry))
                    .sorted()
                    .forEach(entry -> problems.add(new Problem(entry.toString(), "this is a link that leads nowhere")));
        } catch (IOException gone) {
            problems.add(new Problem(local.toString(), FailedRead.UNREADABLE));
        }
    }
}
