package org.osteocohort.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.osteocohort.StudyResult;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.generate.GenerateOptions;
import org.osteocohort.job.Extract;
import org.osteocohort.job.Job;
import org.osteocohort.problem.Problem;

/** The work behind the commands. Nothing here needs the command line, and the command line needs no Spark. */
interface Operations {
    /**
     * Runs a study and publishes it.
     *
     * @param stage told what is being done now, as in "reading the extracts"
     * @return the published run
     */
    StudyResult run(RunRequest request, Consumer<String> stage);

    /** Looks at an extract; lines of text for a person, small counts hidden. */
    List<String> inspect(Extract extract, CodeSets codeSets);

    /** Writes an extract of invented children. */
    void generate(GenerateOptions options);

    /** Reads the clinical rules of a job and the tables it supplies; every mistake is added to the problems. */
    void rules(Job job, List<Problem> problems);

    /** Reads a phenotype definition; after a mistake, a problem is added and the answer means nothing. */
    PhenotypeSummary phenotype(Path file, List<Problem> problems);

    /**
     * A phenotype definition for people.
     *
     * @param name as it stands in the reports
     * @param description in plain English, several lines
     */
    record PhenotypeSummary(String name, String description) {
        public PhenotypeSummary {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(description, "description");
        }
    }
}
