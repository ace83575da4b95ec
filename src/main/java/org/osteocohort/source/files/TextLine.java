package org.osteocohort.source.files;

import java.io.Serializable;
import java.util.Objects;

/**
 * A line of a text file.
 *
 * @param file as a path within the extract
 * @param number counted from 1
 */
public record TextLine(String file, long number, String text) implements Serializable {
    public TextLine {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(text, "text");
    }
}
