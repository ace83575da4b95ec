package org.osteocohort.source.files;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/** Divides text files into parts for tasks. */
final class TextParts {
    /** Uncompressed files are divided, so that all cores read a large one. */
    private static final long BYTES_OF_A_PART = 32L << 20;

    private static final int BUFFER = 1 << 16;

    private final JavaSparkContext context;
    private final String folder;

    /** @param folder of the extract, from which files are named */
    TextParts(JavaSparkContext context, java.nio.file.Path folder) {
        this.context = context;
        this.folder = folder.toUri().getPath();
    }

    /** In the order of the files, and of the places in them. */
    List<TextPart> of(List<String> files) {
        List<TextPart> parts = new ArrayList<>();
        for (String file : files) {
            String name = file.startsWith(folder) ? file.substring(folder.length()) : file;
            long bytes = new java.io.File(file).length();
            if (file.endsWith(".gz") || bytes <= BYTES_OF_A_PART) {
                parts.add(new TextPart(file, name, 0, Long.MAX_VALUE, 0));
            } else {
                parts.addAll(divided(file, name, bytes));
            }
        }
        return parts;
    }

    /** A large file is looked at once before, since the number of a line depends on all lines before it. */
    private List<TextPart> divided(String file, String name, long bytes) {
        List<TextPart> parts = new ArrayList<>();
        for (long start = 0; start < bytes; start += BYTES_OF_A_PART) {
            parts.add(new TextPart(file, name, start, Math.min(bytes, start + BYTES_OF_A_PART), 0));
        }
        List<Long> lineEnds = context.parallelize(parts, parts.size())
                .map(TextParts::lineEnds)
                .collect();
        long before = 0;
        for (int index = 0; index < parts.size(); index++) {
            TextPart part = parts.get(index);
            parts.set(index, new TextPart(file, name, part.start(), part.end(), before));
            before += lineEnds.get(index);
        }
        return parts;
    }

    private static long lineEnds(TextPart part) {
        byte[] buffer = new byte[BUFFER];
        long ends = 0;
        try (InputStream bytes = new FileInputStream(part.file())) {
            bytes.skipNBytes(part.start());
            long left = part.end() - part.start();
            for (int read = bytes.read(buffer); read > 0 && left > 0; read = bytes.read(buffer)) {
                for (int index = 0; index < Math.min(read, left); index++) {
                    ends += buffer[index] == '\n' ? 1 : 0;
                }
                left -= read;
            }
            return ends;
        } catch (IOException failure) {
            throw new DamagedFileException(part.file(), FailedRead.UNREADABLE);
        }
    }

    /** One element for each task. */
    JavaRDD<List<TextPart>> bundled(List<String> files) {
        List<List<TextPart>> bundles = bundles(of(files));
        return context.parallelize(bundles, Math.max(1, bundles.size()));
    }

    /** Small files share a task. */
    private static List<List<TextPart>> bundles(List<TextPart> parts) {
        List<List<TextPart>> bundles = new ArrayList<>();
        List<TextPart> bundle = new ArrayList<>();
        long bytes = 0;
        for (TextPart part : parts) {
            long size = Math.min(part.end(), new java.io.File(part.file()).length()) - part.start();
            if (!bundle.isEmpty() && bytes + size > BYTES_OF_A_PART) {
                bundles.add(bundle);
                bundle = new ArrayList<>();
                bytes = 0;
            }
            bundle.add(part);
            bytes += size;
        }
        bundles.add(bundle);
        return bundles;
    }
}
