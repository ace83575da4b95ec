package org.osteocohort.source.fhir;

import java.io.Serializable;
import java.util.Objects;
import org.osteocohort.source.files.TextLine;

/**
 * A line of an export, with what stands in another file and is needed to read it.
 *
 * @param medication to which the drug record of the line points; null when it points to none, or to one that is not there
 *     or does not tell what drug it is
 */
record ResourceLine(TextLine line, Medication medication) implements Serializable {
    ResourceLine {
        Objects.requireNonNull(line, "line");
    }

    /** A line that needs nothing else. */
    static ResourceLine alone(TextLine line) {
        return new ResourceLine(line, null);
    }
}
