package org.osteocohort.job;

import java.nio.file.Path;
import java.util.Objects;

/**
 * One extract of one site.
 *
 * @param site the name of the site, a stratum of the reports and the first part of every patient_id
 * @param path the folder that holds the tables
 * @param delimiter the separator of text files; null when it is to be detected from the header
 * @param vocabulary a folder with vocabulary tables (CONCEPT and friends) for this extract; null when the extract
 *     folder's own tables, if any, are to be used
 */
public record Extract(
        String site, ExtractFormat format, Path path, FileFormat files, Character delimiter, Path vocabulary) {
    public Extract {
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(files, "files");
    }
}
