package org.osteocohort.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osteocohort.parquet.ParquetTableReader;
import org.osteocohort.problem.BadInputException;
import org.osteocohort.problem.BadJobException;
import org.osteocohort.problem.Problem;
import org.osteocohort.publish.OutputFolder;
import org.osteocohort.publish.RunFolder;
import org.osteocohort.report.Folder;
import org.osteocohort.report.PatientRow;
import org.osteocohort.report.RestrictedRows;
import org.osteocohort.table.Table;

/** A complete run on disk, read patient by patient. */
public final class PublishedRun {
    private static final String PATIENT_ID = "patient_id";
    private static final String PARQUET = ".parquet";

    private final Path restricted;
    private final String runId;
    private final List<String> phenotypes;

    private PublishedRun(Path run, String runId, List<String> phenotypes) {
        this.restricted = run.resolve(Folder.RESTRICTED.label());
        this.runId = runId;
        this.phenotypes = List.copyOf(phenotypes);
    }

    /**
     * Opens a run.
     *
     * @param folder of a run, or of an output whose latest run is meant
     * @throws BadJobException when the folder is neither
     * @throws BadInputException when the run's manifest cannot be read
     */
    public static PublishedRun open(Path folder) {
        Path run = Files.isRegularFile(folder.resolve(RunFolder.MANIFEST)) ? folder : latest(folder);
        Path manifest = run.resolve(RunFolder.MANIFEST);
        try {
            JsonNode document = new ObjectMapper().readTree(manifest.toFile());
            List<String> phenotypes = new ArrayList<>();
            for (JsonNode phenotype : document.path("phenotypes")) {
                phenotypes.add(phenotype.path("name").asText());
            }
            if (!document.path("run_id").isTextual() || phenotypes.isEmpty()) {
                throw unreadable(manifest);
            }
            return new PublishedRun(run, document.path("run_id").asText(), phenotypes);
        } catch (IOException exception) {
            throw unreadable(manifest);
        }
    }

    private static BadInputException unreadable(Path manifest) {
        return new BadInputException(List.of(new Problem(manifest.toString(), "this is not the manifest of a run")));
    }

    private static Path latest(Path output) {
        try {
            OutputFolder folder = OutputFolder.of(output);
            Optional<Path> run = folder.latest()
                    .map(runId -> folder.run(runId).path())
                    .filter(path -> Files.isRegularFile(path.resolve(RunFolder.MANIFEST)));
            if (run.isPresent()) {
                return run.get();
            }
        } catch (IOException exception) {
            // The pointer names no run; that is told in the same words.
        }
        throw new BadJobException(List.of(new Problem(
                output.toString(),
                "no published run is here, expected the folder of a run (with " + RunFolder.MANIFEST
                        + ") or an output folder with a latest run")));
    }

    public String runId() {
        return runId;
    }

    /** Names of the phenotypes, in the order of the job. */
    public List<String> phenotypes() {
        return phenotypes;
    }

    /**
     * The rows of a patient; empty when the run holds no such patient.
     *
     * @throws BadInputException when a restricted table is missing or cannot be read
     */
    public Optional<PatientRecord> patient(String patientId) {
        List<PatientRow> found = rows(RestrictedRows.PATIENTS, patientId);
        return found.stream()
                .findFirst()
                .map(patient -> new PatientRecord(
                        patient,
                        rows(RestrictedRows.TAGS, patientId),
                        rows(RestrictedRows.FRACTURES, patientId),
                        rows(RestrictedRows.BONE_DENSITY, patientId),
                        rows(RestrictedRows.EXPOSURES, patientId),
                        rows(RestrictedRows.COHORT, patientId),
                        rows(RestrictedRows.EVIDENCE, patientId)));
    }

    private <R extends Record> List<R> rows(Table<R> table, String patientId) {
        Path folder = restricted.resolve(table.name());
        List<R> rows = new ArrayList<>();
        try {
            for (Path file : files(folder)) {
                try (ParquetTableReader<R> reader = ParquetTableReader.open(file, table, PATIENT_ID, patientId)) {
                    rows.addAll(reader.rest());
                }
            }
            return rows;
        } catch (IOException exception) {
            // Messages of the reader hold no value.
            throw new BadInputException(
                    List.of(new Problem(folder.toString(), "cannot be read: " + exception.getMessage())));
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new BadInputException(List.of(new Problem(folder.toString(), "this restricted table is missing")));
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(PARQUET))
                    .sorted()
                    .toList();
        }
    }
}
