package org.osteocohort.fault;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.osteocohort.testkit.Program;

/** A standalone cluster of Spark on the loopback address: a master and workers of one core, from the Maven jars. */
final class LocalCluster implements AutoCloseable {
    private static final String HOST = "127.0.0.1";

    private final Path home;
    private final int port;
    private final List<Process> processes = new ArrayList<>();

    private LocalCluster(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    static LocalCluster start(Path home, int workers) throws IOException, InterruptedException {
        Files.createDirectories(home.resolve("conf"));
        Files.createDirectories(home.resolve("jars"));
        for (Path jar : Program.sparkJars()) {
            Files.createSymbolicLink(home.resolve("jars").resolve(jar.getFileName()), jar);
        }
        // The cluster's own messages must show what a site's would, so its log is that of Spark, not ours.
        LocalCluster cluster = new LocalCluster(home, freePort());
        cluster.launch(
                "master",
                "org.apache.spark.deploy.master.Master",
                "--host",
                HOST,
                "--port",
                "" + cluster.port,
                "--webui-port",
                "0");
        cluster.await("master", "I have been elected leader", 1);
        for (int worker = 1; worker <= workers; worker++) {
            cluster.launch(
                    "worker-" + worker,
                    "org.apache.spark.deploy.worker.Worker",
                    "--host",
                    HOST,
                    "--cores",
                    "1",
                    "--memory",
                    "1g",
                    "--webui-port",
                    "0",
                    "--work-dir",
                    home.resolve("work-" + worker).toString(),
                    cluster.url());
        }
        for (int worker = 1; worker <= workers; worker++) {
            cluster.await("worker-" + worker, "Successfully registered with master", 1);
        }
        return cluster;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        }
    }

    String url() {
        return "spark://" + HOST + ":" + port;
    }

    private Path log(String name) {
        return home.resolve(name + ".log");
    }

    private Process launch(String name, String... command) throws IOException {
        List<String> all = new ArrayList<>(List.of(Program.java(), "-Xmx512m", "-XX:TieredStopAtLevel=1"));
        all.addAll(Program.moduleOptions());
        all.addAll(List.of("-cp", home.resolve("conf") + ":" + home.resolve("jars") + "/*"));
        all.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(name).toFile()));
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", HOST);
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    /**
     * Gives the packaged jar to spark-submit.
     *
     * @param settings more of Spark's, each {@code name=value}
     */
    Process submit(String name, List<String> settings, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                url(),
                "--class",
                "org.osteocohort.cli.OsteoCohort",
                "--driver-memory",
                "512m",
                "--executor-memory",
                "512m",
                "--conf",
                "spark.driver.host=" + HOST,
                "--conf",
                "spark.driver.bindAddress=" + HOST,
                "--conf",
                "spark.scheduler.minRegisteredResourcesRatio=1.0",
                "--conf",
                "spark.ui.enabled=false"));
        settings.forEach(setting -> command.addAll(List.of("--conf", setting)));
        command.add(Program.JAR.toString());
        command.addAll(arguments);
        return launch(name, command.toArray(String[]::new));
    }

    String text(String name) throws IOException {
        return Files.exists(log(name)) ? Files.readString(log(name), StandardCharsets.ISO_8859_1) : "";
    }

    /** Waits until a log says something so often. */
    void await(String name, String words, int times) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Program.LONGEST_SECONDS);
        while (text(name).split(words, -1).length <= times) {
            if (System.nanoTime() > end) {
                throw new AssertionError("no '" + words + "' in the log of " + name);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** Kills the executors of a worker, and the worker too when the whole machine is lost. */
    void kill(int worker, boolean wholeMachine) {
        Process process = processes.get(worker);
        List<ProcessHandle> executors = process.descendants().toList();
        if (executors.isEmpty()) {
            throw new AssertionError("the worker has nothing to do");
        }
        if (wholeMachine) {
            process.destroyForcibly();
        }
        executors.forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (Process process : processes) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        // Otherwise JUnit warns of every link that it removes with the folder.
        for (Path jar : Program.sparkJars()) {
            Files.delete(home.resolve("jars").resolve(jar.getFileName()));
        }
    }
}
