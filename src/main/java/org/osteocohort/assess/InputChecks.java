package org.osteocohort.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.osteocohort.job.Job;
import org.osteocohort.measure.Tally;
import org.osteocohort.measure.TallyKey;
import org.osteocohort.problem.BadInputException;
import org.osteocohort.problem.Problem;

/** What only the data as a whole can show; judged after the scan and before anything is published. */
public final class InputChecks {
    private InputChecks() {}

    /**
     * Refuses an input that no report can be made of.
     *
     * @throws BadInputException with all problems; they name tables, columns and counts, never a value
     */
    public static void require(Tally tally, Job job) {
        String extracts = job.extracts().stream()
                .map(extract -> extract.path().toString())
                .collect(Collectors.joining(", "));
        List<Problem> problems = new ArrayList<>();
        long patients = tally.count(RowFaults.PATIENTS);
        if (patients == 0) {
            problems.add(new Problem(extracts, "the table of persons holds no usable row"));
        } else if (tally.count(RowFaults.OBSERVED_IN_STUDY) == 0) {
            problems.add(new Problem(
                    extracts,
                    "nobody is observed on any day of the study; compare study.start and study.end with the "
                            + "observation periods of the data"));
        }
        count(
                problems,
                tally,
                RowFaults.DUPLICATE_PATIENT,
                extracts,
                "person ids stand more than once in the table of persons");
        count(
                problems,
                tally,
                RowFaults.OBSERVATION_ENDS_BEFORE_START,
                extracts,
                "observation periods end before they start");
        if (!problems.isEmpty()) {
            throw new BadInputException(problems);
        }
    }

    private static void count(List<Problem> problems, Tally tally, TallyKey key, String place, String what) {
        long count = tally.count(key);
        if (count > 0) {
            problems.add(new Problem(place, count + " " + what));
        }
    }
}
