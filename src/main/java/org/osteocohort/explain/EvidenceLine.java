package org.osteocohort.explain;

import java.util.Comparator;
import org.osteocohort.report.EvidenceRow;

/** A source record in one line, so that it can be found again in the source. */
final class EvidenceLine {
    static final Comparator<EvidenceRow> CHRONOLOGICAL = Comparator.comparing(EvidenceRow::eventDate)
            .thenComparing(EvidenceRow::sourceTable)
            .thenComparing(EvidenceRow::sourceId)
            .thenComparing(EvidenceRow::vocabulary)
            .thenComparing(EvidenceRow::code);

    private EvidenceLine() {}

    /** For example {@code 2020-03-01 measurement 4: LOINC 85394-5, value -2.4 {Z-score}, by source code}. */
    static String of(EvidenceRow row) {
        String unit = row.unit() == null ? "" : " " + row.unit();
        String value = row.value() == null ? "" : ", value " + row.value() + unit;
        return row.eventDate() + " " + row.sourceTable() + " " + row.sourceId() + ": " + row.vocabulary() + " "
                + row.code() + value + ", by " + Words.plain(row.match());
    }
}
