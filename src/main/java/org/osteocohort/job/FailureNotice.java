package org.osteocohort.job;

import java.net.URI;
import java.util.List;

/**
 * Whom to tell when a run fails. What is told holds no data.
 *
 * @param command a program and its arguments; empty for none
 * @param url an http or https address that takes a POST of JSON; null for none
 */
public record FailureNotice(List<String> command, URI url) {
    /** Nobody. */
    public static final FailureNotice NONE = new FailureNotice(List.of(), null);

    public FailureNotice {
        command = List.copyOf(command);
    }
}
