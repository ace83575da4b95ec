package org.osteocohort.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.osteocohort.generate.ExtractGenerator;
import org.osteocohort.generate.GenerateOptions;
import org.osteocohort.generate.GeneratedFormat;
import org.osteocohort.generate.Profile;
import org.osteocohort.generate.design.StudyWindow;
import org.osteocohort.generate.omop.OutputFiles;

/** The text files of an extract as they come night after night: added, changed, removed, renamed, in another order. */
public final class Deliveries {
    private static final int FILES_OF_A_TABLE = 4;

    private final Path folder;
    private final Random random;

    /** @param folder of one or more extracts */
    public Deliveries(Path folder, Random random) {
        this.folder = folder;
        this.random = random;
    }

    /** Writes an extract of invented children, every table of it a folder of four files. */
    public static void write(Path extract, GeneratedFormat format, int children, long seed) throws IOException {
        Path generated = extract.resolveSibling("generated-" + extract.getFileName());
        GenerateOptions options = new GenerateOptions(
                children,
                seed,
                generated,
                format,
                OutputFiles.CSV,
                Profile.BONE_CLINIC,
                format.label(),
                StudyWindow.USUAL,
                20,
                0);
        ExtractGenerator.generate(options);
        Files.createDirectories(extract.getParent());
        divide(Files.move(options.extract(), extract));
        for (Path file : files(generated)) {
            Files.delete(file);
        }
        Files.delete(generated);
    }

    private static void divide(Path extract) throws IOException {
        for (Path file : files(extract)) {
            String name = file.getFileName().toString();
            String table = name.substring(0, name.indexOf('.'));
            String ending = name.substring(name.indexOf('.'));
            boolean header = isTable(file);
            List<String> lines = Files.readAllLines(file);
            List<String> rows = header ? lines.subList(1, lines.size()) : lines;
            Files.delete(file);
            for (int part = 0; part < FILES_OF_A_TABLE; part++) {
                List<String> ofPart = new ArrayList<>(header ? lines.subList(0, 1) : List.of());
                ofPart.addAll(rows.subList(
                        rows.size() * part / FILES_OF_A_TABLE, rows.size() * (part + 1) / FILES_OF_A_TABLE));
                if (!ofPart.isEmpty()) {
                    Path place = Files.createDirectories(extract.resolve(table)).resolve("part-" + part + ending);
                    Files.write(place, ofPart);
                }
            }
        }
    }

    private static boolean isTable(Path file) {
        return !file.toString().endsWith(".ndjson");
    }

    /** Every file of a folder, in the order of paths. */
    public static List<Path> files(Path below) throws IOException {
        try (Stream<Path> paths = Files.walk(below)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Does so many things to files; tells what, and to which. */
    public List<String> next(int changes) throws IOException {
        List<String> done = new ArrayList<>();
        for (int change = 0; change < changes; change++) {
            List<Path> files = files(folder);
            Path file = files.get(random.nextInt(files.size()));
            Change what = Change.values()[random.nextInt(Change.values().length)];
            what.to(file, random);
            done.add(folder.relativize(file) + " " + what);
        }
        return done;
    }

    /** What may happen to a file between two deliveries. */
    private enum Change {
        LOSES_A_ROW {
            @Override
            void to(Path file, Random random) throws IOException {
                List<String> lines = new ArrayList<>(Files.readAllLines(file));
                if (lines.size() > 2) {
                    lines.remove(1 + random.nextInt(lines.size() - 1));
                    Files.write(file, lines);
                }
            }
        },
        GAINS_A_BROKEN_ROW {
            @Override
            void to(Path file, Random random) throws IOException {
                Files.writeString(file, Files.readString(file) + "\"{broken\n");
            }
        },
        GETS_ITS_ROWS_IN_ANOTHER_ORDER {
            @Override
            void to(Path file, Random random) throws IOException {
                List<String> lines = new ArrayList<>(Files.readAllLines(file));
                Collections.shuffle(lines.subList(isTable(file) ? 1 : 0, lines.size()), random);
                Files.write(file, lines);
            }
        },
        IS_DELIVERED_TWICE {
            @Override
            void to(Path file, Random random) throws IOException {
                Files.copy(file, another(file, random));
            }
        },
        GETS_ANOTHER_NAME {
            @Override
            void to(Path file, Random random) throws IOException {
                Files.move(file, another(file, random));
            }
        },
        CHANGES_PLACES {
            @Override
            void to(Path file, Random random) throws IOException {
                List<Path> siblings = files(file.getParent());
                Path other = siblings.get(random.nextInt(siblings.size()));
                byte[] bytes = Files.readAllBytes(file);
                Files.write(file, Files.readAllBytes(other));
                Files.write(other, bytes);
            }
        },
        GOES {
            @Override
            void to(Path file, Random random) throws IOException {
                if (files(file.getParent()).size() > 1) {
                    Files.delete(file);
                }
            }
        };

        abstract void to(Path file, Random random) throws IOException;

        private static Path another(Path file, Random random) {
            String name = file.getFileName().toString();
            return file.resolveSibling(
                    "part-" + (1000 + random.nextInt(1_000_000)) + name.substring(name.indexOf('.')));
        }
    }
}
