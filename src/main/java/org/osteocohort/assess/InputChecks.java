package org.osteocohort.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osteocohort.job.ExtractFormat;
import org.osteocohort.job.Job;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.measure.tally.TallyKey;
import org.osteocohort.problem.BadInputException;
import org.osteocohort.problem.Problem;

/** What only the data as a whole can show; judged after the scan and before anything is published. */
public final class InputChecks {
    /** Children that the extracts describe. */
    static final TallyKey PATIENTS = TallyKey.of("input", "patients");

    /** Those of them who are observed on any day of the study. */
    static final TallyKey OBSERVED_IN_STUDY = TallyKey.of("input", "observed_in_study");

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
        long patients = tally.count(PATIENTS);
        if (patients == 0) {
            problems.add(new Problem(extracts, inFormats(job, ExtractFormat::patients) + " holds no usable row"));
        } else if (tally.count(OBSERVED_IN_STUDY) == 0) {
            problems.add(new Problem(
                    extracts,
                    "nobody is observed on any day of the study; compare study.start and study.end of the job with "
                            + inFormats(job, ExtractFormat::observation)));
        }
        if (!problems.isEmpty()) {
            throw new BadInputException(problems);
        }
    }

    private static String inFormats(Job job, Function<ExtractFormat, String> words) {
        return job.extracts().stream()
                .map(extract -> words.apply(extract.format()))
                .distinct()
                .collect(Collectors.joining(" or "));
    }
}
