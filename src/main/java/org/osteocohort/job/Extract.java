package org.osteocohort.job;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;

/**
 * One extract of one site.
 *
 * @param site the name of the site, a stratum of the reports and the first part of every patient_id
 * @param path the folder that holds the tables
 * @param delimiter the separator of text files; null when it is to be detected from the header
 * @param vocabulary a folder with vocabulary tables (CONCEPT and friends) for this extract; null when the extract
 *     folder's own tables, if any, are to be used
 * @param extractDate the day on which the extract was made, after which nothing can have happened; null when not told
 */
public record Extract(
        String site,
        ExtractFormat format,
        Path path,
        FileFormat files,
        Character delimiter,
        Path vocabulary,
        Deidentification deidentification,
        OnFailure onFailure,
        LocalDate extractDate) {
    public Extract {
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(files, "files");
        Objects.requireNonNull(deidentification, "deidentification");
        Objects.requireNonNull(onFailure, "onFailure");
    }

    /** A limited data set of no told date, without which there is no run. */
    public Extract(
            String site, ExtractFormat format, Path path, FileFormat files, Character delimiter, Path vocabulary) {
        this(site, format, path, files, delimiter, vocabulary, Deidentification.LIMITED_DATA_SET, OnFailure.STOP, null);
    }

    /** Whether the dates were moved, so that calendar years mean little. */
    public boolean dateShifted() {
        return deidentification.profile() == Deidentification.Profile.SHIFTED;
    }
}
