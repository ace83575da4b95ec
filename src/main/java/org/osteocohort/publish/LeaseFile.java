package org.osteocohort.publish;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The file of a lease: made only when it is not there, and then written over. */
final class LeaseFile {
    private final FileSystem fileSystem;
    private final Path file;

    LeaseFile(FileSystem fileSystem, Path file) {
        this.fileSystem = fileSystem;
        this.file = file;
    }

    Path path() {
        return file;
    }

    /** True when the file was not there and is now ours. */
    boolean create(String text) throws IOException {
        if (fileSystem.exists(file)) {
            return false;
        }
        try (FSDataOutputStream output = fileSystem.create(file, false)) {
            output.write(text.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (FileAlreadyExistsException exception) {
            return false;
        }
    }

    void overwrite(String text) throws IOException {
        try (FSDataOutputStream output = fileSystem.create(file, true)) {
            output.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The text; empty when there is no such file. */
    String read() throws IOException {
        try (FSDataInputStream input = fileSystem.open(file)) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (FileNotFoundException exception) {
            return "";
        }
    }

    void delete() throws IOException {
        fileSystem.delete(file, false);
    }
}
