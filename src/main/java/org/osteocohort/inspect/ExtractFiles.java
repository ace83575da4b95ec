package org.osteocohort.inspect;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;

/**
 * The files of an extract, gathered by their first name: a table, or a type of resource.
 *
 * @param name in lower case
 * @param files how many there are
 * @param rows of all together, headers not counted; empty when a file cannot be read
 */
record ExtractFiles(String name, int files, OptionalLong rows) {
    private static final int BUFFER = 1 << 16;

    /** Everything in the folder that is not hidden, in the order of names. */
    static List<ExtractFiles> of(Path folder) throws IOException {
        TreeMap<String, ExtractFiles> tables = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path file : paths.filter(Files::isRegularFile).sorted().toList()) {
                Path within = folder.relativize(file);
                if (!isHidden(within)) {
                    ExtractFiles one = new ExtractFiles(table(within), 1, rows(file));
                    tables.merge(one.name(), one, ExtractFiles::with);
                }
            }
        }
        return List.copyOf(tables.values());
    }

    /** What a map tells of this table; formats write their tables in any case. Null when nothing. */
    Long valueOf(Map<String, Long> byTable) {
        return byTable.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private ExtractFiles with(ExtractFiles other) {
        boolean known = rows.isPresent() && other.rows.isPresent();
        return new ExtractFiles(
                name,
                files + other.files,
                known ? OptionalLong.of(rows.getAsLong() + other.rows.getAsLong()) : OptionalLong.empty());
    }

    private static boolean isHidden(Path within) {
        for (Path part : within) {
            if (part.toString().startsWith(".") || part.toString().startsWith("_")) {
                return true;
            }
        }
        return false;
    }

    /** {@code Condition.000.ndjson} and {@code condition/part-0.parquet} are of the table condition. */
    private static String table(Path within) {
        String first = within.getName(0).toString().toLowerCase(Locale.ROOT);
        int dot = first.indexOf('.');
        return dot > 0 ? first.substring(0, dot) : first;
    }

    private static OptionalLong rows(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        try {
            if (name.endsWith(".parquet")) {
                return OptionalLong.of(parquetRows(file));
            }
            boolean headless = name.contains(".ndjson") || name.contains(".json");
            long lines = lines(file, name.endsWith(".gz"));
            return OptionalLong.of(headless ? lines : Math.max(0, lines - 1));
        } catch (IOException | RuntimeException unreadable) {
            // What is wrong with it is told when the table is read.
            return OptionalLong.empty();
        }
    }

    private static long parquetRows(Path file) throws IOException {
        ParquetReadOptions options =
                ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
            return reader.getRecordCount();
        }
    }

    private static long lines(Path file, boolean compressed) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long lines = 0;
        byte last = '\n';
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                InputStream bytes = compressed ? new GZIPInputStream(raw, BUFFER) : raw) {
            for (int read = bytes.read(buffer); read > 0; read = bytes.read(buffer)) {
                for (int index = 0; index < read; index++) {
                    lines += buffer[index] == '\n' ? 1 : 0;
                }
                last = buffer[read - 1];
            }
        }
        return last == '\n' ? lines : lines + 1;
    }
}
