package org.osteocohort.source;

import java.io.IOException;

/**
 * What files tell at a first look, before anybody knows which of them to read. Whoever remembers it spares a file that did
 * not change from being opened for it.
 */
public interface FirstLooks {
    /** Remembers nothing. */
    FirstLooks NONE = (file, look) -> look.tell();

    /**
     * What a file tells, whether it is looked at now or was before.
     *
     * @param file as a path within the extract, with slashes
     * @throws IOException when the look fails
     */
    String of(String file, Look look) throws IOException;

    /** Opens a file and tells, in a text, what it holds; of the file's name and content alone. */
    interface Look {
        String tell() throws IOException;
    }
}
