package org.osteocohort.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The extract that is read: links to the files of a generated population, of which some are changed night by night. */
final class BenchmarkExtract {
    /** Of a hundred files one changes in a night. */
    private static final int FILES_OF_ONE_CHANGED = 100;

    private final Path population;
    private final Path folder;

    BenchmarkExtract(Path population, Path folder) {
        this.population = population;
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** Makes the extract as it was generated. */
    void restore() throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        for (Path file : files(population)) {
            Path link = folder.resolve(population.relativize(file).toString());
            Files.createDirectories(link.getParent());
            Files.createLink(link, file);
        }
    }

    /** The files that change in a night: one in a hundred, rounded up, of the largest table. */
    List<Path> changing() throws IOException {
        long changed = (files(folder).size() + FILES_OF_ONE_CHANGED - 1) / FILES_OF_ONE_CHANGED;
        return files(folder.resolve("measurement")).stream().limit(changed).toList();
    }

    /** Puts the file in place that was written beside another one. */
    static void replace(Path file) throws IOException {
        Files.move(file.resolveSibling(file.getFileName() + ".new"), file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Lets the system drop the files from memory; where dd cannot do that, they stay. */
    void forget() throws IOException, InterruptedException {
        for (Path file : files(folder)) {
            new ProcessBuilder("dd", "if=" + file, "iflag=nocache", "count=0")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
    }

    long megabytes() throws IOException {
        long bytes = 0;
        for (Path file : files(folder)) {
            bytes += Files.size(file);
        }
        return bytes >> 20;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
