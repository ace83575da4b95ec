package org.osteocohort.publish;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.io.InputFile;

/**
 * The few things that publishing asks of the place where runs stand. Paths start at the output and have slashes.
 * Whatever throws may have happened or not: whoever needs to know looks again.
 */
interface OutputStore {
    /** The full name, for people and for the tasks that write there. */
    String name(String path);

    boolean exists(String path) throws IOException;

    /** Names of what is directly in a folder, in order; empty when there is no such folder. */
    List<String> children(String folder) throws IOException;

    /** Paths of all files below a folder, in order; empty when there is no such folder. */
    List<String> files(String folder) throws IOException;

    long bytes(String file) throws IOException;

    InputStream open(String file) throws IOException;

    InputFile parquet(String file) throws IOException;

    void makeFolder(String folder) throws IOException;

    /** Writes a file; it may be seen half-written, so nobody may know its name yet. */
    void write(String file, String text) throws IOException;

    /** Brings a file of this machine to the store. */
    void bring(Path local, String file) throws IOException;

    /** Moves a file or a folder to a name that is free. */
    void move(String from, String to) throws IOException;

    /** Removes a file or a folder with all that is in it; nothing happens when there is none. */
    void delete(String path) throws IOException;

    /** Sees to it that all below a folder survives a power cut, as far as the store leaves that to its users. */
    void force(String folder) throws IOException;

    /** Writes a small file in place of another; a reader sees the old text or the new, see {@link StoreKind}. */
    void replace(String file, String text) throws IOException;

    /** Whether a folder gets its name in one step, so that nobody sees a part of it under that name. */
    boolean movesFoldersAtOnce();

    /** Locks the output, or tells who has it. */
    HeldLock lock(LockOwner owner) throws IOException;
}
