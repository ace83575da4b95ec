package org.osteocohort.source.files;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * The lines of text files that are no tables. As with tables, a line that is too long or holds a NUL byte stops the
 * reading, before it fills the memory.
 */
public final class LineScan {
    /** Documents stand in lines of many megabytes; a longer line is a file of another kind. */
    static final int LONGEST = 16 << 20;

    private LineScan() {}

    /**
     * All lines.
     *
     * @param folder of the extract, from which files are named
     * @param files absolute paths
     */
    public static JavaRDD<TextLine> of(JavaSparkContext context, Path folder, List<String> files) {
        return new TextParts(context, folder).bundled(files).flatMap(bundle -> new InTurn<>(bundle, PartLines::new));
    }

    /**
     * Gives the first lines of a file to somebody, on the driver.
     *
     * @throws RuntimeException when the file is damaged; {@link FailedRead} tells how
     */
    public static void first(Path file, int most, Consumer<String> taker) {
        String path = file.toString();
        try (TextLines lines = new TextLines(new TextPart(path, path, 0, Long.MAX_VALUE, 0), LONGEST)) {
            for (int line = 0; line < most && lines.next(); line++) {
                taker.accept(text(lines));
            }
        }
    }

    private static String text(TextLines lines) {
        return new String(lines.line(), 0, lines.length(), StandardCharsets.UTF_8);
    }

    /** The lines of one part, which is closed after the last. */
    private static final class PartLines implements Iterator<TextLine> {
        private final TextPart part;
        private final TextLines lines;
        private boolean ahead;

        PartLines(TextPart part) {
            this.part = part;
            this.lines = new TextLines(part, LONGEST);
            move();
        }

        private void move() {
            ahead = lines.next();
            if (!ahead) {
                lines.close();
            }
        }

        @Override
        public boolean hasNext() {
            return ahead;
        }

        @Override
        public TextLine next() {
            if (!ahead) {
                throw new NoSuchElementException();
            }
            TextLine line = new TextLine(part.name(), lines.number(), text(lines));
            move();
            return line;
        }
    }
}
