package org.osteocohort.report;

import java.util.Locale;

/** Where a table of a run stands, and so who may see it. */
public enum Folder {
    /** One row per patient or finer; never leaves the site. */
    RESTRICTED,
    /** Aggregates after disclosure control; free to share. */
    REPORTS;

    /** The folder's name in a run. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
