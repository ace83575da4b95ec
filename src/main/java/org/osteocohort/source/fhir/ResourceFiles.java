package org.osteocohort.source.fhir;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
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
import org.osteocohort.job.Extract;
import org.osteocohort.problem.Problem;
import org.osteocohort.source.files.FailedRead;
import org.osteocohort.source.files.FolderLinks;
import org.osteocohort.source.files.LineScan;

/**
 * The files of an export, in a folder and the folders in it. What a file is named after is not asked: its lines say
 * what they are.
 */
final class ResourceFiles {
    private static final List<String> ENDINGS = List.of(".ndjson", ".jsonl", ".json");
    private static final String GZIP = ".gz";

    private static final int FIRST_LINES = 1000;
    private static final int FIRST_LINES_OF_ANOTHER = 100;
    private static final int FILES_OF_A_TYPE = 10;

    private final Map<Path, FileHead> heads = new TreeMap<>();
    private final Map<Set<String>, Integer> filesOfTypes = new HashMap<>();
    private final IdentifierCheck identifiers;
    private final FolderLinks links;
    private final List<Problem> problems = new ArrayList<>();
    private final java.nio.file.Path root;

    /** Lists the folder and reads the first lines of its files. */
    ResourceFiles(Extract extract, Configuration configuration) {
        this.root = extract.path();
        this.identifiers = new IdentifierCheck(extract);
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
        problems.addAll(identifiers.problems());
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
            FileHead head = FileHead.read(fileSystem, file);
            if (head.refusal() != null) {
                report(file, head.refusal());
            } else if (head.related()) {
                heads.put(file, head);
                lookForIdentifiers(file, head.types());
            }
        } catch (IOException unreadable) {
            // The reason may quote bytes of the file, so it is not passed on.
            report(file, "the file cannot be read: it is damaged, cut off or not what its name says");
        }
    }

    private void lookForIdentifiers(Path file, Set<String> types) {
        int before = filesOfTypes.merge(types, 1, Integer::sum) - 1;
        if (!identifiers.isNeeded() || before >= FILES_OF_A_TYPE) {
            return;
        }
        String path = file.toUri().getPath();
        int lines = before == 0 ? FIRST_LINES : FIRST_LINES_OF_ANOTHER;
        try {
            LineScan.first(java.nio.file.Path.of(path), lines, line -> identifiers.look(path, line));
        } catch (RuntimeException damaged) {
            problems.add(FailedRead.in(damaged).orElseThrow(() -> damaged));
        }
    }

    /** Where files hold one type each, as bulk exports do, a type that is in no file is absent. */
    private void requireTypes(Path root) {
        boolean mixed = heads.values().stream().anyMatch(head -> head.types().size() != 1);
        for (String type : List.of(PatientReader.TYPE, EncounterReader.TYPE, EventType.CONDITION.type())) {
            if ((!mixed || heads.isEmpty()) && holding(type).isEmpty()) {
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

    /** The files that hold resources of a type, also among others. */
    List<String> holding(String type) {
        return files(type).map(file -> file.toUri().getPath()).toList();
    }

    /** The same files as paths within the folder. */
    List<String> named(String type) {
        return files(type).map(this::within).toList();
    }

    private Stream<Path> files(String type) {
        return heads.entrySet().stream()
                .filter(file -> file.getValue().types().contains(type)
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
