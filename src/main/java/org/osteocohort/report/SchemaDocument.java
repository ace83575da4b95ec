package org.osteocohort.report;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.osteocohort.parquet.ColumnDictionary;

/** {@code schema.json}: the version of the contract, and every table of a run with its folder, grain and columns; the same bytes on every machine. */
public final class SchemaDocument {
    /** The file's name in a run. */
    public static final String FILE_NAME = "schema.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private SchemaDocument() {}

    /**
     * Writes the document to a file.
     *
     * @throws IOException when the file cannot be written
     */
    public static void write(Path file) throws IOException {
        Files.writeString(file, text(), StandardCharsets.UTF_8);
    }

    static String text() throws IOException {
        ObjectNode document = JSON.createObjectNode();
        document.put("version", ReportContract.VERSION);
        ArrayNode tables = document.putArray("tables");
        for (ReportCatalogue.Entry entry : ReportCatalogue.entries()) {
            describe(entry, tables.addObject());
        }
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        return JSON.writer(printer).writeValueAsString(document) + "\n";
    }

    private static void describe(ReportCatalogue.Entry entry, ObjectNode table) {
        table.put("name", entry.table().name());
        table.put("folder", entry.folder().label());
        table.put("grain", entry.table().grain());
        table.set("columns", ColumnDictionary.of(entry.table()));
    }
}
