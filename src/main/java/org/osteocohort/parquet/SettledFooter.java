package org.osteocohort.parquet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * Puts the encodings that a file's footer lists into a fixed order. Parquet's writer keeps them in a hash set of enum
 * constants, whose order changes from one JVM to the next, and with it two bytes of every file.
 */
final class SettledFooter {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    /** The footer's length and the magic bytes close the file. */
    private static final int TAIL_BYTES = Integer.BYTES + MAGIC.length;

    private SettledFooter() {}

    /** Rewrites the footer of a complete file in place. */
    static void settle(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = channel.size() - TAIL_BYTES;
            int length = read(channel, end, Integer.BYTES).getInt();
            long start = end - length;
            FileMetaData footer = Util.readFileMetaData(
                    new ByteArrayInputStream(read(channel, start, length).array()));
            for (RowGroup group : footer.getRow_groups()) {
                for (ColumnChunk chunk : group.getColumns()) {
                    settle(chunk.getMeta_data());
                }
            }
            write(channel, start, footer);
        }
    }

    private static void settle(ColumnMetaData column) {
        column.getEncodings().sort(Comparator.naturalOrder());
        if (column.isSetEncoding_stats()) {
            column.getEncoding_stats()
                    .sort(Comparator.comparing(PageEncodingStats::getPage_type)
                            .thenComparing(PageEncodingStats::getEncoding));
        }
    }

    private static void write(FileChannel channel, long start, FileMetaData footer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Util.writeFileMetaData(footer, bytes);
        ByteBuffer tail = ByteBuffer.allocate(bytes.size() + TAIL_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        tail.put(bytes.toByteArray()).putInt(bytes.size()).put(MAGIC).flip();
        channel.truncate(start);
        channel.position(start);
        while (tail.hasRemaining()) {
            channel.write(tail);
        }
    }

    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new IOException("the file ends before its footer");
            }
        }
        return buffer.flip();
    }
}
