package org.osteocohort.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.fingerprint.Digest;
import org.osteocohort.fingerprint.InputFiles;
import org.osteocohort.fingerprint.RecordedFingerprints;
import org.osteocohort.job.Extract;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.problem.BadInputException;
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
     * The rows of all extracts in {@link Bundles}.
     *
     * @param inputs the fingerprints of each folder
     * @param requireUnchanged refuses files that changed since their fingerprints were taken
     * @throws BadInputException with the problems of all extracts together
     * @throws PublishingException when the cache cannot be written
     */
    public Dataset<Row> rows(
            List<Extract> extracts, CodeSets codeSets, Function<Path, InputFiles> inputs, Runnable requireUnchanged) {
        if (folder == null) {
            return Bundles.of(Extracts.read(extracts, codeSets, spark));
        }
        try {
            RowCache.Read read = new RowCache(folder, engine, spark)
                    .read(extracts, codeSets, inputs, requireUnchanged, clock.instant());
            opened.addAll(read.opened());
            return read.rows();
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    /** Whether a source file had to be opened for its rows; else they are those that an earlier run read. */
    public boolean opened(Path file) {
        return folder == null || opened.contains(file);
    }

    /**
     * What an earlier run found out of the same children by the same rules.
     *
     * @param asked a digest of all that was asked, and of all inputs
     * @param attempts the folder where the tasks of an assessment write their files; gets the earlier ones
     */
    public Optional<Tally> assessed(String asked, String attempts) {
        if (folder == null) {
            return Optional.empty();
        }
        try {
            return new AssessmentCache(folder).find(key(asked), Path.of(attempts), clock.instant());
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    /** Keeps what was found out. */
    public void keep(String asked, Tally tally, String attempts) {
        if (folder == null) {
            return;
        }
        try {
            new AssessmentCache(folder).keep(key(asked), tally, Path.of(attempts));
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    private String key(String asked) {
        return Digest.ofText(engine + "\n" + asked);
    }

    private PublishingException failed(IOException failure) {
        return new PublishingException("cannot write to the cache " + folder, failure);
    }
}
