package org.osteocohort;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.osteocohort.assess.Study;
import org.osteocohort.job.Extract;
import org.osteocohort.job.Job;
import org.osteocohort.problem.Problem;
import org.osteocohort.publish.Manifest;
import org.osteocohort.publish.Manifest.Definition;
import org.osteocohort.publish.Manifest.Engine;
import org.osteocohort.publish.Manifest.Input;
import org.osteocohort.source.ExtractSource;

/** What was asked and by what it was answered, for the run's manifest. */
final class RunDescription {
    private static final String DEVELOPMENT = "development";

    private RunDescription() {}

    /** The same job, read anywhere from the same place with the same overrides, has the same digest. */
    static String jobDigest(Job job) {
        return Digest.ofText(job.toString());
    }

    static Manifest manifest(
            Job job,
            Map<Extract, List<Problem>> isolated,
            Study study,
            SparkSession spark,
            Instant started,
            Instant finished) {
        List<Input> inputs = job.extracts().stream()
                .map(extract -> new Input(
                        extract.site(),
                        extract.format().name().toLowerCase(Locale.ROOT),
                        extract.path().toString(),
                        ExtractSource.of(extract, study.codeSets()).notes(),
                        isolated.getOrDefault(extract, List.of()).stream()
                                .map(Problem::toString)
                                .toList()))
                .toList();
        List<Definition> phenotypes = new ArrayList<>();
        for (int position = 0; position < study.phenotypes().size(); position++) {
            phenotypes.add(new Definition(
                    study.phenotypes().get(position).name(),
                    Digest.ofFile(job.phenotypes().get(position))));
        }
        return new Manifest(
                new Definition(job.name(), jobDigest(job)),
                inputs,
                Digest.ofFolder(job.codeSets(), supplied(job)),
                phenotypes,
                job.disclosureThreshold(),
                new Engine(version(), System.getProperty("java.version"), spark.version()),
                started,
                finished);
    }

    /** The files beside the code sets that the user supplies. */
    private static List<Path> supplied(Job job) {
        List<Path> files = new ArrayList<>(job.localCodes());
        Stream.of(job.boneReference(), job.heightAdjustment())
                .filter(Objects::nonNull)
                .forEach(files::add);
        return files;
    }

    /** The version that the jar carries. */
    static String version() {
        return Optional.ofNullable(RunDescription.class.getPackage().getImplementationVersion())
                .orElse(DEVELOPMENT);
    }
}
