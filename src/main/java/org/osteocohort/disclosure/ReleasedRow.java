package org.osteocohort.disclosure;

import org.osteocohort.table.Meaning;
import org.osteocohort.table.Table;

/**
 * One row of the ledger {@code released}, by which a run knows what earlier ones told; see the meanings of its columns.
 */
public record ReleasedRow(
        @Meaning("What the number counts") String counted,
        @Meaning("The cell, as axis=level") String cell,

        @Meaning(
                value = "A count that some run showed, before rounding; of a hidden cell the count at which it was "
                        + "hidden, until it has changed by the threshold; null when it came hidden",
                unit = "children")
        Long count,

        @Meaning("shown (by the last run), earlier (by a run before it) or hidden (by the last run)")
        String state,

        @Meaning("Why the last run hid it, in the words of the table suppression; null when it was shown")
        String reason,

        @Meaning(
                value = "Digest of all that the last run's decision rests on: the number and all that hang together "
                        + "with it by relations, these, whom they follow, threshold and procedure; a run that would "
                        + "decide about the same shows and hides the same. Null for a zero, and for what the last run "
                        + "did not publish",
                since = "1.6")
        String decidedOn) {
    public static final Table<ReleasedRow> TABLE = Table.of(
            "released",
            "cell and count that a run ever showed, or cell that the last run hid; carried from run to run",
            ReleasedRow.class);

    /** Whether this version knows the words of the row; the ledger of a later one may have others. */
    public boolean understood() {
        return Ledger.understands(this);
    }
}
