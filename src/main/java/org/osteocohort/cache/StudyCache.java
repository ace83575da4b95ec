package org.osteocohort.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.fingerprint.Digest;
import org.osteocohort.fingerprint.InputFiles;
import org.osteocohort.fingerprint.RecordedFingerprints;
import org.osteocohort.job.Extract;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.problem.BadInputException;
import org.osteocohort.publish.DurableFiles;
import org.osteocohort.publish.PublishingException;
import org.osteocohort.source.Extracts;
import org.osteocohort.source.bundle.Bundles;

/** The memory of one output between its runs. */
public final class StudyCache {
    private static final String FINGERPRINTS = "fingerprints.json";

    private final Path folder;
    private final RecordedFingerprints fingerprints;
    private final SparkSession spark;
    private final String engine;
    private final Clock clock;
    private final Set<Path> opened = new HashSet<>();

    private StudyCache(Path folder, RecordedFingerprints fingerprints, SparkSession spark, String engine, Clock clock) {
        this.folder = folder;
        this.fingerprints = fingerprints;
        this.spark = spark;
        this.engine = engine;
        this.clock = clock;
    }

    /**
     * The cache in a folder.
     *
     * @param folder need not exist
     * @param engine a digest of the program: another one may read and assess otherwise
     * @throws PublishingException when it cannot be read
     */
    public static StudyCache in(Path folder, SparkSession spark, String engine, Clock clock) {
        try {
            RecordedFingerprints known = RecordedFingerprints.read(folder.resolve(FINGERPRINTS), clock);
            return new StudyCache(folder, known, spark, engine, clock);
        } catch (IOException exception) {
            throw new PublishingException("cannot read the cache " + folder, exception);
        }
    }

    /** Remembers nothing. */
    public static StudyCache none(SparkSession spark, Clock clock) {
        return new StudyCache(null, RecordedFingerprints.none(clock), spark, "", clock);
    }

    /** The fingerprints of files that need not be read for them. */
    public RecordedFingerprints fingerprints() {
        return fingerprints;
    }

    /** Keeps the fingerprints of the files that were asked for. */
    public void keepFingerprints() {
        if (folder == null) {
            return;
        }
        try {
            fingerprints.write(folder.resolve(FINGERPRINTS));
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    /**
     * The rows of all extracts.
     *
     * @param inputs the fingerprints of each folder
     * @param requireUnchanged refuses files that changed since their fingerprints were taken
     * @throws BadInputException with the problems of all extracts together
     * @throws PublishingException when the cache cannot be written
     */
    public StudyRows rows(
            List<Extract> extracts, CodeSets codeSets, Function<Path, InputFiles> inputs, Runnable requireUnchanged) {
        if (folder == null) {
            return StudyRows.notKept(Bundles.of(Extracts.read(extracts, codeSets, spark)));
        }
        try {
            StudyRows read = rowCache().read(extracts, codeSets, inputs, requireUnchanged, clock.instant());
            opened.addAll(read.opened());
            return read;
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    private RowCache rowCache() throws IOException {
        return new RowCache(folder, engine, spark);
    }

    /** Whether a source file had to be opened for its rows; else they are those that an earlier run read. */
    public boolean opened(Path file) {
        return folder == null || opened.contains(file);
    }

    /**
     * What an earlier run found out of all children when the same was asked.
     *
     * @param question a digest of all that was asked
     */
    public Optional<KeptAssessment> assessed(String question) {
        if (folder == null) {
            return Optional.empty();
        }
        try {
            Optional<KeptAssessment> kept = new AssessmentCache(folder).find(key(question));
            if (kept.isPresent()) {
                rowCache().spare(kept.get().rows().values(), clock.instant());
            }
            return kept;
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    /**
     * Makes what was found out then what is found out now.
     *
     * @param attempts the folder where the tasks of an assessment would have written their files
     */
    public Tally handOn(KeptAssessment same, String attempts) {
        try {
            DurableFiles.link(same.files(), Path.of(attempts));
            return same.tally();
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    /**
     * In what the rows are others than those that were assessed.
     *
     * @return empty when it cannot be told any more
     */
    public Optional<ChangedRows> changed(KeptAssessment before, StudyRows rows) {
        try {
            return rows.since(before);
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    /**
     * Keeps what was found out.
     *
     * @param question a digest of all that was asked
     * @param contents a digest of all inputs
     * @param rows of all children
     * @param attempts the folder where the tasks of the assessment wrote their files
     */
    public void keep(String question, String contents, StudyRows rows, Tally tally, String attempts) {
        if (folder == null) {
            return;
        }
        try {
            KeptAssessment assessment = new KeptAssessment(contents, rows.keys(), tally, Path.of(attempts));
            new AssessmentCache(folder).keep(key(question), assessment);
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    /**
     * Whether a run published what was found out, so far as that was noted.
     *
     * @param question a digest of all that was asked
     * @param contents a digest of all inputs
     */
    public boolean isPublished(String question, String contents, String runId) {
        try {
            return folder != null && new Publication(key(question), contents, runId).isNoted(folder);
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    /** Notes which run published what was found out. */
    public void published(String question, String contents, String runId) {
        if (folder == null) {
            return;
        }
        try {
            new Publication(key(question), contents, runId).note(folder);
        } catch (IOException notNoted) {
            // It is published by now, so this is no failure: the next run counts once more.
        }
    }

    private String key(String question) {
        return Digest.ofText(engine + "\n" + question);
    }

    private PublishingException failed(IOException failure) {
        return new PublishingException("cannot write to the cache " + folder, failure);
    }
}
