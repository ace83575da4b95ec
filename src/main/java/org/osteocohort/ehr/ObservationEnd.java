package org.osteocohort.ehr;

/** How far the end of an observation period can be believed, surest first. */
public enum ObservationEnd {
    /** The source tells it. */
    RECORDED,
    /** The source tells a later day than the extract's own: the child was observed when the extract was made. */
    EXTRACT_MADE,
    /** The source tells a day that nobody can mean, such as 31 December 9999. */
    PLACEHOLDER
}
