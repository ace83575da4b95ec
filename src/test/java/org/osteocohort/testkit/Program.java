package org.osteocohort.testkit;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged jar in a JVM of its own, as an operator or a scheduler runs it. */
public final class Program {
    public static final Path JAR = Path.of("target/osteocohort.jar").toAbsolutePath();

    /** A hang is a failure; nothing here takes a tenth of it. */
    public static final long LONGEST_SECONDS = 900;

    private Program() {}

    /** The jars of Spark, as the build listed them. */
    public static List<Path> sparkJars() throws IOException {
        List<Path> jars = new ArrayList<>();
        for (String jar :
                Files.readString(Path.of("target/spark.classpath")).strip().split(":")) {
            jars.add(Path.of(jar));
        }
        return jars;
    }

    /** What the JVM of the tests was told about its modules. */
    public static List<String> moduleOptions() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("--add-opens")
                        || option.startsWith("--enable-native")
                        || option.startsWith("--sun-misc"))
                .toList();
    }

    /** Starts the program; both its streams go to a file. */
    public static Process start(Path log, String... arguments) throws IOException {
        return startWith(log, List.of(), arguments);
    }

    /** Starts the program with more options for its JVM. */
    public static Process startWith(Path log, List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(java(), "-Xmx1g", "-XX:TieredStopAtLevel=1"));
        command.addAll(moduleOptions());
        command.addAll(options);
        command.add("-Dlog4j2.configurationFile=classpath:org/osteocohort/log4j2.properties");
        command.add("-cp");
        command.add(
                JAR + ":" + Files.readString(Path.of("target/spark.classpath")).strip());
        command.add("org.osteocohort.cli.OsteoCohort");
        command.addAll(List.of(arguments));
        return start(log, command);
    }

    /** Starts a class of the tests. */
    public static Process startTestClass(Path log, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(java(), "-Xmx256m", "-XX:TieredStopAtLevel=1"));
        command.addAll(moduleOptions());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return start(log, command);
    }

    public static Process start(Path log, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        return builder.start();
    }

    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The exit code. */
    public static int end(Process process) throws InterruptedException {
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the program hangs");
        }
        return process.exitValue();
    }

    /** Runs the program to its end and gives its exit code. */
    public static int run(Path log, String... arguments) throws IOException, InterruptedException {
        return end(start(log, arguments));
    }
}
