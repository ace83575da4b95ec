package org.osteocohort.job;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A folder for results: of this machine, or of a store that Hadoop knows by the scheme of a URL.
 *
 * @param text an absolute local path, or a URL such as {@code s3a://bucket/osteoporosis} without a slash at its end
 */
public record OutputLocation(String text) {
    private static final String SCHEME_END = "://";

    public OutputLocation {
        Objects.requireNonNull(text, "text");
        while (text.length() > 1 && text.endsWith("/") && !text.endsWith(SCHEME_END)) {
            text = text.substring(0, text.length() - 1);
        }
    }

    /** A local folder. */
    public static OutputLocation of(Path folder) {
        return new OutputLocation(folder.toAbsolutePath().normalize().toString());
    }

    public boolean isLocal() {
        return !text.contains(SCHEME_END);
    }

    /**
     * The local folder.
     *
     * @throws IllegalStateException when it is none
     */
    public Path path() {
        if (!isLocal()) {
            throw new IllegalStateException(text + " is no local folder");
        }
        return Path.of(text);
    }

    /** As Hadoop wants it. */
    public URI uri() {
        return isLocal() ? path().toUri() : URI.create(text);
    }

    /** A file or folder in it. */
    public OutputLocation resolve(String name) {
        return isLocal() ? of(path().resolve(name)) : new OutputLocation(text + "/" + name);
    }

    @Override
    public String toString() {
        return text;
    }
}
