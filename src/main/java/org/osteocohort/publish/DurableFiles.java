package org.osteocohort.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** File operations that survive a power cut: content and names are on the disk before anything points to them. */
public final class DurableFiles {
    private DurableFiles() {}

    static void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
        force(file);
    }

    /** Moves in one step, replacing what is there; whoever looks sees the old or the new, never neither. */
    static void move(Path source, Path target) throws IOException {
        Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(target.getParent());
    }

    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Forces the names in a folder; does nothing where the system cannot open a folder. */
    static void forceFolder(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** All below a folder and the folder itself, parents before children; links are not followed. */
    static List<Path> tree(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted().toList();
        }
    }

    /** Gives a file, or all files of a folder, a second name, which costs no room; where that cannot be, copies them. */
    public static void link(Path from, Path to) throws IOException {
        for (Path path : tree(from)) {
            Path target = to.resolve(from.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(target);
            } else {
                try {
                    Files.createLink(target, path);
                } catch (UnsupportedOperationException | FileSystemException noSecondNames) {
                    Files.copy(path, target);
                }
            }
        }
    }

    /** Removes a folder with all that is in it, or a file, if there is one. */
    public static void deleteTree(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        List<Path> paths =
                tree(folder).stream().sorted(Comparator.reverseOrder()).toList();
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
