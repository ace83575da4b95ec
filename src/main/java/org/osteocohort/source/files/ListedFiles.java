package org.osteocohort.source.files;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.hadoop.fs.Path;

/** The files of an extract's tables by their path within the extract, with slashes; none is opened here. */
public final class ListedFiles {
    private final java.nio.file.Path path;
    private final TableFolder folder;
    private final Predicate<String> chosen;

    ListedFiles(java.nio.file.Path path, TableFolder folder, Predicate<String> chosen) {
        this.path = path;
        this.folder = folder;
        this.chosen = chosen;
    }

    /** The files of a table as paths within the folder; none when they cannot be used. */
    public List<String> files(TableShape shape) {
        return folder.files(shape.name()).map(TableFiles::files).orElse(List.of()).stream()
                .map(this::within)
                .toList();
    }

    /**
     * The files that are looked at for identifiers, of tables of which not all are. A file that is among them today may
     * not have been looked at before.
     */
    public SortedMap<String, List<String>> lookedAtForIdentifiers() {
        SortedMap<String, List<String>> looked = new TreeMap<>();
        for (String table : folder.tables()) {
            List<Path> files = folder.files(table).map(TableFiles::files).orElse(List.of());
            if (files.size() > IdentifierCheck.FILES_OF_A_TABLE) {
                looked.put(
                        table,
                        files.subList(0, IdentifierCheck.FILES_OF_A_TABLE).stream()
                                .map(this::within)
                                .toList());
            }
        }
        return looked;
    }

    /** Whether no file of any table is chosen. */
    public boolean opensNothing() {
        return folder.tables().stream().noneMatch(this::opens);
    }

    /** Whether a file of a table is chosen. */
    public boolean opens(TableShape shape) {
        return opens(shape.name());
    }

    private boolean opens(String table) {
        return folder.files(table).stream()
                .flatMap(files -> files.files().stream())
                .anyMatch(this::isChosen);
    }

    boolean isChosen(Path file) {
        return chosen.test(within(file));
    }

    private String within(Path file) {
        return path.relativize(java.nio.file.Path.of(file.toUri().getPath()))
                .toString()
                .replace('\\', '/');
    }
}
