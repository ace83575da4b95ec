package org.osteocohort.cache;

import java.nio.file.Path;
import java.util.Map;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.source.SourceFile;

/**
 * What the last run has found out of all children.
 *
 * @param contents a digest of all inputs
 * @param rows of each source file the key of its entry
 * @param tally of all children
 * @param files the folder of the task attempts that wrote their restricted rows
 */
public record KeptAssessment(String contents, Map<SourceFile, String> rows, Tally tally, Path files) {
    public KeptAssessment {
        rows = Map.copyOf(rows);
    }
}
