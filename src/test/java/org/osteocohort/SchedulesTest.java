package org.osteocohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schedule files, checked as far as it goes without the platforms they are for. */
class SchedulesTest {
    private static final Path SCHEDULES = Path.of("jobs/schedules");
    private static final String RUN = "run /etc/osteocohort/job.yaml";

    @TempDir
    private Path folder;

    private static List<JsonNode> kubernetes;

    @BeforeAll
    static void readYaml() throws IOException {
        YAMLFactory yaml = new YAMLFactory();
        kubernetes = new ObjectMapper(yaml)
                .readerFor(JsonNode.class)
                .<JsonNode>readValues(yaml.createParser(resolved("kubernetes.yaml")))
                .readAll();
    }

    /** Jackson leaves aliases as they are; a cluster's reader does not. */
    private static String resolved(String file) throws IOException {
        Object loaded = null;
        List<String> documents = new ArrayList<>();
        for (Object document : new org.yaml.snakeyaml.Yaml().loadAll(Files.readString(SCHEDULES.resolve(file)))) {
            loaded = document;
            documents.add(new ObjectMapper().writeValueAsString(loaded));
        }
        assertThat(loaded).isNotNull();
        return String.join("\n---\n", documents);
    }

    private static String text(String file) throws IOException {
        return Files.readString(SCHEDULES.resolve(file));
    }

    private static Output output(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException absent) {
            assumeTrue(false, command[0] + " is not installed");
            throw absent;
        }
        String told = new String(process.getInputStream().readAllBytes());
        return new Output(process.waitFor(), told);
    }

    private record Output(int code, String text) {}

    @ParameterizedTest
    @ValueSource(strings = {"jobs/schedules/spark-submit.sh", "jobs/osteocohort"})
    void scriptsAreGoodShellAndCanBeStarted(String script) throws Exception {
        assertThat(output("bash", "-n", script)).isEqualTo(new Output(0, ""));
        assertThat(Path.of(script)).isExecutable();
    }

    @Test
    void sparkSubmitIsGivenTheJarTheClassAndTheJob() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path submit = bin.resolve("spark-submit");
        Files.writeString(submit, "#!/bin/sh\nprintf '%s\\n' \"$@\"\nexit 3\n");
        assertThat(submit.toFile().setExecutable(true)).isTrue();
        ProcessBuilder builder =
                new ProcessBuilder("bash", SCHEDULES.resolve("spark-submit.sh").toString(), "a job.yaml", "--full");
        builder.environment().put("SPARK_HOME", folder.toString());
        builder.environment().put("SPARK_MASTER", "spark://here:7077");
        Process process = builder.start();
        String told = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as("the exit code is passed on").isEqualTo(3);
        List<String> arguments = told.lines().toList();
        assertThat(arguments)
                .containsSubsequence("--class", "org.osteocohort.cli.OsteoCohort")
                .containsSubsequence("--deploy-mode", "client")
                .containsSubsequence("--master", "spark://here:7077")
                .endsWith(Path.of("target/osteocohort.jar").toAbsolutePath().toString(), "run", "a job.yaml", "--full");
    }

    @Test
    void withoutAJobTheScriptTellsHowItIsUsed() throws Exception {
        Output told = output("bash", SCHEDULES.resolve("spark-submit.sh").toString());
        assertThat(told.code()).isEqualTo(2);
        assertThat(told.text()).startsWith("usage: ");
    }

    @Test
    void systemdAcceptsServiceAndTimer() throws Exception {
        // The program is not installed where a site would install it, so another one stands in for it here.
        String service = text("osteocohort.service");
        assertThat(service).contains("ExecStart=/opt/osteocohort/jobs/osteocohort " + RUN);
        Files.writeString(
                folder.resolve("osteocohort.service"),
                service.replace("/opt/osteocohort/jobs/osteocohort", "/bin/true")
                        .replaceAll("(?m)^(User|Group|WorkingDirectory)=.*$", ""));
        Files.copy(SCHEDULES.resolve("osteocohort.timer"), folder.resolve("osteocohort.timer"));
        Output verified = output(
                "systemd-analyze",
                "verify",
                "--man=no",
                folder.resolve("osteocohort.timer").toString(),
                folder.resolve("osteocohort.service").toString());
        assertThat(verified.text().lines().filter(line -> line.contains("osteocohort.")))
                .isEmpty();
    }

    @Test
    void theServiceIsNotRootAndWritesItsResultsOnly() throws IOException {
        assertThat(text("osteocohort.service").lines())
                .contains(
                        "User=osteocohort",
                        "ProtectSystem=strict",
                        "NoNewPrivileges=true",
                        "ReadWritePaths=/srv/osteocohort",
                        "SuccessExitStatus=5")
                .anyMatch(line -> line.startsWith("ReadOnlyPaths=/srv/extract"))
                .anyMatch(line -> line.startsWith("MemoryMax="));
        assertThat(text("osteocohort.timer").lines())
                .contains("Persistent=true", "WantedBy=timers.target")
                .anyMatch(line -> line.startsWith("OnCalendar="));
    }

    @Test
    void everyLineOfTheCrontabIsAScheduleASettingOrAComment() throws IOException {
        List<String> schedules = new ArrayList<>();
        for (String line : text("crontab").lines().toList()) {
            if (line.isEmpty() || line.startsWith("#") || line.matches("[A-Z_]+=\\S+")) {
                continue;
            }
            assertThat(line).matches("([0-9]+|\\*) ([0-9]+|\\*) ([0-9]+|\\*) ([0-9]+|\\*) ([0-9]+|\\*) /\\S+ .*");
            assertThat(line).as("a percent sign ends a command").doesNotContain("%");
            schedules.add(line);
        }
        assertThat(schedules).singleElement().asString().contains(RUN);
    }

    @Test
    void theDagIsPythonAndSubmitsTheJar() throws Exception {
        Output parsed =
                output("python3", "-c", """
                import ast, sys
                tree = ast.parse(open(sys.argv[1]).read())
                calls = {c.func.id: {k.arg for k in c.keywords} for c in ast.walk(tree)
                         if isinstance(c, ast.Call) and isinstance(c.func, ast.Name)}
                print(sorted(calls['DAG']), sorted(calls['SparkSubmitOperator']))
                """, SCHEDULES.resolve("airflow_dag.py").toString());
        assertThat(parsed.code()).as(parsed.text()).isZero();
        assertThat(parsed.text())
                .contains("'catchup'", "'max_active_runs'", "'schedule'")
                .contains("'application'", "'application_args'", "'conn_id'", "'java_class'");
    }

    @Test
    void theScheduleOfKubernetesHasWhatItsDefinitionRequires() {
        JsonNode scheduled = kubernetes.get(0);
        assertThat(scheduled.path("apiVersion").asText()).isEqualTo("sparkoperator.k8s.io/v1beta2");
        assertThat(scheduled.path("kind").asText()).isEqualTo("ScheduledSparkApplication");
        JsonNode spec = scheduled.path("spec");
        assertThat(spec.path("schedule").asText()).matches("(\\S+ ){4}\\S+");
        assertThat(spec.path("concurrencyPolicy").asText()).isEqualTo("Forbid");
        JsonNode template = spec.path("template");
        for (String required : List.of("type", "sparkVersion", "driver", "executor", "mainApplicationFile")) {
            assertThat(template.has(required)).as(required).isTrue();
        }
        assertThat(template.path("mainClass").asText()).isEqualTo("org.osteocohort.cli.OsteoCohort");
        assertThat(template.path("arguments").get(0).asText()).isEqualTo("run");
    }

    @ParameterizedTest
    @ValueSource(strings = {"driver", "executor"})
    void podsAreNotRootHaveLimitsAndCannotWriteTheExtract(String role) {
        JsonNode pod = kubernetes.get(0).path("spec").path("template").path(role);
        for (String context : List.of("podSecurityContext", "securityContext")) {
            assertThat(pod.path(context).path("runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.path(context).path("runAsUser").asInt()).isPositive();
        }
        assertThat(pod.path("securityContext").path("allowPrivilegeEscalation").asBoolean(true))
                .isFalse();
        assertThat(pod.path("securityContext")
                        .path("capabilities")
                        .path("drop")
                        .get(0)
                        .asText())
                .isEqualTo("ALL");
        assertThat(pod.path("memory").asText()).isNotEmpty();
        assertThat(pod.path("coreLimit").asText()).isNotEmpty();
        assertThat(pod.path("volumeMounts").get(0).path("mountPath").asText()).isEqualTo("/extract");
        assertThat(pod.path("volumeMounts").get(0).path("readOnly").asBoolean()).isTrue();
    }

    @Test
    void theAlertNamesEveryExitCode() {
        JsonNode rule = kubernetes.get(1);
        assertThat(rule.path("kind").asText()).isEqualTo("PrometheusRule");
        JsonNode alert = rule.path("spec").path("groups").get(0).path("rules").get(0);
        assertThat(alert.path("expr").asText()).contains("spark-kubernetes-driver");
        for (int code = 1; code <= 6; code++) {
            assertThat(alert.path("annotations").path("action").asText()).contains(code + " ");
        }
    }
}
