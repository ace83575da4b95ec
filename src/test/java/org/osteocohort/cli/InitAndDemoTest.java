package org.osteocohort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that a newcomer starts with. */
class InitAndDemoTest {
    private static final Path CARRIED = Path.of("jobs", "pediatric-osteoporosis");

    @TempDir
    Path folder;

    private final RecordedWork work = new RecordedWork();

    @Test
    void initWritesAJobThatLacksNothingButTheExtract() throws IOException {
        Executed result = execute("init", path("mine"));
        Executed before = execute("check", path("mine/job.yaml"));
        Files.createDirectory(folder.resolve("mine/extract"));
        Executed after = execute("check", path("mine/job.yaml"));

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("Written: " + path("mine/job.yaml"), "osteocohort check");
        assertThat(before.code()).isEqualTo(2);
        assertThat(before.errLines()).hasSize(2);
        assertThat(before.errLines().get(0)).contains("extracts[0].path");
        assertThat(after.code()).as(after.err()).isZero();
        assertThat(after.out()).contains("extract    my_hospital, omop, " + path("mine/extract"));
    }

    @Test
    void initWritesEveryFileOfTheSampleJob() throws IOException {
        execute("init", path("mine"));

        for (String name : files(CARRIED)) {
            if (!name.equals("sample.yaml")) {
                assertThat(folder.resolve("mine").resolve(name)).as(name).hasSameBinaryContentAs(CARRIED.resolve(name));
            }
        }
        assertThat(folder.resolve("mine/sample.yaml")).doesNotExist();
        assertThat(folder.resolve("mine/job.yaml")).content().doesNotContain("sample-data", "../..", "invented");
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }

    @Test
    void nothingOfTheUsersIsOverwritten() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");

        for (String command : List.of("init", "demo")) {
            Executed result = execute(command, folder.toString());

            assertThat(result.code()).isEqualTo(2);
            assertThat(result.err()).contains("expected a folder that is empty or does not exist yet");
        }
        assertThat(work.done()).isEmpty();
        assertThat(work.requests()).isEmpty();
        assertThat(folder).isDirectoryContaining("glob:**mine.txt").isDirectoryNotContaining("glob:**job.yaml");
    }

    @Test
    void demoGoesFromNothingToAReport() {
        Executed result = execute("demo", path("demo"), "--patients", "30", "--no-open");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(work.requests()).hasSize(1);
        assertThat(work.requests().get(0).patients()).isEqualTo(30);
        assertThat(work.done())
                .containsExactly("run Pediatric osteoporosis at 2026-01-02T03:04:05Z to " + path("demo/output"));
        assertThat(result.out()).contains("The job:    " + path("demo/job.yaml"));
    }

    @Test
    void completionIsWrittenForTheShell() {
        Executed result = execute("generate-completion");

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("complete -F _complete_osteocohort", "phenotypes", "--summary");
    }

    @Test
    void everyCommandTellsWhatItDoesWithAnExample() {
        for (String command : List.of(
                "demo",
                "init",
                "run",
                "check",
                "inspect",
                "runs",
                "generate",
                "explain",
                "codes",
                "phenotypes",
                "generate-completion")) {
            Executed help = execute(command, "--help");

            assertThat(help.code()).isZero();
            assertThat(help.out()).as(command).contains("Example", "osteocohort " + command);
            assertThat(help.out()).as(command).doesNotContain("Nightly cohort analytics", "${");
        }
    }

    private Executed execute(String... arguments) {
        return Executed.of(work, false, arguments);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}
