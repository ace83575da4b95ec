package org.osteocohort.job;

/** How the tables of an extract are stored. */
public enum FileFormat {
    PARQUET,
    /** Comma, tab, pipe or semicolon separated text, also gzipped. */
    CSV,
    /** Told by the files themselves. */
    DETECTED
}
