package org.osteocohort.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osteocohort.publish.PublishingException;

/**
 * The job that the program carries, the one of the sample: a job file with comments, code sets, rules, definitions and
 * standard populations. Written to a folder of the user's own, it is ready to be edited.
 */
final class JobFolder {
    /** The job file's name in the folder. */
    static final String JOB_FILE = "job.yaml";

    /** Where the job stands beside the classes; pom.xml puts it there. */
    private static final String CARRIED = "job";

    private static final String CARRIED_JOB_FILE = "sample.yaml";
    private static final String NAME_KEY = "name:";

    private static final String HEAD = """
            # A job for OsteoCohort. Set the site, the format and the path of your extract and the days of the study, then
            #
            #   osteocohort inspect extract --format omop   what is in the extract
            #   osteocohort check job.yaml                  everything that is wrong with this file, without running it
            #   osteocohort run job.yaml                    reads, counts, hides small cells and publishes
            #
            # Relative paths start at the folder of this file. On the command line any value can be replaced:
            # --set study.end=2022-12-31 --set 'extracts[0].path=/data/omop'

            """;

    private JobFolder() {}

    /**
     * Writes the job and all that it names.
     *
     * @param folder is made when it is not there
     * @param site as the job names it
     * @param extract the path that the job names, absolute or from the folder on
     * @return the job file
     * @throws PublishingException when a file cannot be written; files that are there already are left alone
     */
    static Path write(Path folder, String site, String extract) {
        try {
            copyCarried(folder);
            String text = Files.readString(folder.resolve(CARRIED_JOB_FILE));
            Files.delete(folder.resolve(CARRIED_JOB_FILE));
            return Files.writeString(folder.resolve(JOB_FILE), edited(text, site, extract));
        } catch (IOException exception) {
            throw new PublishingException("cannot write to " + folder, exception);
        }
    }

    /** The sample's job file as one to start from. */
    private static String edited(String sample, String site, String extract) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("name: Pediatric osteoporosis, sample data", "name: Pediatric osteoporosis");
        lines.put("  - site: sample", "  - site: " + site);
        lines.put("    path: ../../sample-data/omop", "    path: " + extract);
        lines.put("output: ../../target/sample-run", "output: output");
        String text = HEAD + sample.substring(sample.indexOf(NAME_KEY));
        for (Map.Entry<String, String> line : lines.entrySet()) {
            if (!text.contains(line.getKey() + "\n")) {
                throw new IllegalStateException("the job that is carried has no line '" + line.getKey() + "'");
            }
            text = text.replace(line.getKey() + "\n", line.getValue() + "\n");
        }
        return text;
    }

    private static void copyCarried(Path folder) throws IOException {
        URI carried;
        try {
            carried = JobFolder.class.getResource(CARRIED).toURI();
        } catch (URISyntaxException exception) {
            throw new IllegalStateException(exception);
        }
        if (!carried.getScheme().equals("jar")) {
            copy(Path.of(carried), folder);
            return;
        }
        try (FileSystem jar = FileSystems.newFileSystem(carried, Map.of())) {
            copy(jar.provider().getPath(carried), folder);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> paths = Files.walk(from)) {
            files = paths.filter(Files::isRegularFile).toList();
        } catch (UncheckedIOException exception) {
            throw exception.getCause();
        }
        for (Path file : files) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }
}
