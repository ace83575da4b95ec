package org.osteocohort.job;

/** The shape of an extract. */
public enum ExtractFormat {
    OMOP
}
