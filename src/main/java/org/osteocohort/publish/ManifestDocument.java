package org.osteocohort.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;

/**
 * {@code manifest.json}; {@code manifest.schema.json} beside this class describes it. It stands beside the reports, not
 * among them: it holds row counts of restricted tables, so it stays with the site.
 */
final class ManifestDocument {
    /** Raised when a reader of the document would have to change. */
    private static final int FORMAT_VERSION = 2;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double MILLIS_OF_A_SECOND = 1_000;

    private ManifestDocument() {}

    static String text(
            String runId, long number, Manifest manifest, List<PublishedTable> tables, List<StagedFile> files) {
        ObjectNode document = JSON.createObjectNode();
        document.put("manifest_version", FORMAT_VERSION);
        document.put("run_id", runId);
        document.put("run_number", number);
        document.setAll(asked(manifest));
        document.put("started", manifest.started().toString());
        document.put("finished", manifest.finished().toString());
        ArrayNode stages = document.putArray("stages");
        manifest.stages()
                .forEach(stage ->
                        stages.addObject().put("stage", stage.stage()).put("seconds", seconds(stage.duration())));
        rows(manifest, tables, document);
        document.put("verdict", manifest.verdict().label());
        ArrayNode listed = document.putArray("files");
        files.forEach(file -> listed.addObject()
                .put("path", file.path())
                .put("bytes", file.bytes())
                .put("sha256", file.sha256())
                .put("rows", file.rows()));
        return print(document);
    }

    /** What was asked and by what it was answered: all that decides the numbers. */
    static ObjectNode asked(Manifest manifest) {
        ObjectNode document = JSON.createObjectNode();
        describe(manifest.job(), document.putObject("job"));
        ArrayNode inputs = document.putArray("inputs");
        manifest.inputs().forEach(input -> describe(input, inputs.addObject()));
        document.put("code_set_digest", manifest.codeSetDigest());
        document.put("rules_digest", manifest.rulesDigest());
        ArrayNode phenotypes = document.putArray("phenotypes");
        manifest.phenotypes().forEach(phenotype -> describe(phenotype, phenotypes.addObject()));
        document.put("vocabulary_digest", manifest.vocabularyDigest());
        document.put("disclosure_threshold", manifest.disclosure().threshold());
        document.put("disclosure_round_to", manifest.disclosure().roundTo());
        document.put("last_run_id", manifest.lastRunId());
        document.putObject("engine")
                .put("osteocohort", manifest.engine().osteocohort())
                .put("java", manifest.engine().java())
                .put("spark", manifest.engine().spark());
        return document;
    }

    private static void describe(Manifest.Definition definition, ObjectNode node) {
        node.put("name", definition.name()).put("sha256", definition.digest());
    }

    private static void describe(Manifest.Input input, ObjectNode node) {
        node.put("site", input.site()).put("format", input.format()).put("path", input.path());
        ArrayNode notes = node.putArray("notes");
        input.notes().forEach(notes::add);
        ArrayNode files = node.putArray("files");
        input.files()
                .forEach((path, file) -> files.addObject()
                        .put("path", path)
                        .put("bytes", file.fingerprint().bytes())
                        .put("modified", file.fingerprint().modified().toString())
                        .put("fingerprint_method", file.fingerprint().method().label())
                        .put("fingerprint", file.fingerprint().digest())
                        .put("from_cache", file.fromCache()));
        node.put("isolated", !input.isolatedFor().isEmpty());
        ArrayNode reasons = node.putArray("isolated_for");
        input.isolatedFor().forEach(reasons::add);
    }

    private static void rows(Manifest manifest, List<PublishedTable> tables, ObjectNode document) {
        ArrayNode read = document.putArray("rows_read");
        manifest.rowsRead()
                .forEach(table -> read.addObject()
                        .put("site", table.site())
                        .put("table", table.table())
                        .put("rows", table.rows())
                        .put("quarantined", table.quarantined()));
        ArrayNode written = document.putArray("rows_written");
        tables.forEach(table -> written.addObject().put("table", table.path()).put("rows", table.rows()));
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS_OF_A_SECOND;
    }

    private static String print(ObjectNode document) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        try {
            return JSON.writer(printer).writeValueAsString(document) + "\n";
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException("a manifest is always JSON", exception);
        }
    }
}
