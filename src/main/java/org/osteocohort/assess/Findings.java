package org.osteocohort.assess;

import java.io.IOException;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.report.QuarantineRow;

/** Takes what is found out of children, one owner of rows after the other. */
interface Findings {
    void write(Assessment assessment) throws IOException;

    void write(Owner owner, QuarantineRow row) throws IOException;
}
