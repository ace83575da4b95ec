package org.osteocohort.source.files;

import java.net.URI;
import java.nio.file.Path;
import org.apache.spark.unsafe.types.UTF8String;
import org.osteocohort.source.DirectCall;

/**
 * The path of a file within a folder, of the file's address: Spark names files by address, with blanks and other marks
 * escaped.
 */
final class PathWithin implements DirectCall.Rewording {
    private static final long serialVersionUID = 1L;

    private final String folder;
    /** Rows come file by file, so that the address is nearly always the last one; in one piece, for several threads. */
    private transient Known last;

    private record Known(UTF8String address, UTF8String path) {}

    PathWithin(Path folder) {
        String path = folder.toUri().getPath();
        this.folder = path.endsWith("/") ? path : path + "/";
    }

    @Override
    public UTF8String reword(UTF8String address) {
        Known known = last;
        if (known == null || !known.address().equals(address)) {
            known = new Known(address.copy(), UTF8String.fromString(within(address.toString())));
            last = known;
        }
        return known.path();
    }

    private String within(String address) {
        String whole = URI.create(address).getPath();
        return whole.startsWith(folder) ? whole.substring(folder.length()) : whole;
    }
}
