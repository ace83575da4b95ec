package org.osteocohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With what {@code jobs/osteocohort} starts Java, seen by a Java that only notes what it is given. */
class LauncherTest {
    private static final String JAVA = """
            #!/usr/bin/env bash
            if [[ " $* " == *" -XshowSettings:properties "* ]]; then
                echo "    java.specification.version = 17"
                echo "    java.home = $JAVA_HOME"
                exit
            fi
            for argument in "$@"; do
                [[ $argument != -XX:ArchiveClassesAtExit=* ]] || echo classes > "${argument#*=}"
            done
            printf '%s ' "$@" >> "$JAVA_HOME/started"
            echo >> "$JAVA_HOME/started"
            """;

    @TempDir
    private Path folder;

    private Path project;

    @BeforeEach
    void putAProjectThatIsBuilt() throws IOException {
        project = folder.resolve("project");
        Files.createDirectories(project.resolve("src/main"));
        Files.createDirectories(project.resolve("target"));
        Files.createDirectories(project.resolve("jobs"));
        Files.createDirectories(folder.resolve("bin"));
        Files.createDirectories(folder.resolve("lib"));
        Files.writeString(folder.resolve("lib/modules"), "");
        Files.writeString(project.resolve("pom.xml"), "");
        Files.copy(
                Path.of("jobs/osteocohort"), project.resolve("jobs/osteocohort"), StandardCopyOption.COPY_ATTRIBUTES);
        Path spark = Files.writeString(folder.resolve("spark.jar"), "");
        Files.writeString(project.resolve("target/spark.classpath"), spark.toString());
        Files.writeString(project.resolve("target/osteocohort.jar"), "");
        Path java = Files.writeString(folder.resolve("bin/java"), JAVA);
        assertThat(java.toFile().setExecutable(true)).isTrue();
    }

    /** The arguments of each Java that was started. */
    private List<List<String>> launch(String... arguments) throws Exception {
        Files.deleteIfExists(folder.resolve("started"));
        List<String> command = new ArrayList<>(List.of("jobs/osteocohort"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().put("JAVA_HOME", folder.toString());
        builder.environment().remove("OSTEOCOHORT_JAVA_OPTIONS");
        builder.environment().remove("OSTEOCOHORT_SPARK_CLASSPATH");
        assertThat(builder.start().waitFor())
                .as(() -> "what it said: " + said())
                .isZero();
        return Files.readAllLines(folder.resolve("started")).stream()
                .map(line -> Arrays.asList(line.strip().split(" ")))
                .toList();
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException exception) {
            return exception.toString();
        }
    }

    /** A job on an extract of this size. */
    private String job(int megabytes) throws IOException {
        Path extract = Files.createDirectories(project.resolve("extract-" + megabytes));
        Files.write(extract.resolve("person.csv"), new byte[megabytes << 20]);
        Path job = project.resolve("job-" + megabytes + ".yaml");
        Files.writeString(job, "extracts:\n  - site: North\n    path: " + extract + "\n");
        return job.toString();
    }

    @Test
    void theClassesOfARunAreKeptOnceAndThenStartedFrom() throws Exception {
        String kept = "-XX:SharedArchiveFile=" + project.resolve("target/classes-17.jsa");
        List<List<String>> first = launch("--version");
        assertThat(first).hasSize(2);
        assertThat(first.get(0))
                .anyMatch(option -> option.startsWith("-XX:ArchiveClassesAtExit="))
                .contains("run");
        assertThat(first.get(1)).contains(kept).endsWith("org.osteocohort.cli.OsteoCohort", "--version");
        List<List<String>> second = launch("--version");
        assertThat(second).hasSize(1);
        assertThat(second.get(0)).contains(kept);
    }

    @Test
    void littleDataGetsTheFirstCompilerOnlyAndMuchDataTheSecondLate() throws Exception {
        launch("--version");
        assertThat(launch("run", job(1)).get(0))
                .contains("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
                .doesNotContain("-XX:+UseParallelGC");
        String large = job(17);
        assertThat(launch("run", large).get(0))
                .contains("-XX:+UseParallelGC", "-XX:Tier4InvocationThreshold=25000")
                .doesNotContain("-XX:TieredStopAtLevel=1");
        assertThat(launch("run", job(1), "--set", "extracts[0].path=elsewhere").get(0))
                .as("nobody knows how much it is")
                .contains("-XX:+UseParallelGC");
    }
}
