package org.osteocohort.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;
import org.osteocohort.CohortStudy;
import org.osteocohort.StudyResult;
import org.osteocohort.assess.Standards;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.generate.ExtractGenerator;
import org.osteocohort.generate.GenerateOptions;
import org.osteocohort.inspect.ExtractInspection;
import org.osteocohort.job.Extract;
import org.osteocohort.job.Job;
import org.osteocohort.phenotype.ClinicalRules;
import org.osteocohort.phenotype.Phenotype;
import org.osteocohort.phenotype.PhenotypeReader;
import org.osteocohort.problem.Problem;
import org.osteocohort.publish.PublishingException;

/** The work as it is really done. */
final class StudyOperations implements Operations {
    private final Clock clock;

    StudyOperations(Clock clock) {
        this.clock = clock;
    }

    @Override
    public StudyResult run(RunRequest request, Consumer<String> stage) {
        Progress progress = new Progress(request.progress().resolved(), request.out(), System::nanoTime);
        Consumer<String> told = stage.andThen(progress);
        told.accept("starting Spark");
        SparkSession spark = Session.open(request.eventLog());
        try {
            spark.sparkContext().addSparkListener(new SparkProgress(progress));
            return new CohortStudy(request.job(), spark, clock, told).run(request.startedAt());
        } finally {
            progress.end();
            spark.stop();
        }
    }

    @Override
    public List<String> inspect(Extract extract, CodeSets codeSets) {
        SparkSession spark = Session.open(null);
        try {
            return ExtractInspection.of(extract, codeSets, spark);
        } finally {
            spark.stop();
        }
    }

    @Override
    public void generate(GenerateOptions options) {
        try {
            ExtractGenerator.generate(options);
        } catch (IOException exception) {
            throw new PublishingException("cannot write to " + options.output(), exception);
        }
    }

    @Override
    public void rules(Job job, List<Problem> problems) {
        ClinicalRules.read(job.codeSets(), problems).with(job.boneReference(), job.heightAdjustment(), problems);
        Standards.read(job, problems);
    }

    @Override
    public PhenotypeSummary phenotype(Path file, List<Problem> problems) {
        Phenotype phenotype = PhenotypeReader.read(file, problems);
        return new PhenotypeSummary(phenotype.name(), phenotype.describe());
    }
}
