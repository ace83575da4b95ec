package org.osteocohort.generate;

import java.nio.file.Path;
import java.util.Objects;
import org.osteocohort.generate.design.StudyWindow;
import org.osteocohort.generate.omop.OutputFiles;

/**
 * What to generate.
 *
 * @param patients how many children
 * @param seed the same seed gives the same children
 * @param output a folder that does not exist or is empty; receives a folder with the format's name and {@code truth.csv}
 * @param files how tables are stored; FHIR is NDJSON always, gzipped for CSV_GZ
 * @param site the first part of every patient_id in the truth
 * @param window the days from which records exist
 * @param eventsPerPatient rows per child to aim at on average
 * @param rowsPerFile 0 for one file per table; otherwise larger tables are folders of parts of so many rows
 */
public record GenerateOptions(
        long patients,
        long seed,
        Path output,
        GeneratedFormat format,
        OutputFiles files,
        Profile profile,
        String site,
        StudyWindow window,
        int eventsPerPatient,
        long rowsPerFile) {
    public GenerateOptions {
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(files, "files");
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(window, "window");
    }

    /** The usual population: a bone clinic as Parquet, one file per table. */
    public static GenerateOptions usual(long patients, long seed, Path output) {
        return new GenerateOptions(
                patients,
                seed,
                output,
                GeneratedFormat.OMOP,
                OutputFiles.PARQUET,
                Profile.BONE_CLINIC,
                "sample",
                StudyWindow.USUAL,
                PopulationGenerator.USUAL_EVENTS_PER_PATIENT,
                0);
    }

    /** The folder of the extract. */
    public Path extract() {
        return output.resolve(format.label());
    }

    /** The file of the truth, apart from the extract so that no reader of it finds the answers. */
    public Path truth() {
        return output.resolve("truth.csv");
    }
}
