package org.osteocohort.source.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.osteocohort.job.FileFormat;
import org.osteocohort.problem.Problem;

/**
 * What tables a folder holds. A table is a file or a folder of files with the table's name in any case. Hidden files
 * ({@code _SUCCESS}, {@code .crc}) are passed over as Spark does.
 */
final class TableFolder {
    private static final List<String> TEXT_ENDINGS = List.of(".csv", ".tsv", ".txt", ".csv.gz", ".tsv.gz", ".txt.gz");
    private static final String PARQUET_ENDING = ".parquet";

    private final FileSystem fileSystem;
    private final Path folder;
    private final FileFormat format;
    private final FolderLinks links;
    private final Map<String, List<FileStatus>> entries = new TreeMap<>();
    private final List<Problem> problems;

    /** Lists the folder once; what is wrong goes to {@code problems}. */
    TableFolder(java.nio.file.Path folder, FileFormat format, Configuration configuration, List<Problem> problems) {
        this.folder = new Path(folder.toUri());
        this.format = format;
        this.links = new FolderLinks(folder);
        this.problems = problems;
        try {
            this.fileSystem = this.folder.getFileSystem(configuration);
            for (FileStatus entry : list(this.folder)) {
                entries.computeIfAbsent(tableName(entry), name -> new ArrayList<>())
                        .add(entry);
            }
        } catch (IOException failure) {
            throw new IllegalStateException("the local file system cannot be used", failure);
        }
    }

    FileSystem fileSystem() {
        return fileSystem;
    }

    boolean holds(String table) {
        return entries.containsKey(table);
    }

    /** The names of all tables, lower case. */
    Set<String> tables() {
        return entries.keySet();
    }

    /** The names under which a table is looked for, for messages. */
    static String namesLookedFor(String table) {
        return table + PARQUET_ENDING + ", " + table + String.join(", " + table, TEXT_ENDINGS) + " or a folder " + table
                + ", in any case";
    }

    /** The files of a table; empty when there is none or when they cannot be used, which is then a problem. */
    Optional<TableFiles> files(String table) {
        List<FileStatus> found = entries.getOrDefault(table, List.of());
        if (found.size() > 1) {
            List<String> names =
                    found.stream().map(entry -> entry.getPath().getName()).toList();
            report(folder, "the table " + table + " is there more than once: " + String.join(", ", names));
            return Optional.empty();
        }
        return found.isEmpty() ? Optional.empty() : oneForm(table, found.get(0));
    }

    private Optional<TableFiles> oneForm(String table, FileStatus entry) {
        List<FileStatus> parquet = new ArrayList<>();
        List<FileStatus> text = new ArrayList<>();
        for (FileStatus file : below(entry)) {
            String name = file.getPath().getName().toLowerCase(Locale.ROOT);
            if (name.endsWith(PARQUET_ENDING)) {
                parquet.add(file);
            } else if (TEXT_ENDINGS.stream().anyMatch(name::endsWith)) {
                text.add(file);
            }
        }
        if (!parquet.isEmpty() && !text.isEmpty()) {
            report(entry.getPath(), "the table " + table + " has both Parquet and text files");
            return Optional.empty();
        }
        if (parquet.isEmpty() && text.isEmpty()) {
            report(
                    entry.getPath(),
                    "the folder holds no file of the table " + table + " that ends in " + PARQUET_ENDING + ", "
                            + String.join(", ", TEXT_ENDINGS));
            return Optional.empty();
        }
        return usable(!parquet.isEmpty(), parquet.isEmpty() ? text : parquet);
    }

    private Optional<TableFiles> usable(boolean parquet, List<FileStatus> files) {
        int before = problems.size();
        for (FileStatus file : files) {
            String name = file.getPath().getName();
            if (file.getLen() == 0) {
                report(file.getPath(), "the file is empty, not even a header: it was probably cut off");
            }
            if (!parquet && name.toLowerCase(Locale.ROOT).endsWith(".gz") && !name.endsWith(".gz")) {
                // The reader chooses the decompression by this ending and knows it in lower case only.
                report(file.getPath(), "compressed files must end in .gz in lower case");
            }
        }
        return problems.size() == before
                ? Optional.of(new TableFiles(
                        parquet, files.stream().map(FileStatus::getPath).toList()))
                : Optional.empty();
    }

    private List<FileStatus> list(Path path) {
        try {
            FileStatus[] found = fileSystem.listStatus(path);
            links.reportThoseToNowhere(path, problems);
            return Arrays.stream(found)
                    .filter(entry -> !isHidden(entry))
                    .filter(entry -> links.stayInside(entry.getPath(), problems))
                    .sorted(Comparator.comparing(FileStatus::getPath))
                    .toList();
        } catch (IOException failure) {
            report(path, "the folder does not exist or cannot be listed");
            return List.of();
        }
    }

    /** The files of a folder, also those of folders in it; writers sort large tables into folders by a column. */
    private List<FileStatus> below(FileStatus entry) {
        return entry.isDirectory()
                ? list(entry.getPath()).stream()
                        .flatMap(inner -> below(inner).stream())
                        .toList()
                : List.of(entry);
    }

    private static boolean isHidden(FileStatus entry) {
        String name = entry.getPath().getName();
        return name.startsWith("_") || name.startsWith(".");
    }

    /** The table an entry would belong to; an entry of a form that the extract does not have belongs to none. */
    private String tableName(FileStatus entry) {
        String name = entry.getPath().getName().toLowerCase(Locale.ROOT);
        List<String> endings = switch (format) {
            case PARQUET -> List.of(PARQUET_ENDING);
            case CSV -> TEXT_ENDINGS;
            case DETECTED ->
                Stream.concat(Stream.of(PARQUET_ENDING), TEXT_ENDINGS.stream()).toList();
        };
        for (String ending : endings) {
            if (name.endsWith(ending)) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return entry.isDirectory() ? name : "";
    }

    private void report(Path place, String what) {
        problems.add(new Problem(place.toUri().getPath(), what));
    }
}
