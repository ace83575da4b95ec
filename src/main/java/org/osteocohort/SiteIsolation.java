package org.osteocohort;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.osteocohort.job.Extract;
import org.osteocohort.job.Job;
import org.osteocohort.job.OnFailure;
import org.osteocohort.problem.Problem;
import org.osteocohort.problem.ProblemsException;

/**
 * Does the work of a job without the extracts that fail, where the job allows that.
 *
 * @param job the job that could be done, with the extracts that are left
 * @param result of the work
 * @param isolated the problems of each extract that was left out, in the order in which they failed
 */
record SiteIsolation<T>(Job job, T result, Map<Extract, List<Problem>> isolated) {
    /**
     * Tries until all extracts that are left can be used.
     *
     * @param work what may fail with problems whose places lie in an extract
     * @throws ProblemsException when an extract fails that may not be left out, when nobody knows which one failed, or
     *     when none is left
     */
    static <T> SiteIsolation<T> of(Job asked, Function<Job, T> work) {
        Map<Extract, List<Problem>> isolated = new LinkedHashMap<>();
        Job job = asked;
        while (true) {
            try {
                return new SiteIsolation<>(job, work.apply(job), isolated);
            } catch (ProblemsException failure) {
                Map<Extract, List<Problem>> failed = byExtract(job, failure);
                List<Extract> left = new ArrayList<>(job.extracts());
                left.removeAll(failed.keySet());
                if (failed.isEmpty() || left.isEmpty()) {
                    throw failure;
                }
                isolated.putAll(failed);
                job = job.withExtracts(left);
            }
        }
    }

    /** The extracts that may be left out and what is wrong with them; empty when the failure is another's too. */
    private static Map<Extract, List<Problem>> byExtract(Job job, ProblemsException failure) {
        Map<Extract, List<Problem>> problems = new LinkedHashMap<>();
        for (Problem problem : failure.problems()) {
            Optional<Extract> extract = job.extracts().stream()
                    .filter(candidate -> candidate.onFailure() == OnFailure.ISOLATE)
                    .filter(candidate ->
                            isWithin(problem.place(), candidate.path().toString()))
                    .findFirst();
            if (extract.isEmpty()) {
                return Map.of();
            }
            problems.computeIfAbsent(extract.get(), key -> new ArrayList<>()).add(problem);
        }
        return problems;
    }

    private static boolean isWithin(String place, String folder) {
        return place.equals(folder) || place.startsWith(folder + "/");
    }
}
