package org.osteocohort.publish;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of runs: when it started, in UTC, and the first digits of the job's digest, so that names sort by time. */
public final class RunId {
    private static final DateTimeFormatter START =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int DIGEST_DIGITS = 8;
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{8,}");
    private static final Pattern NAME = Pattern.compile("\\d{8}T\\d{6}Z-[0-9a-f]{8}");

    private RunId() {}

    /**
     * The name of a run.
     *
     * @param jobDigest in lower-case hexadecimal digits
     */
    public static String of(Instant started, String jobDigest) {
        if (!DIGEST.matcher(jobDigest).matches()) {
            throw new IllegalArgumentException("a job digest has at least 8 hexadecimal digits");
        }
        return START.format(started) + "-" + jobDigest.substring(0, DIGEST_DIGITS);
    }

    static boolean isRunId(String name) {
        return NAME.matcher(name).matches();
    }
}
