package org.osteocohort.generate.omop;

/** How the tables of a generated extract are stored. */
public enum OutputFiles {
    PARQUET(".parquet"),
    CSV(".csv"),
    CSV_GZ(".csv.gz");

    private final String ending;

    OutputFiles(String ending) {
        this.ending = ending;
    }

    /** Whether the files are compressed as a whole; formats that are always text heed nothing else. */
    public boolean zipped() {
        return this == CSV_GZ;
    }

    /** The end of every file's name. */
    public String ending() {
        return ending;
    }
}
