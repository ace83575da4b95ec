package org.osteocohort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osteocohort.testkit.Faults;
import org.osteocohort.testkit.ShippedStudy;
import picocli.CommandLine;

/** A job, code sets, rules and definitions in which anything may stand: they are good, or the file at fault is named. */
class HostileConfigurationTest {
    private static final long SEED = 20_261_128;
    private static final String MARKS = "\t:{}[]&*!|>'\"%@`,#-?\0\uFEFF\u0130\u2028\\/.0\n";
    private static final List<String> LINES = List.of(
            "a: &a [*a, *a]",
            "<<: *nobody",
            "x: !!javax.script.ScriptEngineManager []",
            "[".repeat(5_000),
            "{a: ".repeat(2_000),
            "\"" + "x".repeat(200_000),
            "name: 1e999",
            "study: {start: 0000-00-00, end: 99999-99-99}",
            "? [complex, key] : value",
            "--- another document",
            ",,,,,,,,,,,,,,,,,,,,,",
            "%YAML 9.9");
    private static final List<String> NUMBERS =
            List.of("-1", "0", "NaN", "1e999", "99999999999999999999", "0x10", "1_000", ".5.5", "");

    @TempDir
    private Path folder;

    @Test
    void whateverStandsInAFileItIsGoodOrNamed() throws IOException {
        copy(ShippedStudy.FOLDER, folder);
        Path job = folder.resolve("job.yaml");
        List<Path> files = files();
        assertThat(check(job).code()).isZero();
        Random random = new Random(SEED);
        int refused = 0;
        int trials = Faults.trials(60, 500);
        for (int trial = 0; trial < trials; trial++) {
            Path file = files.get(random.nextInt(files.size()));
            byte[] good = Files.readAllBytes(file);
            Files.writeString(file, spoiled(new String(good, StandardCharsets.UTF_8), random));
            Result result = check(job);
            assertThat(result.code())
                    .as("trial %d, %s%n%s", trial, file, result.err())
                    .isIn(0, 2);
            assertThat(result.err()).as("trial %d, %s", trial, file).doesNotContain("\tat ", "Exception");
            if (result.code() == 2) {
                assertThat(result.err())
                        .as("trial %d", trial)
                        .contains(file.getFileName().toString());
                refused++;
            }
            Files.write(file, good);
        }
        assertThat(refused).isGreaterThan(trials / 4);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.sorted().toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    private List<Path> files() throws IOException {
        Path extract = Files.createDirectories(folder.resolve("extract"));
        Files.writeString(extract.resolve("person.csv"), "person_id\n");
        Files.writeString(folder.resolve("job.yaml"), """
                name: hostile
                extracts:
                  - {site: north, format: omop, path: extract, deidentification: synthetic}
                study: {start: 2016-01-01, end: 2023-12-31}
                codeSets: codes
                localCodes: sample-local-codes.csv
                phenotypes: [phenotypes/iscd-2019.yaml, phenotypes/dx-code.yaml]
                output: output
                """);
        List<Path> files = new ArrayList<>(List.of(
                folder.resolve("job.yaml"),
                folder.resolve("sample-local-codes.csv"),
                folder.resolve("phenotypes/iscd-2019.yaml"),
                folder.resolve("phenotypes/dx-code.yaml")));
        try (Stream<Path> codes = Files.list(folder.resolve("codes"))) {
            codes.filter(Files::isRegularFile).sorted().forEach(files::add);
        }
        return files;
    }

    private static String spoiled(String text, Random random) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int place = random.nextInt(lines.size());
        String line = lines.get(place);
        switch (random.nextInt(6)) {
            case 0 -> {
                return text.substring(0, random.nextInt(text.length()));
            }
            case 1 -> lines.remove(place);
            case 2 -> lines.add(place, line);
            case 3 -> lines.add(place, LINES.get(random.nextInt(LINES.size())));
            case 4 -> lines.set(place, line.replaceFirst("[0-9]+", NUMBERS.get(random.nextInt(NUMBERS.size()))));
            default -> {
                int column = random.nextInt(line.length() + 1);
                char mark = MARKS.charAt(random.nextInt(MARKS.length()));
                lines.set(place, line.substring(0, column) + mark + line.substring(column));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private record Result(int code, String err) {}

    private static Result check(Path job) {
        CurrentStage stage = new CurrentStage();
        FailureReport failures = new FailureReport(stage, false);
        StringWriter err = new StringWriter();
        Clock clock = Clock.systemUTC();
        CommandLine commands = OsteoCohort.commandLine(new StudyOperations(clock), clock, stage, failures)
                .setOut(new PrintWriter(new StringWriter(), true))
                .setErr(new PrintWriter(err, true));
        int code = OsteoCohort.execute(commands, failures, "check", job.toString());
        return new Result(code, err.toString());
    }
}
