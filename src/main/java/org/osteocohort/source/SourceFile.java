package org.osteocohort.source;

import java.io.Serializable;

/**
 * A file of an extract.
 *
 * @param path within the extract
 */
public record SourceFile(String site, String path) implements Serializable {}
