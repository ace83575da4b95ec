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

    /** The end of every file's name. */
    public String ending() {
        return ending;
    }
}
