package org.osteocohort.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** Writes tables that a test shows as text: columns between bars, a dash for an empty cell. */
public final class TableFile {
    private TableFile() {}

    /** Writes a picture as a comma separated file; blanks around cells are for the reader only. */
    public static void write(Path folder, String file, String picture) {
        write(folder, file, ",", picture);
    }

    public static void write(Path folder, String file, String delimiter, String picture) {
        String text = picture.lines()
                .map(line -> Arrays.stream(line.split("\\|", -1))
                        .map(cell -> cell.strip().equals("-") ? "" : cell.strip())
                        .collect(Collectors.joining(delimiter)))
                .collect(Collectors.joining("\n", "", "\n"));
        writeText(folder, file, text);
    }

    /** Writes text as it stands; gzipped when the name says so. */
    public static void writeText(Path folder, String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            try (OutputStream raw = Files.newOutputStream(path);
                    OutputStream out = file.endsWith(".gz") ? new GZIPOutputStream(raw) : raw) {
                out.write(bytes);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
