package org.osteocohort.source.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.osteocohort.problem.Problem;

/**
 * Sorts the files of a table by their columns. Spark reads text by position, so two files whose columns stand in
 * another order must never share a scan; two Parquet files of other types must not either.
 */
final class FileGroups {
    private final FileSystem fileSystem;
    private final Configuration configuration;
    private final TableShape shape;
    private final Character delimiter;
    private final IdentifierCheck identifiers;
    private final List<Problem> problems;
    private final Map<FileGroup, List<String>> groups = new LinkedHashMap<>();

    FileGroups(
            FileSystem fileSystem,
            Configuration configuration,
            TableShape shape,
            Character delimiter,
            IdentifierCheck identifiers,
            List<Problem> problems) {
        this.fileSystem = fileSystem;
        this.configuration = configuration;
        this.shape = shape;
        this.delimiter = delimiter;
        this.identifiers = identifiers;
        this.problems = problems;
    }

    /**
     * The groups, in the order in which they are first met; files with a problem are left out.
     *
     * @param chosen which files to open
     */
    List<FileGroup> of(TableFiles table, Predicate<Path> chosen) {
        for (int position = 0; position < table.files().size(); position++) {
            Path file = table.files().get(position);
            if (!chosen.test(file)) {
                continue;
            }
            try {
                Optional<FileGroup> form = table.parquet() ? parquet(file, position) : text(file, position);
                form.ifPresent(group -> groups.computeIfAbsent(group, key -> new ArrayList<>())
                        .add(file.toUri().getPath()));
            } catch (DamagedFileException damaged) {
                problems.add(damaged.problem());
            } catch (WrongEncodingException otherEncoding) {
                report(file, "the file is not UTF-8 text, perhaps UTF-16; save it as UTF-8");
            } catch (IOException unreadable) {
                // The reason may quote bytes of the file, so it is not passed on.
                report(file, FailedRead.UNREADABLE);
            }
        }
        return groups.entrySet().stream()
                .map(entry -> entry.getKey().of(entry.getValue()))
                .toList();
    }

    private Optional<FileGroup> text(Path file, int position) throws IOException {
        TextHeader header = TextHeader.read(fileSystem, file, shape, delimiter);
        StructType columns = new StructType();
        Set<String> seen = new HashSet<>();
        Set<String> twice = new TreeSet<>();
        for (int place = 0; place < header.columns().size(); place++) {
            String name = header.columns().get(place);
            boolean read = shape.reads(name) && seen.add(name);
            if (shape.reads(name) && !read) {
                twice.add(name);
            }
            // Columns nobody reads get a name that cannot clash.
            columns = columns.add(read ? name : "#" + place, DataTypes.StringType);
        }
        FileGroup group = new FileGroup(false, columns, header.delimiter(), header.quoted(), List.of());
        if (!check(file, seen, twice, header)) {
            return Optional.empty();
        }
        identifiers.look(file, position, header.columns(), group);
        return Optional.of(group);
    }

    private Optional<FileGroup> parquet(Path file, int position) throws IOException {
        List<StructField> fields = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Set<String> twice = new TreeSet<>();
        List<Type> stored = ParquetFooter.read(file, configuration).getFields();
        for (Type column : stored) {
            String name = column.getName().toLowerCase(Locale.ROOT);
            if (!shape.reads(name)) {
                continue;
            }
            Optional<StructField> field = ParquetFooter.field(column);
            if (!seen.add(name)) {
                twice.add(name);
            }
            if (field.isEmpty()) {
                report(file, "column " + name + " has a type that is neither text, number nor date");
            }
            field.ifPresent(fields::add);
        }
        boolean complete = check(file, seen, twice, null) && fields.size() == seen.size();
        FileGroup group = new FileGroup(true, ParquetFooter.fields(fields), ',', true, List.of());
        if (!complete) {
            return Optional.empty();
        }
        identifiers.look(file, position, stored.stream().map(Type::getName).toList(), group);
        return Optional.of(group);
    }

    private boolean check(Path file, Set<String> present, Set<String> twice, TextHeader header) {
        List<String> missing = shape.missingIn(present);
        if (!missing.isEmpty()) {
            boolean single = header != null && header.columns().size() == 1;
            report(
                    file,
                    "the table " + shape.name() + " lacks " + String.join("; ", missing)
                            + (single
                                    ? "; its first line is one single column, so the delimiter is probably wrong (used "
                                            + named(header.delimiter()) + ") or the header is missing"
                                    : ""));
        }
        if (!twice.isEmpty()) {
            report(file, "columns that are there twice when case is ignored: " + String.join(", ", twice));
        }
        return missing.isEmpty() && twice.isEmpty();
    }

    private static String named(char delimiter) {
        return delimiter == '\t' ? "tab" : "'" + delimiter + "'";
    }

    private void report(Path file, String what) {
        problems.add(new Problem(file.toUri().getPath(), what));
    }
}
