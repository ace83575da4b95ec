package org.osteocohort.codes;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.osteocohort.problem.PlainName;
import org.osteocohort.problem.Problem;

/**
 * Reads code set files: CSV with the header {@code item,role,vocabulary,code,match,active,description,verified,source}.
 * Every mistake of every file is gathered; rows without a mistake are kept.
 */
public final class CodeSetReader {
    private static final List<String> COLUMNS =
            List.of("item", "role", "vocabulary", "code", "match", "active", "description", "verified", "source");
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .get();

    private final List<CodeRow> rows = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /** Reads every {@code .csv} file of a folder, in the order of their names, and then the local files. */
    public static CodeSetReader read(Path folder, List<Path> localFiles) {
        CodeSetReader reader = new CodeSetReader();
        List<Path> files = new ArrayList<>(reader.filesOf(folder));
        files.addAll(localFiles);
        files.forEach(reader::readFile);
        return reader;
    }

    /** The rows that could be read. */
    public List<CodeRow> rows() {
        return List.copyOf(rows);
    }

    /** What is wrong in the files; empty when nothing is. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    private List<Path> filesOf(Path folder) {
        if (!Files.isDirectory(folder)) {
            problems.add(new Problem(folder.toString(), "this folder of code sets does not exist"));
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> files = entries.filter(
                            file -> file.getFileName().toString().endsWith(".csv"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                problems.add(new Problem(folder.toString(), "this folder of code sets holds no .csv file"));
            }
            return files;
        } catch (IOException exception) {
            problems.add(new Problem(folder.toString(), "this folder of code sets cannot be listed"));
            return List.of();
        }
    }

    private void readFile(Path file) {
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser parser = CSVParser.parse(text, FORMAT)) {
            List<String> missing = new ArrayList<>(COLUMNS);
            missing.removeAll(parser.getHeaderNames());
            if (!missing.isEmpty()) {
                problems.add(new Problem(file.toString(), "the header lacks " + String.join(", ", missing)));
                return;
            }
            int before = rows.size();
            for (CSVRecord line : parser) {
                readLine(file, parser.getCurrentLineNumber(), line);
            }
            if (rows.size() == before) {
                problems.add(new Problem(file.toString(), "the file holds no usable row"));
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException exception) {
            problems.add(new Problem(file.toString(), "the file cannot be read as CSV in UTF-8"));
        }
    }

    private void readLine(Path file, long number, CSVRecord line) {
        String place = file + " line " + number;
        if (!line.isConsistent()) {
            problems.add(new Problem(place, "the line has " + line.size() + " fields, not " + COLUMNS.size()));
            return;
        }
        Optional<Role> role = Role.labelled(line.get("role"));
        Optional<Vocabulary> vocabulary = Vocabulary.named(line.get("vocabulary"));
        Optional<CodeMatch> match = matchNamed(line.get("match"));
        Optional<Boolean> active = yesOrNo(line.get("active"));
        String code = Vocabulary.normalized(line.get("code"));
        require(role.isPresent(), place, "role", line.get("role"), "one of the roles in the README");
        require(vocabulary.isPresent(), place, "vocabulary", line.get("vocabulary"), "for example ICD10CM");
        require(
                match.isPresent(),
                place,
                "match",
                line.get("match"),
                "exact, prefix, descendants, ingredient or class");
        require(active.isPresent(), place, "active", line.get("active"), "yes or no");
        require(!code.isEmpty(), place, "code", line.get("code"), "a code");
        require(
                PlainName.isPlain(line.get("item")),
                place,
                "item",
                line.get("item"),
                "the item the code stands for: " + PlainName.EXPECTED);
        if (role.isEmpty() || vocabulary.isEmpty() || match.isEmpty() || active.isEmpty() || code.isEmpty()) {
            return;
        }
        rows.add(new CodeRow(
                line.get("item"),
                role.get(),
                new CodeKey(vocabulary.get(), code),
                match.get(),
                active.get(),
                line.get("description"),
                line.get("verified"),
                line.get("source"),
                file.getFileName().toString(),
                number));
    }

    private void require(boolean holds, String place, String column, String found, String expected) {
        if (!holds) {
            problems.add(new Problem(place, column + " is '" + found + "', expected " + expected));
        }
    }

    private static Optional<CodeMatch> matchNamed(String text) {
        for (CodeMatch match : CodeMatch.values()) {
            if (match.name().toLowerCase(Locale.ROOT).equals(text)) {
                return Optional.of(match);
            }
        }
        return Optional.empty();
    }

    private static Optional<Boolean> yesOrNo(String text) {
        return switch (text) {
            case "yes" -> Optional.of(true);
            case "no" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
