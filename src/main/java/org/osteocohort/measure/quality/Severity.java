package org.osteocohort.measure.quality;

import java.util.Locale;

/** What a failed check means. */
public enum Severity {
    /** The run is not published. */
    FATAL,
    /** The numbers are published; who reads them should know. */
    CONVENTION,
    /** Tells what the data are like, good or bad. */
    CHARACTERIZATION;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
