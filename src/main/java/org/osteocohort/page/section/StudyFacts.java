package org.osteocohort.page.section;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.osteocohort.job.Extract;
import org.osteocohort.job.Job;
import org.osteocohort.report.ReportContract;
import org.osteocohort.report.ReportOrigin;

/**
 * What the page says of the study itself.
 *
 * @param minAgeYears completed years, inclusive
 * @param maxAgeYears completed years, exclusive
 * @param sites that are in the reports
 * @param sitesLeftOut that are not, since their extracts could not be used
 * @param threshold the smallest count that is shown
 * @param origin what the numbers follow from
 */
public record StudyFacts(
        String name,
        LocalDate start,
        LocalDate end,
        int minAgeYears,
        int maxAgeYears,
        List<String> sites,
        List<String> sitesLeftOut,
        int threshold,
        ReportOrigin origin) {
    private static final int DIGITS = 8;

    public StudyFacts {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(origin, "origin");
        sites = List.copyOf(sites);
        sitesLeftOut = List.copyOf(sitesLeftOut);
    }

    /**
     * The facts of a job.
     *
     * @param leftOut the extracts that could not be used
     */
    public static StudyFacts of(Job job, Set<Extract> leftOut, ReportOrigin origin) {
        Map<Boolean, List<String>> sites = job.extracts().stream()
                .collect(Collectors.partitioningBy(
                        leftOut::contains, Collectors.mapping(Extract::site, Collectors.toList())));
        return new StudyFacts(
                job.name(),
                job.study().start(),
                job.study().end(),
                job.population().minAgeYears(),
                job.population().maxAgeYears(),
                sites.get(false),
                sites.get(true),
                job.disclosure().threshold(),
                origin);
    }

    /** What stands below the title. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(
                Names.day(start) + " to " + Names.day(end),
                "Children of " + minAgeYears + " to " + (maxAgeYears - 1) + " years",
                (sites.size() == 1 ? "Site " : "Sites ") + String.join(", ", sites)));
        if (!sitesLeftOut.isEmpty()) {
            lines.add("Left out: " + String.join(", ", sitesLeftOut));
        }
        lines.add("Counts below " + threshold + " are hidden");
        return lines;
    }

    /** What tells this page from one of another job or of other definitions. */
    public String identity() {
        return "Job " + origin.job().substring(0, DIGITS) + ", definitions "
                + origin.definitions().substring(0, DIGITS) + ", tables of version " + ReportContract.VERSION + ".";
    }
}
