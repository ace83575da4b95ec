package org.osteocohort.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The table that the README carries: the machine, what was measured on each population, and how it grows. */
final class BenchmarkTable {
    private BenchmarkTable() {}

    /** Measurements by number of children, in ascending order. */
    static String of(Map<Long, Measurements> bySize) throws IOException {
        StringBuilder table = new StringBuilder(machine()).append("\n\n");
        table.append("| children | what | wall s | CPU s | peak MB | ratio to DuckDB |\n|---|---|---|---|---|---|\n");
        bySize.forEach((children, measured) -> {
            for (String what : measured.kinds()) {
                boolean script = what.startsWith("DuckDB");
                table.append(String.format(
                        Locale.ROOT,
                        "| %,d | %s | %.1f | %.1f | %.0f | %s |%n",
                        children,
                        what,
                        measured.median(what, TimedProcess::wallSeconds),
                        measured.median(what, TimedProcess::cpuSeconds),
                        measured.median(what, TimedProcess::peakMegabytes),
                        script ? "" : String.format(Locale.ROOT, "%.2f", measured.ratio(what))));
            }
        });
        return table.append(growth(bySize)).toString();
    }

    /** Of the cold run, from each size to the next. */
    private static String growth(Map<Long, Measurements> bySize) {
        StringBuilder growth = new StringBuilder();
        List<Long> sizes = new ArrayList<>(bySize.keySet());
        for (int next = 1; next < sizes.size(); next++) {
            long few = sizes.get(next - 1);
            long many = sizes.get(next);
            double ours = seconds(bySize.get(many), Measurements.COLD) - seconds(bySize.get(few), Measurements.COLD);
            double script =
                    seconds(bySize.get(many), Measurements.SCRIPT) - seconds(bySize.get(few), Measurements.SCRIPT);
            double exponent =
                    Math.log(seconds(bySize.get(many), Measurements.COLD) / seconds(bySize.get(few), Measurements.COLD))
                            / Math.log((double) many / few);
            growth.append(String.format(
                    Locale.ROOT,
                    "%nFrom %,d to %,d children: exponent %.2f, further children cost %.2f times DuckDB's.%n",
                    few,
                    many,
                    exponent,
                    ours / script));
        }
        return growth.toString();
    }

    private static double seconds(Measurements measured, String what) {
        return measured.median(what, TimedProcess::wallSeconds);
    }

    private static String machine() throws IOException {
        Path processors = Path.of("/proc/cpuinfo");
        String model = System.getProperty("os.arch");
        if (Files.exists(processors)) {
            try (Stream<String> lines = Files.lines(processors)) {
                model = lines.filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse(model);
            }
        }
        return "Measured on " + Runtime.getRuntime().availableProcessors() + " cores of an " + model + " with Java "
                + System.getProperty("java.specification.version") + ".";
    }
}
