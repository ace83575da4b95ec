package org.osteocohort.publish;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a run was: enough to tell whether another run would give the same numbers. The files are not in it; {@link
 * RunFolder#publish} finds, checks and lists them.
 *
 * @param inputs as the job names them, in the job's order
 * @param codeSetDigest of all code set files together
 * @param phenotypes in the job's order
 * @param disclosureThreshold smallest count that the reports may show
 */
public record Manifest(
        Definition job,
        List<Input> inputs,
        String codeSetDigest,
        List<Definition> phenotypes,
        int disclosureThreshold,
        Engine engine,
        Instant started,
        Instant finished) {
    public Manifest {
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(codeSetDigest, "codeSetDigest");
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(started, "started");
        Objects.requireNonNull(finished, "finished");
        inputs = List.copyOf(inputs);
        phenotypes = List.copyOf(phenotypes);
    }

    /** A file that defines something: its name in reports and the SHA-256 of its content. */
    public record Definition(String name, String digest) {
        public Definition {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(digest, "digest");
        }
    }

    /**
     * An extract, as the job gives it.
     *
     * @param notes what a reader must know of how its format is read
     * @param isolatedFor why the reports hold nothing of it; empty for an extract that was used
     */
    public record Input(String site, String format, String path, List<String> notes, List<String> isolatedFor) {
        public Input {
            Objects.requireNonNull(site, "site");
            Objects.requireNonNull(format, "format");
            Objects.requireNonNull(path, "path");
            notes = List.copyOf(notes);
            isolatedFor = List.copyOf(isolatedFor);
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
}
