package org.osteocohort.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Our job and a script in DuckDB on the same children, in turn, each in a process of its own. {@code jobs/benchmark}
 * starts it. Both must give the same numbers, or there is nothing to compare.
 */
final class Benchmark {
    private static final Path SQL = Path.of("src/test/resources/org/osteocohort/benchmark");
    private static final Path STUDY = Path.of("jobs/pediatric-osteoporosis");

    private final Path population;
    private final Path output;
    private final String duckDb;
    private final List<TimedProcess> cold = new ArrayList<>();
    private final List<TimedProcess> warm = new ArrayList<>();
    private final List<TimedProcess> same = new ArrayList<>();
    private final List<TimedProcess> script = new ArrayList<>();

    private Benchmark(Path population, Path output, String duckDb) {
        this.population = population;
        this.output = output;
        this.duckDb = duckDb;
    }

    /** The folder of the generated population, one for the runs, DuckDB's jar, patients, and how many pairs. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Benchmark benchmark = new Benchmark(Path.of(arguments[0]), Path.of(arguments[1]), arguments[2]);
        long patients = Long.parseLong(arguments[3]);
        int pairs = Integer.parseInt(arguments[4]);
        for (int pair = 1; pair <= pairs; pair++) {
            benchmark.pair();
            System.out.println("pair " + pair + " of " + pairs + ": the numbers agree");
        }
        benchmark.print(patients);
    }

    private void pair() throws IOException, InterruptedException {
        forget();
        cold.add(ours("--full"));
        TreeSet<String> published = answer("published", "run", latest().toString());
        warm.add(ours("--full"));
        if (same.isEmpty()) {
            // Fills the cache, which full runs leave alone.
            ours();
        }
        same.add(ours());
        forget();
        script.add(counting());
        TreeSet<String> counted = lines(script.get(script.size() - 1).out());
        requireAgreement(counted, published);
    }

    /** A numerator that the run hides is not compared; everything else must be there. */
    private static void requireAgreement(TreeSet<String> counted, TreeSet<String> published) {
        TreeSet<String> missing = new TreeSet<>(counted);
        missing.removeAll(published);
        missing.removeIf(line -> line.startsWith("numerator "));
        published.removeAll(counted);
        if (!missing.isEmpty() || !published.isEmpty()) {
            throw new IllegalStateException("the numbers differ: DuckDB " + missing + ", ours " + published);
        }
    }

    private TimedProcess ours(String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "jobs/osteocohort",
                "run",
                STUDY.resolve("sample.yaml").toString(),
                "--set",
                "extracts[0].path=" + population.toAbsolutePath().resolve("omop"),
                "--output",
                output.toString(),
                "--progress",
                "none"));
        command.addAll(List.of(more));
        return TimedProcess.of(command);
    }

    private Path latest() throws IOException {
        try (Stream<Path> runs = Files.list(output.resolve("runs"))) {
            return runs.max(Comparator.naturalOrder()).orElseThrow();
        }
    }

    private TimedProcess counting() throws IOException, InterruptedException {
        return duckDb(
                "counting",
                "extract",
                population.resolve("omop").toString(),
                "codes",
                STUDY.resolve("codes").toString(),
                "local",
                STUDY.resolve("sample-local-codes.csv").toString());
    }

    private TreeSet<String> answer(String name, String... variables) throws IOException, InterruptedException {
        return lines(duckDb(name, variables).out());
    }

    private TimedProcess duckDb(String name, String... variables) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path") + ":" + duckDb,
                DuckDbScript.class.getName(),
                SQL.resolve(name + ".sql").toString()));
        command.addAll(List.of(variables));
        return TimedProcess.of(command);
    }

    private static TreeSet<String> lines(String text) {
        return new TreeSet<>(text.lines().toList());
    }

    /** Lets the system drop the files from memory; where dd cannot do that, they stay. */
    private void forget() throws IOException, InterruptedException {
        try (Stream<Path> files = Files.walk(population)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                new ProcessBuilder("dd", "if=" + file, "iflag=nocache", "count=0")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
            }
        }
    }

    private void print(long patients) throws IOException {
        line("cold full", cold);
        line("warm full", warm);
        line("DuckDB, its part of the counting", script);
        ratio("cold full: ratio", cold);
        ratio("warm full: ratio", warm);
        System.out.println("nightly, 1 % of files changed: not measured");
        line("nothing changed", same);
        System.out.printf(
                Locale.ROOT,
                "patients %d, source %d MB, patients a second of wall time (warm) %.0f%n",
                patients,
                megabytes(),
                patients / median(warm, TimedProcess::wallSeconds));
    }

    private static void line(String what, List<TimedProcess> runs) {
        System.out.printf(
                Locale.ROOT,
                "%s: wall %.1f s, CPU %.1f s, peak memory %.0f MB (medians of %d)%n",
                what,
                median(runs, TimedProcess::wallSeconds),
                median(runs, TimedProcess::cpuSeconds),
                median(runs, run -> run.peakMegabytes()),
                runs.size());
    }

    /** Pair by pair, since a busy machine slows both of a pair. */
    private void ratio(String what, List<TimedProcess> ours) {
        List<Double> wall = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        for (int pair = 0; pair < ours.size(); pair++) {
            wall.add(ours.get(pair).wallSeconds() / script.get(pair).wallSeconds());
            cpu.add(ours.get(pair).cpuSeconds() / script.get(pair).cpuSeconds());
        }
        System.out.printf(Locale.ROOT, "%s %.1f (of CPU time %.1f)%n", what, median(wall), median(cpu));
    }

    private static double median(List<TimedProcess> runs, ToDoubleFunction<TimedProcess> figure) {
        return median(runs.stream().map(figure::applyAsDouble).toList());
    }

    private static double median(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    private long megabytes() throws IOException {
        try (Stream<Path> files = Files.walk(population.resolve("omop"))) {
            return files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum()
                    >> 20;
        }
    }
}
