package org.osteocohort.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.osteocohort.StudyResult;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.generate.GenerateOptions;
import org.osteocohort.job.Extract;
import org.osteocohort.job.Job;
import org.osteocohort.problem.Problem;

/** Writes down what it is asked to do, and fails when told to. */
final class RecordedWork implements Operations {
    private final List<String> done = new ArrayList<>();
    private final List<GenerateOptions> requests = new ArrayList<>();
    Throwable failure;
    String badPhenotype = "none";
    boolean badRules;
    String phenotypeName;

    /** What was done, in order. */
    List<String> done() {
        return done;
    }

    /** What was to be generated, in order. */
    List<GenerateOptions> requests() {
        return requests;
    }

    @Override
    public StudyResult run(RunRequest request, Consumer<String> stage) {
        Job job = request.job();
        stage.accept("reading the extracts");
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        done.add("run " + job.name() + " at " + request.startedAt() + " to " + job.output());
        return new StudyResult("one", job.output().resolve("runs/one"), List.of(), Map.of());
    }

    @Override
    public void rules(Job job, List<Problem> problems) {
        if (badRules) {
            problems.add(new Problem(job.codeSets().toString(), "these are no rules"));
        }
    }

    @Override
    public List<String> inspect(Extract extract, CodeSets codeSets) {
        done.add("inspect " + extract.format() + " " + extract.path().getFileName() + " "
                + extract.deidentification().profile().label());
        return List.of("persons <11");
    }

    @Override
    public void generate(GenerateOptions options) {
        requests.add(options);
        try {
            Files.createDirectories(options.extract());
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    @Override
    public PhenotypeSummary phenotype(Path file, List<Problem> problems) {
        String fileName = file.getFileName().toString();
        if (fileName.equals(badPhenotype)) {
            problems.add(new Problem(file.toString(), "this is no definition"));
        }
        String name = phenotypeName == null ? fileName.replace(".yaml", "") : phenotypeName;
        return new PhenotypeSummary(name, "A child has " + name + " when bones break.\n");
    }
}
