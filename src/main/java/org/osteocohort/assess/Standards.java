package org.osteocohort.assess;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.osteocohort.job.Job;
import org.osteocohort.measure.comparison.StandardGrid;
import org.osteocohort.measure.population.StudyFrame;
import org.osteocohort.problem.BadJobException;
import org.osteocohort.problem.Problem;
import org.osteocohort.statistics.StandardPopulation;

/** The populations that a job standardizes its rates to. */
public final class Standards {
    private Standards() {}

    /** Reads each file; adds what is wrong with it, also for the ages and age bands of this job. */
    public static List<StandardPopulation> read(Job job, List<Problem> problems) {
        StudyFrame frame = StudyFrame.of(job, List.of(), List.of());
        List<StandardPopulation> standards = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Path file : job.standardPopulations()) {
            try {
                StandardPopulation standard = StandardPopulation.read(file);
                StandardGrid.mistake(standard, frame).ifPresent(mistake -> problems.add(problem(file, mistake)));
                if (!names.add(standard.name())) {
                    problems.add(problem(file, "another one has its name, " + standard.name()));
                }
                standards.add(standard);
            } catch (BadJobException exception) {
                problems.addAll(exception.problems());
            }
        }
        return standards;
    }

    private static Problem problem(Path file, String mistake) {
        return new Problem(file.toString(), "cannot be a standard of this job: " + mistake);
    }
}
