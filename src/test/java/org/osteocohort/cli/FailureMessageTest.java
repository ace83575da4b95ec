package org.osteocohort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osteocohort.job.FailureNotice;

class FailureMessageTest {
    private static final FailureMessage MESSAGE = new FailureMessage(
            "bones", "20260105T023000Z-abcdef12", ExitCode.BAD_INPUT, "java.lang.Exception", "reading the extracts");

    @TempDir
    private Path folder;

    private static String send(FailureNotice notice) {
        StringWriter err = new StringWriter();
        MESSAGE.send(notice, new PrintWriter(err, true));
        return err.toString().strip();
    }

    private static String post(int status, CompletableFuture<String> received) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", exchange -> {
            received.complete(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?secret=hush";
            return send(new FailureNotice(List.of(), URI.create(address)));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void theMessageHoldsWhatFailedAndNoData() throws IOException {
        JsonNode json = new ObjectMapper().readTree(MESSAGE.json());
        assertThat(json).isEqualTo(new ObjectMapper().readTree("""
                {"job": "bones", "run_id": "20260105T023000Z-abcdef12", "exit_code": 3, "meaning": "bad input",
                 "failure": "java.lang.Exception", "stage": "reading the extracts"}"""));
    }

    @Test
    void theAddressIsCalledWithTheMessage() throws Exception {
        CompletableFuture<String> received = new CompletableFuture<>();
        assertThat(post(204, received)).isEmpty();
        assertThat(received.get(10, TimeUnit.SECONDS)).isEqualTo(MESSAGE.json());
    }

    @Test
    void anAddressThatRefusesOrIsNotThereIsToldWithoutItsSecret() throws Exception {
        assertThat(post(500, new CompletableFuture<>())).isEqualTo("notify.url answered with status 500");
        assertThat(send(new FailureNotice(List.of(), URI.create("http://127.0.0.1:1/hook?secret=hush"))))
                .isEqualTo("notify.url could not be reached");
    }

    @Test
    void theCommandGetsTheMessageAndTheEnvironment() throws IOException {
        Path told = folder.resolve("told");
        String script = "cat > \"$1\"; echo \" $OSTEOCOHORT_EXIT_CODE $OSTEOCOHORT_RUN_ID $OSTEOCOHORT_JOB\" >> \"$1\"";
        assertThat(send(new FailureNotice(List.of("sh", "-c", script, "sh", told.toString()), null)))
                .isEmpty();
        assertThat(Files.readString(told)).isEqualTo(MESSAGE.json() + " 3 20260105T023000Z-abcdef12 bones\n");
    }

    @Test
    void aCommandThatFailsOrIsNotThereIsTold() {
        assertThat(send(new FailureNotice(List.of("sh", "-c", "exit 7"), null)))
                .isEqualTo("notify.command ended with exit code 7");
        assertThat(send(new FailureNotice(List.of(folder.resolve("absent").toString()), null)))
                .isEqualTo("notify.command could not be started");
    }
}
