package org.osteocohort.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.osteocohort.generate.chart.ChartWriter;
import org.osteocohort.generate.omop.OutputFiles;
import org.osteocohort.generate.omop.TableOutput;
import org.osteocohort.generate.truth.Truth;
import org.osteocohort.problem.BadJobException;
import org.osteocohort.problem.Problem;

/** Writes a made-up extract and its truth. */
public final class ExtractGenerator {
    private ExtractGenerator() {}

    /**
     * Generates what the options ask for; the same options give the same bytes.
     *
     * @throws BadJobException when an option is out of range or the output folder holds anything
     * @throws IOException when a file cannot be written
     */
    public static GenerateSummary generate(GenerateOptions options) throws IOException {
        check(options);
        Files.createDirectories(options.extract());
        PopulationGenerator population = new PopulationGenerator(
                options.seed(), options.profile(), options.window(), options.site(), options.eventsPerPatient());
        SortedMap<String, Long> rows;
        try (ChartWriter writer = options.format().open(options);
                TableOutput<Truth> truth = new TableOutput<>(options.output(), Truth.TABLE, OutputFiles.CSV, 0)) {
            for (long number = 0; number < options.patients(); number++) {
                SyntheticPatient patient = population.patient(number);
                writer.write(patient.personId(), patient.chart());
                truth.write(patient.truth());
            }
            writer.finish();
            rows = writer.rows();
        }
        return new GenerateSummary(options.patients(), rows, bytes(options.output()));
    }

    private static void check(GenerateOptions options) throws IOException {
        List<Problem> problems = new ArrayList<>();
        if (options.patients() < 1) {
            problems.add(new Problem("patients", "the number of patients is at least 1"));
        }
        if (options.eventsPerPatient() < 1) {
            problems.add(new Problem("events per patient", "the number of events is at least 1"));
        }
        if (options.rowsPerFile() < 0) {
            problems.add(new Problem("rows per file", "the number of rows is 0 for one file, or more"));
        }
        if (options.site().isBlank() || options.site().contains(":")) {
            problems.add(new Problem("site", "the name of the site is not blank and holds no colon"));
        }
        if (!options.window().wideEnough()) {
            problems.add(new Problem(
                    "years", "the time on record is twelve years or more, from before 2012-10-01 to after 2022-10-01"));
        }
        if (Files.exists(options.output()) && !isEmptyFolder(options.output())) {
            problems.add(new Problem(options.output().toString(), "the output folder does not exist yet or is empty"));
        }
        if (!problems.isEmpty()) {
            throw new BadJobException(problems);
        }
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            return entries.filter(Files::isRegularFile)
                    .mapToLong(ExtractGenerator::size)
                    .sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
