package org.osteocohort.source.fhir;

import java.time.LocalDate;
import org.osteocohort.source.CanonicalRows;
import org.osteocohort.source.FaultRule;

/** Takes what a line tells. */
interface Findings {
    /** Where a line stands whose resource type is not known. */
    String LINE = CanonicalRows.NO_TABLE;

    /**
     * A canonical row.
     *
     * @param type the resource type
     * @param part the name of the part that is filled
     */
    void row(String patientId, String type, String part, Object value);

    /** A time of care, of which the first and the last make a patient's time of observation. */
    void contact(String patientId, LocalDate start, LocalDate end);

    /** A drug record of which nobody can tell what drug it is. */
    void unmappedDrug(String type);

    /**
     * A resource, or a part of it that would have been a row, that cannot be used.
     *
     * @param patientId null when it is not known whose it is
     * @param element null when it is the resource as a whole
     */
    void fault(String patientId, String type, String element, FaultRule rule);
}
