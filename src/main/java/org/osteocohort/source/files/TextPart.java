package org.osteocohort.source.files;

import java.io.Serializable;
import java.util.Objects;

/**
 * A part of a text file that one task reads: the lines that start in it.
 *
 * @param file absolute
 * @param name the file as a path within the extract
 * @param start first byte
 * @param end first byte after the part; of a compressed file, which has one part only, beyond all bytes
 * @param linesBefore line ends before the first byte
 */
record TextPart(String file, String name, long start, long end, long linesBefore) implements Serializable {
    TextPart {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(name, "name");
    }

    boolean compressed() {
        return file.endsWith(".gz");
    }
}
