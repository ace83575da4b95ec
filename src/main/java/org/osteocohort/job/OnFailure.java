package org.osteocohort.job;

/** What becomes of a run when an extract cannot be used. */
public enum OnFailure {
    /** Nothing is published. */
    STOP,
    /** The run goes on without the extract, and says so. */
    ISOLATE
}
