package org.osteocohort.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.osteocohort.job.FailureNotice;

/**
 * Tells whoever a job names that its run failed. The message holds the exit code, the kind of failure, the stage, the
 * job and the run; never a message of the failure, which could hold data. That nobody could be told changes nothing of
 * how the run ends.
 *
 * @param kind the class of the failure
 * @param stage what was being done
 */
record FailureMessage(String job, String runId, ExitCode code, String kind, String stage) {
    private static final Duration LONGEST_CALL = Duration.ofSeconds(10);
    private static final long LONGEST_COMMAND_SECONDS = 60;
    private static final int FIRST_BAD_STATUS = 300;

    /** One JSON object. */
    String json() {
        return new ObjectMapper()
                .createObjectNode()
                .put("job", job)
                .put("run_id", runId)
                .put("exit_code", code.number())
                .put("meaning", code.meaning())
                .put("failure", kind)
                .put("stage", stage)
                .toString();
    }

    /** Starts the command and calls the address, if there are any; troubles with that are told in a line each. */
    void send(FailureNotice notice, PrintWriter err) {
        if (!notice.command().isEmpty()) {
            start(notice.command(), err);
        }
        if (notice.url() != null) {
            post(notice.url(), err);
        }
        err.flush();
    }

    private void start(List<String> command, PrintWriter err) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("OSTEOCOHORT_JOB", job);
        builder.environment().put("OSTEOCOHORT_RUN_ID", runId);
        builder.environment().put("OSTEOCOHORT_EXIT_CODE", Integer.toString(code.number()));
        try {
            Process process = builder.start();
            giveInput(process);
            if (!process.waitFor(LONGEST_COMMAND_SECONDS, TimeUnit.SECONDS)) {
                process.destroy();
                err.println("notify.command did not end within " + LONGEST_COMMAND_SECONDS + " s");
            } else if (process.exitValue() != 0) {
                err.println("notify.command ended with exit code " + process.exitValue());
            }
        } catch (IOException exception) {
            err.println("notify.command could not be started");
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
        }
    }

    private void giveInput(Process process) {
        try (OutputStream input = process.getOutputStream()) {
            input.write(json().getBytes(StandardCharsets.UTF_8));
        } catch (IOException exception) {
            // A command need not read what it is told.
        }
    }

    /** Addresses of chat rooms hold secrets, so the address is never told. */
    private void post(URI url, PrintWriter err) {
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(LONGEST_CALL)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json()))
                .build();
        try {
            int status = HttpClient.newBuilder()
                    .connectTimeout(LONGEST_CALL)
                    .build()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status >= FIRST_BAD_STATUS) {
                err.println("notify.url answered with status " + status);
            }
        } catch (IOException exception) {
            err.println("notify.url could not be reached");
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
        }
    }
}
