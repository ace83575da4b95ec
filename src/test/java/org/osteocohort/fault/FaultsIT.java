package org.osteocohort.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osteocohort.fingerprint.Digest;
import org.osteocohort.publish.OutputFolder;
import org.osteocohort.publish.RunFolder;
import org.osteocohort.testkit.DuckDb;
import org.osteocohort.testkit.Faults;
import org.osteocohort.testkit.Program;
import org.osteocohort.testkit.TraceableExtract;

/**
 * The packaged program is killed, locked out, given a cluster and robbed of it. However it ends: the latest run is
 * whole, its bytes depend on nothing but the data, and no identifier of a child stands in a log or a report.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsIT {
    /** What tells of the run before, and the list that holds its checksum: a first run has none to be compared with. */
    private static final Set<String> OF_THE_LAST_RUN = Set.of("reports/trends.parquet", "reports/SHA256SUMS");

    private static final long SEED = 20_261_123;
    private static final int FEW_CHILDREN = 100;
    /** So many that the cluster is still at work when it loses a worker. */
    private static final int CHILDREN_FOR_A_WHILE = 5_000;

    private static final long ROWS_PER_FILE = 5_000;

    @TempDir
    private static Path folder;

    private TraceableExtract few;
    /** The bytes of a run that nothing disturbed, and how long it took. */
    private Map<String, String> undisturbed;

    private long nanos;

    @BeforeAll
    void runUndisturbed() throws Exception {
        few = TraceableExtract.write(Files.createDirectory(folder.resolve("few")), FEW_CHILDREN, 0);
        long began = System.nanoTime();
        assertThat(Program.run(log("first"), run(few, few.output()))).isZero();
        nanos = System.nanoTime() - began;
        undisturbed = tables(few.output());
    }

    private static Path log(String name) throws IOException {
        return Files.createDirectories(folder.resolve("logs")).resolve(name);
    }

    private static String[] run(TraceableExtract extract, Path output) {
        return new String[] {
            "run",
            extract.job().toString(),
            "--output",
            output.toString(),
            "--event-log",
            folder.resolve("events").toString()
        };
    }

    /** Every table of the latest run but {@link #OF_THE_LAST_RUN}, restricted ones too, and what describes them. */
    private static Map<String, String> tables(Path output) throws IOException {
        OutputFolder published = OutputFolder.of(output);
        String runId = published.latest().orElseThrow();
        assertThat(published.verify(runId)).isEmpty();
        assertThat(output.resolve("runs")).isDirectoryNotContaining("glob:**/.*");
        Path run = published.run(runId).path();
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(run)) {
            files.filter(Files::isRegularFile)
                    .map(run::relativize)
                    .filter(file -> file.getNameCount() > 1)
                    .forEach(file -> digests.put(file.toString(), Digest.ofFile(run.resolve(file))));
        }
        assertThat(digests.keySet()).containsAll(OF_THE_LAST_RUN);
        digests.keySet().removeAll(OF_THE_LAST_RUN);
        assertThat(digests).containsKeys("reports/prevalence.parquet", "restricted/patients/part-00000.parquet");
        return digests;
    }

    private static void assertNothingLeaks(TraceableExtract extract, Path... places) throws Exception {
        assertThat(TraceableExtract.textBelow(folder.resolve("events"))).contains("SparkListenerTaskEnd");
        List<Path> all = new ArrayList<>(List.of(places));
        all.addAll(List.of(folder.resolve("logs"), folder.resolve("events")));
        for (Path place : all) {
            assertThat(extract.leaksBelow(place)).isEmpty();
        }
    }

    /** Also what the runs said and published that no test looked through. */
    @AfterAll
    void findNoLeak() throws Exception {
        List<Path> outputs = new ArrayList<>();
        try (DirectoryStream<Path> places = Files.newDirectoryStream(folder)) {
            for (Path place : places) {
                if (Files.exists(place.resolve("runs"))) {
                    outputs.add(place);
                }
            }
        }
        assertThat(outputs).isNotEmpty();
        assertNothingLeaks(few, outputs.toArray(Path[]::new));
    }

    /** The scan itself must be able to find something. */
    @Test
    void whatLeaksIsFound() throws Exception {
        Path place = Files.createDirectory(folder.resolve("leak"));
        Path run = OutputFolder.of(few.output())
                .run(OutputFolder.of(few.output()).latest().orElseThrow())
                .path();
        for (String table : List.of("patients", "evidence")) {
            Files.copy(run.resolve("restricted/" + table + "/part-00000.parquet"), place.resolve(table + ".parquet"));
        }
        String child = new DuckDb()
                .rows("SELECT min(person_id) FROM '" + few.omop() + "/person.parquet'")
                .get(0);
        try (OutputStream file = Files.newOutputStream(place.resolve("events_1_local.zstd"));
                OutputStream packing = new ZstdOutputStream(file)) {
            packing.write(("{\"Message\":\"row of " + child + "\"}\n").getBytes(StandardCharsets.UTF_8));
        }
        List<String> leaks = few.leaksBelow(place);
        assertThat(leaks).anyMatch(leak -> leak.contains("events_1_local.zstd: identifier"));
        for (String kind :
                List.of("patients.parquet: identifier", "patients.parquet: date", "evidence.parquet: value")) {
            assertThat(leaks).as(kind).filteredOn(leak -> leak.contains(kind)).hasSizeGreaterThan(FEW_CHILDREN / 4);
        }
    }

    /** Every other run finds no cache, and so has everything to do. */
    @Test
    void killedAtAnyMomentLatestIsWholeAndTheNextRunSucceeds() throws Exception {
        Random random = new Random(SEED);
        OutputFolder output = OutputFolder.of(few.output());
        int killed = 0;
        for (int trial = 0; killed < Faults.trials(2, 50); trial++) {
            if (trial % 2 == 0) {
                removeCache(few.output());
            }
            Process process = Program.start(log("killed"), run(few, few.output()));
            boolean ended = process.waitFor((long) (random.nextDouble() * nanos), TimeUnit.NANOSECONDS);
            process.destroyForcibly().waitFor();
            killed += ended ? 0 : 1;
            assertThat(output.verify(output.latest().orElseThrow()))
                    .as("trial %d", trial)
                    .isEmpty();
        }
        assertThat(Program.run(log("last"), run(few, few.output()))).isZero();
        assertThat(tables(few.output())).isEqualTo(undisturbed);
        assertThat(Program.run(log("verified"), "runs", "verify", few.output().toString()))
                .isZero();
        assertNothingLeaks(few, few.output());
    }

    private static void removeCache(Path output) throws IOException {
        Path cache = output.resolve(OutputFolder.CACHE);
        if (Files.exists(cache)) {
            try (Stream<Path> paths = Files.walk(cache)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    @Tag(Faults.TAG)
    void theNumberOfCoresChangesNoByte(int cores) throws Exception {
        Path output = folder.resolve("cores-" + cores);
        Process process = Program.startWith(
                log("cores"),
                List.of("-Dspark.master=local[" + cores + "]", "-Dspark.sql.shuffle.partitions=" + (7 * cores)),
                run(few, output));
        assertThat(Program.end(process)).isZero();
        assertThat(tables(output)).isEqualTo(undisturbed);
    }

    /** An hour is missing on a day, a letter of the alphabet is another: see also the tests of birthdays. */
    @Test
    @Tag(Faults.TAG)
    void zoneAndLanguageOfTheMachineChangeNoByte() throws Exception {
        Path output = folder.resolve("zone");
        Process process = Program.startWith(
                log("zone"),
                List.of("-Duser.timezone=Pacific/Apia", "-Duser.language=tr", "-Duser.country=TR"),
                run(few, output));
        assertThat(Program.end(process)).isZero();
        assertThat(tables(output)).isEqualTo(undisturbed);
    }

    @Test
    @Tag(Faults.TAG)
    void ofTwoRunsThatAreStartedTogetherOneDoesTheWork() throws Exception {
        Path output = folder.resolve("together");
        Process one = Program.start(log("together-1"), run(few, output));
        Process other = Program.start(log("together-2"), run(few, output));
        assertThat(List.of(Program.end(one), Program.end(other))).containsExactlyInAnyOrder(0, 5);
        assertThat(tables(output)).isEqualTo(undisturbed);
    }

    @Test
    void whileAnotherProcessWorksOnTheOutputNothingIsDone() throws Exception {
        Path output = folder.resolve("locked");
        try (RunFolder ours = OutputFolder.of(output).start(Instant.now(), "0123456789abcdef", stage -> {})) {
            assertThat(Program.run(log("locked"), run(few, output))).isEqualTo(5);
            assertThat(ours.root()).isDirectory();
            assertThat(log("locked"))
                    .content()
                    .contains("another run works on this output: " + ours.runId() + " on host ")
                    .contains("process " + ProcessHandle.current().pid())
                    .endsWith("(exit code 5: locked by another run)\n");
        }
    }

    @Test
    @Tag(Faults.TAG)
    void onTwoWorkersTheBytesAreThoseOfThisMachine() throws Exception {
        Path output = folder.resolve("cluster-output");
        try (LocalCluster cluster = LocalCluster.start(folder.resolve("cluster"), 2)) {
            Process driver = cluster.submit("driver", List.of(), List.of(run(few, output)));
            assertThat(Program.end(driver)).as(cluster.text("driver")).isZero();
            assertThat(tables(output)).isEqualTo(undisturbed);
        }
        assertNothingLeaks(few, output, folder.resolve("cluster"));
    }

    /** As a worker does whose memory does not hold the rows of a part of the children. */
    @Test
    @Tag(Faults.TAG)
    void whatIsSpilledToDiskComesBack() throws Exception {
        Path output = folder.resolve("spill-output");
        Path events = Files.createDirectory(folder.resolve("spill-events"));
        List<String> settings = List.of(
                "spark.shuffle.spill.numElementsForceSpillThreshold=100",
                "spark.eventLog.enabled=true",
                "spark.eventLog.dir=" + events.toUri());
        String[] run = {"run", few.job().toString(), "--output", output.toString()};
        try (LocalCluster cluster = LocalCluster.start(folder.resolve("spill"), 2)) {
            Process driver = cluster.submit("driver", settings, List.of(run));
            assertThat(Program.end(driver)).as(cluster.text("driver")).isZero();
        }
        assertThat(TraceableExtract.textBelow(events)).containsPattern("\"Disk Bytes Spilled\":[1-9]");
        assertThat(tables(output)).isEqualTo(undisturbed);
        assertNothingLeaks(few, output, events, folder.resolve("spill"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"worker", "executor"})
    @Tag(Faults.TAG)
    void aLostWorkerOrExecutorChangesNoByte(String lost) throws Exception {
        Path place = Files.createDirectory(folder.resolve("lost-" + lost));
        TraceableExtract extract = TraceableExtract.write(place, CHILDREN_FOR_A_WHILE, ROWS_PER_FILE);
        Path output = place.resolve("cluster-output");
        try (LocalCluster cluster = LocalCluster.start(place.resolve("cluster"), 2)) {
            Process driver = cluster.submit("driver", List.of(), List.of(run(extract, output)));
            awaitScan(output);
            assertThat(driver.isAlive()).as("the run is still at work").isTrue();
            cluster.kill(2, lost.equals("worker"));
            assertThat(Program.end(driver)).as(cluster.text("driver")).isZero();
            assertThat(cluster.text("worker-1") + cluster.text("driver")).isNotEmpty();
        }
        assertThat(Program.run(log("alone-" + lost), run(extract, extract.output())))
                .isZero();
        assertThat(tables(output)).isEqualTo(tables(extract.output()));
        assertNothingLeaks(extract, output, place.resolve("cluster"));
    }

    /** Waits until the tasks that read the extract write what they found. */
    private static void awaitScan(Path output) throws InterruptedException {
        Path written = output.resolve(OutputFolder.CACHE).resolve(".rows/_temporary");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Program.LONGEST_SECONDS);
        while (Files.notExists(written)) {
            assertThat(System.nanoTime()).as("the extract is being read").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    @Test
    @Tag(Faults.TAG)
    void aFullScratchDiskOfSparkIsNamed() throws Exception {
        Path scratch = Files.createDirectory(folder.resolve("scratch"));
        Process mount =
                new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=40k", "tmpfs", scratch.toString()).start();
        assumeTrue(mount.waitFor() == 0, "this user mounts no disk");
        try {
            String[] command = run(few, folder.resolve("scratch-output"));
            Process process = Program.startWith(log("scratch"), List.of("-Dspark.local.dir=" + scratch), command);
            assertThat(Program.end(process)).isEqualTo(6);
            assertThat(log("scratch")).content().contains("no space is left for what Spark keeps between stages");
        } finally {
            new ProcessBuilder("umount", "-l", scratch.toString()).start().waitFor();
        }
        assertNothingLeaks(few);
    }
}
