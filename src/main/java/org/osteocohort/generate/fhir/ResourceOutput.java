package org.osteocohort.generate.fhir;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** The files of one resource type: {@code Condition.000.ndjson} and so on, each with a number of lines at most. */
final class ResourceOutput implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final String type;
    private final boolean zipped;
    private final long linesPerFile;
    private Writer writer;
    private long lines;
    private int files;

    /**
     * Opens the first file.
     *
     * @param linesPerFile 0 for one file
     */
    ResourceOutput(Path folder, String type, boolean zipped, long linesPerFile) throws IOException {
        this.folder = folder;
        this.type = type;
        this.zipped = zipped;
        this.linesPerFile = linesPerFile;
        this.writer = open();
    }

    private Writer open() throws IOException {
        String name = String.format(Locale.ROOT, "%s.%03d.ndjson", type, files++) + (zipped ? ".gz" : "");
        OutputStream raw = Files.newOutputStream(folder.resolve(name));
        OutputStream bytes = zipped ? new GZIPOutputStream(raw) : raw;
        return new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    }

    /** An empty resource of the type with the next free number as its id. */
    ObjectNode next() {
        return JSON.createObjectNode().put("resourceType", type).put("id", String.valueOf(lines + 1));
    }

    void write(ObjectNode resource) throws IOException {
        if (linesPerFile > 0 && lines > 0 && lines % linesPerFile == 0) {
            writer.close();
            writer = open();
        }
        writer.write(JSON.writeValueAsString(resource));
        writer.write('\n');
        lines++;
    }

    String type() {
        return type;
    }

    long lines() {
        return lines;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
