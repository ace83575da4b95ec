package org.osteocohort;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.osteocohort.assess.Study;
import org.osteocohort.fingerprint.Digest;
import org.osteocohort.job.Extract;
import org.osteocohort.job.Job;
import org.osteocohort.job.JobOperation;
import org.osteocohort.measure.quality.DataQualityMeasure;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.problem.Problem;
import org.osteocohort.publish.Manifest;
import org.osteocohort.publish.Manifest.Definition;
import org.osteocohort.publish.Manifest.Engine;
import org.osteocohort.publish.Manifest.RowsRead;
import org.osteocohort.publish.Manifest.Verdict;
import org.osteocohort.report.ReportOrigin;
import org.osteocohort.trends.TrendRow;

/** What was asked and by what it was answered, for the run's manifest. */
final class RunDescription {
    private static final String DEVELOPMENT = "development";
    private static final String CODE_SET_ENDING = ".csv";

    private RunDescription() {}

    /**
     * What a job asks, as a digest: the same wherever the job, its extracts and its output stand, and whichever format
     * the extracts have. The files that it names have digests of their own.
     */
    static String jobDigest(Job job) {
        List<Object> asked = new ArrayList<>(
                List.of(job.name(), job.study(), job.population(), job.disclosure(), job.reports(), job.quality()));
        for (Extract extract : job.extracts()) {
            asked.add(Arrays.asList(
                    extract.site(),
                    extract.delimiter(),
                    extract.deidentification(),
                    extract.onFailure(),
                    extract.extractDate()));
        }
        return Digest.ofText(asked.toString());
    }

    /**
     * All that decides what is found out of the children, except the contents of the extracts, as a digest.
     *
     * @param partitions into how many parts the children are divided
     */
    static String questionDigest(Job job, int partitions) {
        String everything = job.with(JobOperation.NONE).toString();
        List<String> parts =
                new ArrayList<>(List.of(everything, codeSets(job), rules(job), Integer.toString(partitions)));
        job.phenotypes().forEach(phenotype -> parts.add(Digest.ofFile(phenotype)));
        return Digest.ofText(String.join("\n", parts));
    }

    /** The manifest as far as it is known before the run ends. */
    static Manifest manifest(
            Job job,
            Study study,
            Tally tally,
            StudyInputs inputs,
            Map<Extract, List<Problem>> isolated,
            String lastRunId,
            SparkSession spark,
            Instant started) {
        List<Definition> phenotypes = new ArrayList<>();
        for (int position = 0; position < study.phenotypes().size(); position++) {
            phenotypes.add(new Definition(
                    study.phenotypes().get(position).name(),
                    Digest.ofFile(job.phenotypes().get(position))));
        }
        return new Manifest(
                new Definition(job.name(), jobDigest(job)),
                inputs.described(study.codeSets(), isolated),
                codeSets(job),
                rules(job),
                phenotypes,
                inputs.vocabularyDigest(isolated.keySet()),
                job.disclosure(),
                lastRunId,
                new Engine(version(), System.getProperty("java.version"), spark.version()),
                rowsRead(tally),
                Verdict.NOT_JUDGED,
                List.of(),
                started,
                started);
    }

    /** What the checks said of the data as a whole; had a fatal one failed, nothing would be published. */
    static Verdict verdict(Map<Extract, List<Problem>> isolated, List<TrendRow> trends) {
        boolean asExpected = isolated.isEmpty() && trends.stream().noneMatch(TrendRow::drifted);
        return asExpected ? Verdict.PASSED : Verdict.WARNED;
    }

    /**
     * Where a report comes from. Nothing of when and where the run was, since the same input gives the same bytes: the
     * job's digest ends the names of its runs, and their manifests tell a file by its own.
     */
    static ReportOrigin origin(Job job) {
        String definitions = job.phenotypes().stream().map(Digest::ofFile).collect(Collectors.joining("\n"));
        return new ReportOrigin(jobDigest(job), Digest.ofText(codeSets(job) + "\n" + rules(job) + "\n" + definitions));
    }

    private static List<RowsRead> rowsRead(Tally tally) {
        SortedMap<List<String>, Long> faults = new TreeMap<>(Comparator.comparing(List::toString));
        tally.forEach(
                DataQualityMeasure.FAULTS,
                (parts, count) -> faults.merge(List.of(parts.get(0), parts.get(1)), count, Long::sum));
        List<RowsRead> read = new ArrayList<>();
        tally.forEach(
                DataQualityMeasure.ROWS,
                (parts, count) ->
                        read.add(new RowsRead(parts.get(0), parts.get(1), count, faults.getOrDefault(parts, 0L))));
        return read;
    }

    private static String codeSets(Job job) {
        return Digest.ofFolder(job.codeSets(), RunDescription::isCodeSet, job.localCodes());
    }

    private static String rules(Job job) {
        return Digest.ofFolder(job.codeSets(), file -> !isCodeSet(file), supplied(job));
    }

    private static boolean isCodeSet(Path file) {
        return file.getFileName().toString().endsWith(CODE_SET_ENDING);
    }

    /** The files beside the rules that the user supplies. */
    private static List<Path> supplied(Job job) {
        List<Path> files = new ArrayList<>(job.standardPopulations());
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
