package org.osteocohort.cli;

/** How a run is summed up. */
enum SummaryFormat {
    TEXT,
    /** One JSON object, for programs; numbers are those of the published reports. */
    JSON
}
