package org.osteocohort.measure.tally;

import java.util.Objects;

/**
 * One number of a {@link Tally} as a flat row, so that an engine can carry partial tallies and add them up by measure
 * and cell.
 *
 * @param cell the key's parts in one text
 */
public record TallyRow(String measure, String cell, long count) {
    public TallyRow {
        Objects.requireNonNull(measure, "measure");
        Objects.requireNonNull(cell, "cell");
    }
}
