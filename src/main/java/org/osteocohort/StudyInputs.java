package org.osteocohort;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.fingerprint.Digest;
import org.osteocohort.fingerprint.InputFiles;
import org.osteocohort.fingerprint.RecordedFingerprints;
import org.osteocohort.job.Extract;
import org.osteocohort.job.Job;
import org.osteocohort.job.JobOperation;
import org.osteocohort.problem.BadInputException;
import org.osteocohort.problem.Problem;
import org.osteocohort.publish.Manifest.Input;
import org.osteocohort.publish.Manifest.SourceFile;
import org.osteocohort.source.Extracts;
import org.osteocohort.source.deidentification.Declaration;

/**
 * The folders that a job reads, with the fingerprint of every file; each folder is looked at once, also when the work is
 * done again without a site.
 */
final class StudyInputs {
    private static final String VOCABULARY = "vocabulary";

    private final Job job;
    private final RecordedFingerprints recorded;
    private final Predicate<Path> opened;
    private final Map<Path, InputFiles> folders = new HashMap<>();

    /**
     * The inputs of a job, not looked at yet.
     *
     * @param recorded the fingerprints of files that need not be read for them
     * @param opened whether a file had to be opened for its rows, once they are read
     */
    StudyInputs(Job job, RecordedFingerprints recorded, Predicate<Path> opened) {
        this.job = job;
        this.recorded = recorded;
        this.opened = opened;
    }

    /**
     * Looks at the folders that were not looked at before.
     *
     * @param usable the job, or the job without the sites that were left out
     * @throws BadInputException when a file cannot be read
     */
    void look(Job usable) {
        folders(usable).forEach(folder -> folders.computeIfAbsent(folder, unknown -> InputFiles.of(unknown, recorded)));
    }

    /** The files of a folder that was looked at. */
    InputFiles files(Path folder) {
        return folders.get(folder);
    }

    /** One digest of all that the folders of a job hold. */
    String contents(Job usable) {
        return Digest.ofText(folders(usable).stream()
                .map(folder -> folder + "\n" + folders.get(folder).identity())
                .collect(Collectors.joining("\n")));
    }

    private static Set<Path> folders(Job job) {
        Set<Path> folders = new LinkedHashSet<>();
        for (Extract extract : job.extracts()) {
            folders.add(extract.path());
            if (extract.vocabulary() != null) {
                folders.add(extract.vocabulary());
            }
        }
        return folders;
    }

    /**
     * Looks again after the last row was read.
     *
     * @throws BadInputException with every file that is no longer the one that was looked at
     */
    void requireUnchanged(Job usable) {
        List<Problem> problems = new ArrayList<>();
        for (Path folder : folders(usable)) {
            try {
                folders.get(folder).requireUnchanged();
            } catch (BadInputException exception) {
                problems.addAll(exception.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new BadInputException(problems);
        }
    }

    /**
     * For the manifest, in the job's order.
     *
     * @param isolated the problems of the extracts that were left out
     */
    List<Input> described(CodeSets codeSets, Map<Extract, List<Problem>> isolated) {
        JobOperation operation = job.operation();
        List<Input> inputs = new ArrayList<>();
        for (Extract extract : job.extracts()) {
            String format = extract.format().name().toLowerCase(Locale.ROOT);
            List<String> reasons = isolated.getOrDefault(extract, List.of()).stream()
                    .map(Problem::toString)
                    .toList();
            inputs.add(new Input(
                    extract.site(),
                    format,
                    operation.relative(extract.path()),
                    notes(extract, codeSets),
                    described(extract.path(), opened),
                    reasons));
            if (extract.vocabulary() != null) {
                inputs.add(new Input(
                        extract.site(),
                        VOCABULARY,
                        operation.relative(extract.vocabulary()),
                        List.of(),
                        described(extract.vocabulary(), file -> anyOpened(extract.path())),
                        reasons));
            }
        }
        return inputs;
    }

    private static List<String> notes(Extract extract, CodeSets codeSets) {
        List<String> notes = new ArrayList<>(Extracts.source(extract, codeSets).notes());
        notes.add(Declaration.note(extract.deidentification()));
        return notes;
    }

    /** Of a site that was left out there may be none: its folder could not be listed. */
    private Map<String, SourceFile> described(Path folder, Predicate<Path> read) {
        Map<String, SourceFile> described = new TreeMap<>();
        if (folders.containsKey(folder)) {
            folders.get(folder)
                    .files()
                    .forEach((name, file) ->
                            described.put(name, new SourceFile(file, !read.test(folder.resolve(name)))));
        }
        return described;
    }

    /** A vocabulary is read together with any file. */
    private boolean anyOpened(Path folder) {
        return folders.containsKey(folder)
                && folders.get(folder).files().keySet().stream()
                        .map(folder::resolve)
                        .anyMatch(opened);
    }

    /** One digest of the vocabulary folders of the extracts that were used; null when they have none. */
    String vocabularyDigest(Set<Extract> isolated) {
        List<String> digests = job.extracts().stream()
                .filter(extract -> !isolated.contains(extract))
                .map(Extract::vocabulary)
                .filter(folder -> folder != null)
                .map(folder -> folders.get(folder).digest())
                .distinct()
                .toList();
        return digests.isEmpty() ? null : Digest.ofText(String.join("\n", digests));
    }
}
