package org.osteocohort.assess;

import java.util.ArrayList;
import java.util.List;
import org.osteocohort.job.Extract;
import org.osteocohort.job.Job;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.measure.tally.TallyKey;
import org.osteocohort.problem.BadInputException;
import org.osteocohort.problem.Problem;

/** What only the data as a whole can show; judged after the scan and before anything is published. */
public final class InputChecks {
    private static final String MEASURE = "input";
    private static final String PATIENTS = "patients";

    private InputChecks() {}

    /** Children that the extract of a site describes. */
    static TallyKey patients(String site) {
        return TallyKey.of(MEASURE, PATIENTS, site);
    }

    /** The children of all sites. */
    static long patients(Tally tally) {
        long[] all = new long[1];
        tally.forEach(MEASURE, (parts, count) -> all[0] += parts.get(0).equals(PATIENTS) ? count : 0);
        return all[0];
    }

    /** Those of them who are observed on any day of the study. */
    static TallyKey observedInStudy(String site) {
        return TallyKey.of(MEASURE, "observed_in_study", site);
    }

    /**
     * Refuses an extract that no report can be made of.
     *
     * @throws BadInputException with all problems; they name tables, columns and counts, never a value
     */
    public static void require(Tally tally, Job job) {
        List<Problem> problems = new ArrayList<>();
        for (Extract extract : job.extracts()) {
            String place = extract.path().toString();
            if (tally.count(patients(extract.site())) == 0) {
                problems.add(new Problem(place, extract.format().patients() + " holds no usable row"));
            } else if (tally.count(observedInStudy(extract.site())) == 0) {
                problems.add(new Problem(
                        place,
                        "nobody is observed on any day of the study; compare study.start and study.end of the job "
                                + "with "
                                + extract.format().observation()));
            }
        }
        if (!problems.isEmpty()) {
            throw new BadInputException(problems);
        }
    }
}
