package org.osteocohort.job;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.osteocohort.yaml.YamlObject;

/** Reads the parts of a job file that say how the job is kept running. */
final class OperationReader {
    private static final String NOTIFY = "notify";
    private static final int MOST_RUNS = 10_000;

    private final YamlObject job;

    OperationReader(YamlObject job) {
        this.job = job;
    }

    JobOperation operation(Path folder) {
        return new JobOperation(folder, keepRuns(), notice(), false);
    }

    private int keepRuns() {
        if (!job.has("retention")) {
            return JobOperation.KEEP_ALL;
        }
        YamlObject retention = job.object("retention");
        int keep = retention.integer("keep", 1, MOST_RUNS);
        retention.done();
        return keep;
    }

    private FailureNotice notice() {
        if (!job.has(NOTIFY)) {
            return FailureNotice.NONE;
        }
        YamlObject notice = job.object(NOTIFY);
        List<String> command = notice.texts("command");
        URI url = notice.has("url") ? url(notice) : null;
        if (command.isEmpty() && !notice.has("url")) {
            notice.problem("", "a command, a url or both");
        }
        notice.done();
        return new FailureNotice(command, url);
    }

    private static URI url(YamlObject notice) {
        String text = notice.text("url");
        try {
            URI url = new URI(text);
            boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (web && url.getHost() != null) {
                return url;
            }
        } catch (URISyntaxException exception) {
            // Told below, as any other text that is no address.
        }
        if (!text.isEmpty()) {
            notice.problem("url", "an address that starts with https:// or http://");
        }
        return null;
    }
}
