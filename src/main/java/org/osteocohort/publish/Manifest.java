package org.osteocohort.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.osteocohort.fingerprint.FileFingerprint;
import org.osteocohort.job.Disclosure;

/**
 * What a run was: enough to tell whether another run would give the same numbers. The files of the run are not in it;
 * {@link RunFolder#publish} finds, checks and lists them.
 *
 * @param inputs as the job names them, in the job's order
 * @param codeSetDigest of all code set files together
 * @param rulesDigest of all other files that say how to count: rules, thresholds, standards, tables of bone density
 * @param phenotypes in the job's order
 * @param vocabularyDigest of the vocabulary folders of the inputs that were used; null for none
 * @param disclosure what the reports may show of small groups
 * @param lastRunId of the run that was the latest before, from whose reports this one protects; null for the first
 * @param rowsRead rows of the inputs, one entry a table; empty when they were not counted
 * @param stages in order, with the time that each took
 * @param started by the clock of the driver
 * @param finished by the same clock, which may have been set in between; the stages tell how long the run took
 */
public record Manifest(
        Definition job,
        List<Input> inputs,
        String codeSetDigest,
        String rulesDigest,
        List<Definition> phenotypes,
        String vocabularyDigest,
        Disclosure disclosure,
        String lastRunId,
        Engine engine,
        List<RowsRead> rowsRead,
        Verdict verdict,
        List<StageTime> stages,
        Instant started,
        Instant finished) {
    public Manifest {
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(codeSetDigest, "codeSetDigest");
        Objects.requireNonNull(rulesDigest, "rulesDigest");
        Objects.requireNonNull(disclosure, "disclosure");
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(started, "started");
        Objects.requireNonNull(finished, "finished");
        inputs = List.copyOf(inputs);
        phenotypes = List.copyOf(phenotypes);
        rowsRead = List.copyOf(rowsRead);
        stages = List.copyOf(stages);
    }

    /** The same at the end of the run. */
    public Manifest ended(Verdict judged, List<StageTime> allStages, Instant end) {
        return new Manifest(
                job,
                inputs,
                codeSetDigest,
                rulesDigest,
                phenotypes,
                vocabularyDigest,
                disclosure,
                lastRunId,
                engine,
                rowsRead,
                judged,
                allStages,
                started,
                end);
    }

    /** Time from the first stage to the last, by a clock that cannot go back. */
    Duration elapsed() {
        return stages.stream().map(StageTime::duration).reduce(Duration.ZERO, Duration::plus);
    }

    /** A file that defines something: its name in reports and the SHA-256 of its content. */
    public record Definition(String name, String digest) {
        public Definition {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(digest, "digest");
        }
    }

    /**
     * A folder that was read.
     *
     * @param format of an extract, or {@code vocabulary}
     * @param path as seen from the job file's folder
     * @param notes what a reader must know of how its format is read
     * @param files every file in it, by path below the folder; empty when it could not be listed
     * @param isolatedFor why the reports hold nothing of it; empty for an extract that was used
     */
    public record Input(
            String site,
            String format,
            String path,
            List<String> notes,
            Map<String, SourceFile> files,
            List<String> isolatedFor) {
        public Input {
            Objects.requireNonNull(site, "site");
            Objects.requireNonNull(format, "format");
            Objects.requireNonNull(path, "path");
            notes = List.copyOf(notes);
            files = new TreeMap<>(files);
            isolatedFor = List.copyOf(isolatedFor);
        }
    }

    /**
     * A file of an input.
     *
     * @param fromCache whether its rows are those that an earlier run read, so that this one did not open it
     */
    public record SourceFile(FileFingerprint fingerprint, boolean fromCache) {
        public SourceFile {
            Objects.requireNonNull(fingerprint, "fingerprint");
        }
    }

    /** Versions of what computed the numbers. */
    public record Engine(String osteocohort, String java, String spark) {
        public Engine {
            Objects.requireNonNull(osteocohort, "osteocohort");
            Objects.requireNonNull(java, "java");
            Objects.requireNonNull(spark, "spark");
        }
    }

    /**
     * How many rows of a table of a site were read.
     *
     * @param quarantined faults in these rows, each a row of the quarantine; a row that breaks two rules has two
     */
    public record RowsRead(String site, String table, long rows, long quarantined) {
        public RowsRead {
            Objects.requireNonNull(site, "site");
            Objects.requireNonNull(table, "table");
        }
    }

    /** How long a stage took. */
    public record StageTime(String stage, Duration duration) {
        public StageTime {
            Objects.requireNonNull(stage, "stage");
            Objects.requireNonNull(duration, "duration");
        }
    }

    /** What the quality checks said of the data as a whole. */
    public enum Verdict {
        /** There were no checks. */
        NOT_JUDGED,
        PASSED,
        /** A site was left out, as its job allows, or a number has changed more than expected; the rest passed. */
        WARNED,
        FAILED;

        /** The name in documents. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
