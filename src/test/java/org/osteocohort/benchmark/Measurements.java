package org.osteocohort.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What was measured on one population, several times each. */
final class Measurements {
    static final String COLD = "cold full";
    static final String WARM = "warm full";
    static final String FILLING = "warm, filling the cache";
    static final String NOTHING_CHANGED = "nothing changed";
    static final String NIGHTLY = "nightly, 1 % of files changed";
    static final String SCRIPT = "DuckDB, cold";
    static final String SCRIPT_AT_NIGHT = "DuckDB, warm";

    private final Map<String, List<TimedProcess>> runs = new LinkedHashMap<>();

    void add(String what, TimedProcess run) {
        runs.computeIfAbsent(what, first -> new ArrayList<>()).add(run);
    }

    Iterable<String> kinds() {
        return runs.keySet();
    }

    double median(String what, ToDoubleFunction<TimedProcess> figure) {
        return median(runs.get(what).stream().map(figure::applyAsDouble).toList());
    }

    /** Of the wall time of a run to that of the script on the same files; pair by pair, since a busy machine slows both. */
    double ratio(String what) {
        List<TimedProcess> ours = runs.get(what);
        List<TimedProcess> script = runs.get(what.equals(COLD) ? SCRIPT : SCRIPT_AT_NIGHT);
        List<Double> ratios = new ArrayList<>();
        for (int pair = 0; pair < ours.size(); pair++) {
            ratios.add(ours.get(pair).wallSeconds() / script.get(pair).wallSeconds());
        }
        return median(ratios);
    }

    private static double median(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    void print(long children, long rows, long megabytes) {
        System.out.printf(Locale.ROOT, "%d children, %d rows, %d MB%n", children, rows, megabytes);
        for (String what : kinds()) {
            System.out.printf(
                    Locale.ROOT,
                    "%s: wall %.1f s, CPU %.1f s, peak memory %.0f MB (medians of %d)%n",
                    what,
                    median(what, TimedProcess::wallSeconds),
                    median(what, TimedProcess::cpuSeconds),
                    median(what, TimedProcess::peakMegabytes),
                    runs.get(what).size());
        }
        for (String what : List.of(COLD, WARM, NIGHTLY, NOTHING_CHANGED)) {
            System.out.printf(Locale.ROOT, "%s: ratio %.2f%n", what, ratio(what));
        }
        System.out.printf(
                Locale.ROOT, "rows a second (cold full): %.0f%n", rows / median(COLD, TimedProcess::wallSeconds));
    }
}
