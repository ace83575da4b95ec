package org.osteocohort.assess;

import java.io.IOException;
import java.util.Iterator;
import org.apache.spark.sql.Row;
import org.osteocohort.ehr.PatientHistory;
import org.osteocohort.measure.Measures;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.phenotype.Assessor;

/** Assesses children one after the other, and counts them. */
final class ChildrenCount {
    private ChildrenCount() {}

    /**
     * The tally of some children.
     *
     * @param bundles sorted by child
     * @param findings gets all that is found out of each
     */
    static Tally of(Iterator<Row> bundles, Study study, Findings findings) throws IOException {
        Assessor assessor = study.assessor();
        Measures measures = study.measures();
        Tally tally = new Tally();
        Quarantine quarantine = new Quarantine(findings::write);
        Iterator<PatientHistory> children = new PatientIterator(bundles, study, quarantine);
        while (children.hasNext()) {
            PatientHistory history = children.next();
            String site = history.patient().site();
            tally.add(InputChecks.patients(site));
            if (study.observed(history)) {
                tally.add(InputChecks.observedInStudy(site));
            }
            Assessment assessment = assessor.assess(history);
            measures.observe(assessment, tally);
            findings.write(assessment);
        }
        quarantine.count(tally);
        return tally;
    }
}
