package org.osteocohort.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a process took and said.
 *
 * @param wallSeconds from start to end
 * @param cpuSeconds of all cores, user and system; on a shared machine the number to compare
 * @param peakMegabytes resident, as Linux tells; 0 elsewhere
 */
record TimedProcess(double wallSeconds, double cpuSeconds, long peakMegabytes, String out) {
    private static final int POLL_MILLISECONDS = 20;
    private static final double NANOSECONDS = 1e9;

    /**
     * Runs a command to its end.
     *
     * @throws IllegalStateException when it fails; says what it printed
     */
    static TimedProcess of(List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile("benchmark", ".out");
        Path messages = Files.createTempFile("benchmark", ".err");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(messages.toFile())
                .start();
        long peak = 0;
        double cpu = 0;
        while (!process.waitFor(POLL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peakMegabytes(process.pid()));
            cpu = Math.max(cpu, cpuSeconds(process));
        }
        double wall = (System.nanoTime() - start) / NANOSECONDS;
        String printed = Files.readString(out);
        if (process.exitValue() != 0) {
            throw new IllegalStateException(
                    String.join(" ", command) + " failed:\n" + Files.readString(messages) + printed);
        }
        Files.delete(out);
        Files.delete(messages);
        return new TimedProcess(wall, cpu, peak, printed);
    }

    private static double cpuSeconds(Process process) {
        return process.info()
                .totalCpuDuration()
                .map(time -> time.toNanos() / NANOSECONDS)
                .orElse(0.0);
    }

    private static long peakMegabytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }
}
