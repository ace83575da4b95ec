package org.osteocohort.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.osteocohort.parquet.ParquetTableReader;
import org.osteocohort.table.Table;

/** The run that {@code latest} names, as the next run reads it: readers have its reports, so they are part of what is known. */
public final class LastRun {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HOW_TO_GO_ON =
            "; without it nobody can tell what readers know already: restore it from a"
                    + " copy, or give the job another output folder, whose readers were told nothing yet";

    private final OutputStore store;
    private final String folder;
    private final String runId;
    private final JsonNode manifest;

    private LastRun(OutputStore store, String folder, String runId, JsonNode manifest) {
        this.store = store;
        this.folder = folder;
        this.runId = runId;
        this.manifest = manifest;
    }

    /**
     * Opens a run.
     *
     * @throws PublishingException when its manifest cannot be read
     */
    static LastRun open(OutputStore store, String runId) {
        String folder = OutputFolder.RUNS + "/" + runId;
        try (InputStream input = store.open(folder + "/" + RunFolder.MANIFEST)) {
            return new LastRun(store, folder, runId, JSON.readTree(input));
        } catch (IOException exception) {
            throw new PublishingException("'latest' names the run " + runId + ", whose " + RunFolder.MANIFEST
                    + " is missing or damaged" + HOW_TO_GO_ON);
        }
    }

    public String runId() {
        return runId;
    }

    /**
     * The rows of a restricted table that stands in one file.
     *
     * @param understood whether this version knows the words of a row
     * @throws PublishingException when the file is missing, damaged or of another version
     */
    public <R extends Record> List<R> restricted(Table<R> table, Predicate<R> understood) {
        String file = RunFolder.RESTRICTED + "/" + table.name() + ".parquet";
        try {
            List<R> rows = rows(file, table);
            if (rows.stream().allMatch(understood)) {
                return rows;
            }
        } catch (IOException exception) {
            // Told below, as rows that are not understood.
        }
        throw new PublishingException(
                "the last run, " + runId + ", holds no " + file + " that this version can read" + HOW_TO_GO_ON);
    }

    /** The rows of a report table; empty when the file is missing, damaged or of another version. */
    public <R extends Record> Optional<List<R>> report(Table<R> table) {
        try {
            return Optional.of(rows(RunFolder.REPORTS + "/" + table.name() + ".parquet", table));
        } catch (IOException exception) {
            return Optional.empty();
        }
    }

    /**
     * The rows of a report table.
     *
     * @throws IOException when the file is not, to the byte, as it was published
     */
    public <R extends Record> List<R> reportAsPublished(Table<R> table) throws IOException {
        return asPublished(RunFolder.REPORTS, table);
    }

    /**
     * The rows of a restricted table that stands in one file.
     *
     * @throws IOException when the file is not, to the byte, as it was published
     */
    public <R extends Record> List<R> restrictedAsPublished(Table<R> table) throws IOException {
        return asPublished(RunFolder.RESTRICTED, table);
    }

    private <R extends Record> List<R> asPublished(String subfolder, Table<R> table) throws IOException {
        String file = subfolder + "/" + table.name() + ".parquet";
        String found = StagedFile.read(store, folder, file).sha256();
        for (JsonNode published : manifest.path("files")) {
            if (published.path("path").asText().equals(file)
                    && published.path("sha256").asText().equals(found)) {
                return rows(file, table);
            }
        }
        throw new IOException(store.name(folder + "/" + file) + " is not what was published");
    }

    private <R extends Record> List<R> rows(String file, Table<R> table) throws IOException {
        String path = folder + "/" + file;
        if (!store.exists(path)) {
            throw new IOException(store.name(path) + " is missing");
        }
        try (ParquetTableReader<R> reader = ParquetTableReader.open(store.parquet(path), store.name(path), table)) {
            return reader.rest();
        }
    }

    /**
     * What decides the numbers and differs between this run and a later one, in this order: data, code_sets, rules,
     * phenotypes, engine, job.
     */
    public List<String> differences(Manifest later) {
        return ManifestDifferences.between(manifest, ManifestDocument.asked(later));
    }
}
