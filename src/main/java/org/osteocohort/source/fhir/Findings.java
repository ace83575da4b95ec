package org.osteocohort.source.fhir;

import java.time.LocalDate;
import org.apache.spark.sql.Row;

/** Takes what the lines of an extract tell. */
interface Findings {
    /** A row in the canonical shape. */
    void row(Row row);

    /** A time of care, of which the first and the last make a patient's time of observation. */
    void contact(String patientId, LocalDate start, LocalDate end);

    /** @param patientId null when it is not known whose it is */
    void fault(String patientId, Fault fault);
}
