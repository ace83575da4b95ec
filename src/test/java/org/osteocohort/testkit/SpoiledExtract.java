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
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** A good OMOP extract of 100 children as text, and the ways to spoil one of its files. */
public final class SpoiledExtract {
    private static final int CHILDREN = 100;
    private static final int DEATHS = 25;

    private final Path folder;
    private Path file;

    /** Writes the good extract; what is done next is done to the file of the table. */
    public SpoiledExtract(Path folder, String table) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        StringBuilder person = new StringBuilder("person_id,gender_concept_id,year_of_birth,month_of_birth,")
                .append("day_of_birth,race_concept_id,person_source_value\n");
        StringBuilder period = new StringBuilder("observation_period_id,person_id,")
                .append("observation_period_start_date,observation_period_end_date\n");
        StringBuilder condition = new StringBuilder("condition_occurrence_id,person_id,condition_start_date,")
                .append("condition_source_value\n");
        StringBuilder measurement = new StringBuilder("measurement_id,person_id,measurement_date,")
                .append("measurement_source_value,value_as_number,unit_source_value\n");
        StringBuilder drug = new StringBuilder("drug_exposure_id,person_id,drug_exposure_start_date,")
                .append("drug_exposure_end_date,drug_source_value,days_supply\n");
        StringBuilder death = new StringBuilder("person_id,death_date\n");
        for (int child = 1; child <= CHILDREN; child++) {
            int id = 770_000 + child;
            int row = 8_800_000 + child;
            person.append(id).append(",8507,2010,3,2,8527,CANARY\n");
            period.append(row).append(',').append(id).append(",2013-01-01,2023-12-31\n");
            condition.append(row).append(',').append(id).append(",2017-04-05,M81.8\n");
            measurement.append(row).append(',').append(id).append(",2017-04-06,85394-5,-2.5,SD\n");
            drug.append(row).append(',').append(id).append(",2017-04-07,2017-05-06,prednisone 5 MG,30\n");
            if (child <= DEATHS) {
                death.append(id).append(",2021-01-30\n");
            }
        }
        Map.of(
                        "person", person,
                        "observation_period", period,
                        "condition_occurrence", condition,
                        "measurement", measurement,
                        "drug_exposure", drug,
                        "death", death)
                .forEach((name, text) -> TableFile.writeText(folder, name + ".csv", text.toString()));
        this.file = folder.resolve(table + ".csv");
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
                Path outside = Files.move(file, folder.resolveSibling("outside.csv"));
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
