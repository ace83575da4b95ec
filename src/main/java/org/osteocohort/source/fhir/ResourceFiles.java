package org.osteocohort.source.fhir;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.osteocohort.problem.Problem;
import org.osteocohort.source.FirstLooks;
import org.osteocohort.source.files.FolderLinks;

/**
 * The files of an export, in a folder and the folders in it. What a file is named after is not asked: its lines say
 * what they are.
 */
final class ResourceFiles {
    private static final List<String> ENDINGS = List.of(".ndjson", ".jsonl", ".json");
    private static final String GZIP = ".gz";

    private final Map<Path, FileHead> heads = new TreeMap<>();
    private final FolderLinks links;
    private final List<Problem> problems = new ArrayList<>();
    private final java.nio.file.Path root;
    private final FirstLooks looks;

    /** Lists the folder and looks at the first lines of its files. */
    ResourceFiles(java.nio.file.Path root, FirstLooks looks, Configuration configuration) {
        this.root = root;
        this.looks = looks;
        this.links = new FolderLinks(root);
        Path listed = new Path(root.toUri());
        try {
            look(listed.getFileSystem(configuration), listed);
        } catch (IOException failure) {
            throw new IllegalStateException("the local file system cannot be used", failure);
        }
        if (problems.isEmpty()) {
            requireTypes(listed);
        }
    }

    private void look(FileSystem fileSystem, Path folder) {
        FileStatus[] entries;
        try {
            entries = fileSystem.listStatus(folder);
        } catch (IOException failure) {
            report(folder, "the folder does not exist or cannot be listed");
            return;
        }
        Arrays.sort(entries, Comparator.comparing(FileStatus::getPath));
        links.reportThoseToNowhere(folder, problems);
        for (FileStatus entry : entries) {
            String name = entry.getPath().getName();
            if (name.startsWith("_") || name.startsWith(".")) {
                continue;
            }
            if (!links.stayInside(entry.getPath(), problems)) {
                continue;
            }
            if (entry.isDirectory()) {
                look(fileSystem, entry.getPath());
            } else if (isExport(name) && entry.getLen() > 0) {
                readHead(fileSystem, entry.getPath());
            }
        }
    }

    private static boolean isExport(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String plain = lower.endsWith(GZIP) ? lower.substring(0, lower.length() - GZIP.length()) : lower;
        return ENDINGS.stream().anyMatch(plain::endsWith);
    }

    private void readHead(FileSystem fileSystem, Path file) {
        String name = file.getName();
        if (name.toLowerCase(Locale.ROOT).endsWith(GZIP) && !name.endsWith(GZIP)) {
            // The reader chooses the decompression by this ending and knows it in lower case only.
            report(file, "compressed files must end in .gz in lower case");
            return;
        }
        try {
            FileHead head = FileHead.of(
                    looks.of(within(file), () -> FileHead.read(fileSystem, file).text()));
            if (head.refusal() != null) {
                report(file, head.refusal());
            } else if (head.related()) {
                heads.put(file, head);
            }
        } catch (IOException unreadable) {
            // The reason may quote bytes of the file, so it is not passed on.
            report(file, "the file cannot be read: it is damaged, cut off or not what its name says");
        }
    }

    /** Where files hold one type each, as bulk exports do, a type that is in no file is absent. */
    private void requireTypes(Path root) {
        boolean mixed = heads.values().stream().anyMatch(head -> head.types().size() != 1);
        for (String type : List.of(PatientReader.TYPE, EncounterReader.TYPE, EventType.CONDITION.type())) {
            if ((!mixed || heads.isEmpty()) && holding(type::equals).isEmpty()) {
                report(
                        root,
                        "no resource of type " + type + " is in any file that ends in " + String.join(", ", ENDINGS)
                                + ", with or without " + GZIP);
            }
        }
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** The chosen ones of all files that may hold resources. */
    List<String> all(Predicate<String> chosen) {
        return heads.keySet().stream()
                .filter(file -> chosen.test(within(file)))
                .map(file -> file.toUri().getPath())
                .toList();
    }

    /** All files within the folder by the types that their first resources are of; in the order of names. */
    Map<Set<String>, List<String>> byTypes() {
        Map<Set<String>, List<String>> files = new LinkedHashMap<>();
        heads.forEach((file, head) ->
                files.computeIfAbsent(head.types(), types -> new ArrayList<>()).add(within(file)));
        return files;
    }

    /** The files that hold resources of some types, also among others. */
    List<String> holding(Predicate<String> types) {
        return files(types).map(file -> file.toUri().getPath()).toList();
    }

    /** The same files as paths within the folder. */
    List<String> named(String type) {
        return files(type::equals).map(this::within).toList();
    }

    private Stream<Path> files(Predicate<String> types) {
        return heads.entrySet().stream()
                .filter(file -> file.getValue().types().stream().anyMatch(types)
                        || file.getValue().types().size() != 1)
                .map(Map.Entry::getKey);
    }

    private String within(Path file) {
        return root.relativize(java.nio.file.Path.of(file.toUri().getPath()))
                .toString()
                .replace('\\', '/');
    }

    /** Whether any resource names its patient by an identifier. */
    boolean nameByIdentifier() {
        return heads.values().stream().anyMatch(FileHead::byIdentifier);
    }

    private void report(Path place, String what) {
        String path = place.toUri().getPath();
        problems.add(new Problem(path.endsWith("/") ? path.substring(0, path.length() - 1) : path, what));
    }
}
