package org.osteocohort.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * The rows of an OMOP extract of CSV files, whose tables are folders, as they come night after night: a few children are
 * others than they were.
 */
public final class RowDeliveries {
    private static final String PERSON_ID = "person_id";

    private final Path extract;
    private final Random random;

    public RowDeliveries(Path extract, Random random) {
        this.extract = extract;
        this.random = random;
    }

    /** Does so many things to rows; tells what, and to which file's. */
    public List<String> next(int changes) throws IOException {
        List<String> done = new ArrayList<>();
        for (int change = 0; change < changes; change++) {
            List<Path> files = Deliveries.files(extract).stream()
                    .filter(file -> personColumn(file) >= 0)
                    .toList();
            Path file = files.get(random.nextInt(files.size()));
            Change what = Change.values()[random.nextInt(Change.values().length)];
            what.to(file, this);
            done.add(extract.relativize(file) + " " + what);
        }
        return done;
    }

    private static List<String> lines(Path file) {
        try {
            return new ArrayList<>(Files.readAllLines(file));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    /** Of tables of concepts -1. */
    private static int personColumn(Path file) {
        return Arrays.asList(lines(file).get(0).split(",")).indexOf(PERSON_ID);
    }

    private static String person(String line, int column) {
        return line.split(",", -1)[column];
    }

    /** The number of some line that is no header; 0 when there is none. */
    private int some(List<String> lines) {
        return lines.size() < 2 ? 0 : 1 + random.nextInt(lines.size() - 1);
    }

    private Path sibling(Path file) throws IOException {
        List<Path> siblings = Deliveries.files(file.getParent());
        return siblings.get(random.nextInt(siblings.size()));
    }

    /** What may happen between two deliveries. */
    private enum Change {
        ROW_GOES {
            @Override
            void to(Path file, RowDeliveries of) throws IOException {
                List<String> lines = lines(file);
                int line = of.some(lines);
                if (line > 0) {
                    lines.remove(line);
                    Files.write(file, lines);
                }
            }
        },
        ROW_CHANGES {
            @Override
            void to(Path file, RowDeliveries of) throws IOException {
                List<String> lines = lines(file);
                int line = of.some(lines);
                lines.set(line, lines.get(line).replace("-0", "-1").replace("-18", "-08"));
                Files.write(file, lines);
            }
        },
        ROW_COMES_TWICE {
            @Override
            void to(Path file, RowDeliveries of) throws IOException {
                String row = lines(file).get(of.some(lines(file)));
                Path other = of.sibling(file);
                List<String> lines = lines(other);
                lines.add(1 + of.random.nextInt(lines.size()), row);
                Files.write(other, lines);
            }
        },
        CHILD_MOVES_TO_ANOTHER_FILE {
            @Override
            void to(Path file, RowDeliveries of) throws IOException {
                int column = personColumn(file);
                List<String> lines = lines(file);
                String child = person(lines.get(of.some(lines)), column);
                List<String> moved = new ArrayList<>(lines.subList(0, 1));
                lines.stream()
                        .skip(1)
                        .filter(line -> person(line, column).equals(child))
                        .forEach(moved::add);
                lines.subList(1, lines.size())
                        .removeIf(line -> person(line, column).equals(child));
                Files.write(file, lines);
                Files.write(file.resolveSibling("more-" + of.random.nextInt(1_000_000) + ".csv"), moved);
            }
        },
        CHILD_GOES {
            @Override
            void to(Path file, RowDeliveries of) throws IOException {
                List<String> some = lines(file);
                String child = person(some.get(of.some(some)), personColumn(file));
                for (Path each : Deliveries.files(of.extract)) {
                    int column = personColumn(each);
                    List<String> lines = lines(each);
                    if (column >= 0
                            && lines.subList(1, lines.size())
                                    .removeIf(line -> person(line, column).equals(child))) {
                        Files.write(each, lines);
                    }
                }
            }
        },
        ROW_OF_NOBODY_COMES {
            @Override
            void to(Path file, RowDeliveries of) throws IOException {
                List<String> lines = lines(file);
                int line = of.some(lines);
                String[] cells = lines.get(line).split(",", -1);
                cells[personColumn(file)] = "";
                lines.add(line + 1, String.join(",", cells));
                Files.write(file, lines);
            }
        },
        ROWS_OF_NOBODY_GO {
            @Override
            void to(Path file, RowDeliveries of) throws IOException {
                List<String> lines = lines(file);
                int column = personColumn(file);
                lines.removeIf(line -> person(line, column).isEmpty());
                Files.write(file, lines);
            }
        },
        NEIGHBOURS_CHANGE_PLACES {
            @Override
            void to(Path file, RowDeliveries of) throws IOException {
                List<String> lines = lines(file);
                int line = of.some(lines);
                if (line > 1) {
                    Collections.swap(lines, line, line - 1);
                    Files.write(file, lines);
                }
            }
        },
        SMALLEST_FILE_GOES {
            @Override
            void to(Path file, RowDeliveries of) throws IOException {
                List<Path> siblings = Deliveries.files(file.getParent());
                if (siblings.size() > 4) {
                    Files.delete(Collections.min(
                            siblings,
                            Comparator.comparingInt(sibling -> lines(sibling).size())));
                }
            }
        };

        abstract void to(Path file, RowDeliveries of) throws IOException;
    }
}
