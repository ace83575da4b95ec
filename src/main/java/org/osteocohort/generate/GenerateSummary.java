package org.osteocohort.generate;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was generated.
 *
 * @param rows rows by table
 * @param bytes size of all files
 */
public record GenerateSummary(long patients, SortedMap<String, Long> rows, long bytes) {
    public GenerateSummary {
        rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    }
}
