package org.osteocohort.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Our job and a script in DuckDB on the same children, in turn, each in a process of its own. {@code jobs/benchmark}
 * starts it. Both must give the same rows of children and the same numbers, or there is nothing to compare.
 */
final class Benchmark {
    private static final Path STUDY = Path.of("jobs/pediatric-osteoporosis");

    private final BenchmarkExtract extract;
    private final Path folder;
    private final String duckDb;
    private final Measurements measured = new Measurements();

    private Benchmark(BenchmarkExtract extract, Path folder, String duckDb) {
        this.extract = extract;
        this.folder = folder;
        this.duckDb = duckDb;
    }

    /** A folder to work in, how many pairs, DuckDB's jar, and for each size the children and their generated extract. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        int pairs = Integer.parseInt(arguments[1]);
        Map<Long, Measurements> bySize = new LinkedHashMap<>();
        for (int argument = 3; argument < arguments.length; argument += 2) {
            long children = Long.parseLong(arguments[argument]);
            Path working = folder.resolve("working-" + children);
            Path population = Path.of(arguments[argument + 1]);
            Benchmark benchmark =
                    new Benchmark(new BenchmarkExtract(population, working.resolve("extract")), working, arguments[2]);
            for (int pair = 1; pair <= pairs; pair++) {
                benchmark.pair(pair);
                System.out.println(children + " children, pair " + pair + " of " + pairs + ": the numbers agree");
            }
            long rows = Long.parseLong(benchmark.rows());
            benchmark.measured.print(children, rows, benchmark.extract.megabytes());
            bySize.put(children, benchmark.measured);
        }
        Files.writeString(folder.resolve("table.md"), BenchmarkTable.of(bySize));
        System.out.println("The table: " + folder.resolve("table.md"));
    }

    private void pair(int pair) throws IOException, InterruptedException {
        extract.restore();
        extract.forget();
        measured.add(Measurements.COLD, ours("--full"));
        extract.forget();
        measured.add(Measurements.SCRIPT, script());
        requireAgreement();
        measured.add(Measurements.WARM, ours("--full"));
        measured.add(Measurements.FILLING, ours());
        measured.add(Measurements.NOTHING_CHANGED, ours());
        for (Path file : extract.changing()) {
            duckDb(List.of("benchmark/change"), "file", file.toString(), "id", "measurement_id", "night", "" + pair);
            BenchmarkExtract.replace(file);
        }
        measured.add(Measurements.NIGHTLY, ours());
        measured.add(Measurements.SCRIPT_AT_NIGHT, script());
        requireAgreement();
    }

    private TimedProcess ours(String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "jobs/osteocohort",
                "run",
                STUDY.resolve("sample.yaml").toString(),
                "--set",
                "extracts[0].path=" + extract.folder().toAbsolutePath(),
                "--set",
                "retention.keep=2",
                "--output",
                folder.resolve("output").toString(),
                "--progress",
                "none"));
        command.addAll(List.of(more));
        return TimedProcess.of(command);
    }

    private TimedProcess script() throws IOException, InterruptedException {
        Files.createDirectories(scripted());
        return duckDb(
                StudyScript.FILES,
                "extract",
                extract.folder().toString(),
                "codes",
                STUDY.resolve("codes").toString(),
                "local",
                STUDY.resolve("sample-local-codes.csv").toString(),
                "out",
                scripted().toString());
    }

    private Path scripted() {
        return folder.resolve("script");
    }

    private void requireAgreement() throws IOException, InterruptedException {
        String outcome = duckDb(
                        List.of("benchmark/agreement"),
                        "run",
                        latest().toString(),
                        "out",
                        scripted().toString())
                .out();
        System.out.print(outcome);
        if (outcome.contains("different") || outcome.contains("absent") || !outcome.contains("equal")) {
            throw new IllegalStateException("the numbers differ");
        }
    }

    private String rows() throws IOException, InterruptedException {
        return duckDb(List.of("benchmark/rows"), "extract", extract.folder().toString())
                .out()
                .replaceAll("\\D", "");
    }

    private Path latest() throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve("output").resolve("runs"))) {
            return runs.filter(run -> !run.getFileName().toString().startsWith("."))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    private TimedProcess duckDb(List<String> names, String... variables) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path") + ":" + duckDb,
                DuckDbScript.class.getName(),
                String.join(",", names)));
        command.addAll(List.of(variables));
        return TimedProcess.of(command);
    }
}
