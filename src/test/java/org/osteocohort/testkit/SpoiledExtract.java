package org.osteocohort.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;
import org.osteocohort.job.ExtractFormat;

/** A good extract of 100 children as text, and the ways to spoil one of its files. */
public final class SpoiledExtract {
    private final Path folder;
    private Path file;

    /** Writes the good extract; what is done next is done to the file of the table, or of the type of resource. */
    public SpoiledExtract(Path folder, ExtractFormat format, String table) throws IOException {
        this(folder, format, table, every -> true);
    }

    private SpoiledExtract(Path folder, ExtractFormat format, String table, Predicate<String> written)
            throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        GoodExtract.files(format).forEach((name, text) -> {
            if (written.test(name.substring(0, name.indexOf('.')))) {
                TableFile.writeText(folder, name, text);
            }
        });
        this.file = folder.resolve(table + (format == ExtractFormat.FHIR ? ".ndjson" : ".csv"));
    }

    /** The same with no more tables than the format cannot do without, the one to spoil, and others: it is read sooner. */
    public static SpoiledExtract small(Path folder, ExtractFormat format, String table, Collection<String> others)
            throws IOException {
        Set<String> indispensable = GoodExtract.indispensable(format);
        return new SpoiledExtract(
                folder,
                format,
                table,
                name -> indispensable.contains(name) || name.equals(table) || others.contains(name));
    }

    /** Does one step; its keys are those of the corpus. */
    public void spoil(JsonNode step) throws IOException, SQLException {
        if (step.has("inFile")) {
            file = folder.resolve(step.get("inFile").asText());
        }
        Map.Entry<String, JsonNode> first = step.properties().stream()
                .filter(entry -> !entry.getKey().equals("inFile"))
                .findFirst()
                .orElseThrow();
        String text = first.getValue().asText();
        int number = first.getValue().asInt();
        switch (first.getKey()) {
            case "append" -> append((text + "\n").repeat(step.path("times").asInt(1)), StandardCharsets.UTF_8);
            case "appendLatin1" -> append(text + "\n", StandardCharsets.ISO_8859_1);
            case "appendText" ->
                append("9999,770001,2016-05-05," + "story ".repeat(number / 6) + "\n", StandardCharsets.UTF_8);
            case "appendLong" -> append("9999,770001,2016-05-05," + "x".repeat(number) + "\n", StandardCharsets.UTF_8);
            case "headerLong" -> write("x".repeat(number) + "," + text());
            case "text" -> write(text);
            case "replace" ->
                replace(
                        first.getValue().get(0).asText(),
                        first.getValue().get(1).asText());
            case "dropHeader" -> write(text().substring(text().indexOf('\n') + 1));
            case "addColumn" ->
                addColumns(
                        first.getValue().get(0).asText(),
                        "," + first.getValue().get(1).asText(),
                        1);
            case "addColumns" -> addColumns("column", ",", number);
            case "dashes" -> write(text().replaceFirst("\n", "\n---------,-----,----,-,-,-----,---\n"));
            case "keepLines" ->
                write(String.join("\n", text().lines().limit(number).toList()) + "\n");
            case "lineEnd" -> write(text().replace("\n", text));
            case "encode" -> encode(Charset.forName(text), step.path("mark").asBoolean());
            case "keepBytes" -> bytes(Arrays.copyOf(bytes(), number));
            case "cut" -> bytes(Arrays.copyOf(bytes(), bytes().length - number));
            case "cutShare" ->
                bytes(Arrays.copyOf(
                        bytes(), (int) (bytes().length * first.getValue().asDouble())));
            case "overwrite" ->
                overwrite((int) (bytes().length * first.getValue().asDouble()));
            case "footerLength" -> footerLength(number);
            case "gzip" -> gzip();
            case "parquet" -> parquet(folder.resolve(text));
            case "rename" -> Files.move(file, folder.resolve(text));
            case "delete" -> Files.delete(folder.resolve(file.getFileName()));
            case "copyTo" -> copy(folder.resolve(text));
            case "emptyFile" -> TableFile.writeText(folder, text, "");
            case "linkTo" -> Files.createSymbolicLink(file, folder.resolve(text));
            case "moveOutAndLink" -> {
                Path outside = Files.move(file, folder.resolveSibling("outside-" + file.getFileName()));
                Files.createSymbolicLink(file, outside);
            }
            default -> throw new IllegalArgumentException("no such step: " + first.getKey());
        }
    }

    private String text() throws IOException {
        return Files.readString(file);
    }

    private byte[] bytes() throws IOException {
        return Files.readAllBytes(file);
    }

    private void bytes(byte[] bytes) throws IOException {
        Files.write(file, bytes);
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
    }

    private void append(String text, Charset charset) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(bytes());
        all.write(text.getBytes(charset));
        bytes(all.toByteArray());
    }

    private void replace(String from, String to) throws IOException {
        String text = text();
        if (!text.contains(from)) {
            throw new IllegalArgumentException("nothing to replace: " + from);
        }
        int at = text.indexOf(from);
        write(text.substring(0, at) + to + text.substring(at + from.length()));
    }

    private void addColumns(String name, String cell, int count) throws IOException {
        StringBuilder text = new StringBuilder();
        boolean header = true;
        for (String line : text().lines().toList()) {
            text.append(line);
            for (int column = 0; column < count; column++) {
                text.append(header ? "," + name + (count == 1 ? "" : column) : cell);
            }
            text.append('\n');
            header = false;
        }
        write(text.toString());
    }

    private void encode(Charset charset, boolean mark) throws IOException {
        bytes(((mark ? "\uFEFF" : "") + text()).getBytes(charset));
    }

    private void overwrite(int from) throws IOException {
        byte[] bytes = bytes();
        Arrays.fill(bytes, from, from + bytes.length / 10, (byte) 0xFF);
        bytes(bytes);
    }

    private void footerLength(int length) throws IOException {
        byte[] bytes = bytes();
        for (int index = 0; index < 4; index++) {
            bytes[bytes.length - 8 + index] = (byte) (length >> 8 * index);
        }
        bytes(bytes);
    }

    private void gzip() throws IOException {
        Path zipped = file.resolveSibling(file.getFileName() + ".gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write(bytes());
        }
        Files.delete(file);
        file = zipped;
    }

    private void parquet(Path target) throws IOException, SQLException {
        Files.createDirectories(target.getParent());
        new DuckDb()
                .execute("COPY (SELECT * FROM read_csv('" + file + "', header = true)) TO '" + target
                        + "' (FORMAT parquet)");
        Files.delete(file);
        file = target;
    }

    private void copy(Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
    }
}
