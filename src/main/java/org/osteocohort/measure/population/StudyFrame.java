package org.osteocohort.measure.population;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.osteocohort.codes.CodeRow;
import org.osteocohort.job.Extract;
import org.osteocohort.job.Job;
import org.osteocohort.job.ReportSettings;
import org.osteocohort.statistics.StandardPopulation;

/**
 * What the reports are about, known before any child is read; it fixes the grid of every table, zeros included. Can be
 * sent between machines.
 *
 * @param start first day of the study
 * @param end last day of the study
 * @param minAgeYears completed years, inclusive
 * @param maxAgeYears completed years, exclusive
 * @param phenotypes in the order in which they are reported
 * @param sites sorted, each once
 * @param items the causes that are counted, with the wider items they belong to, sorted
 * @param settings how the children are counted and divided
 * @param standards the populations that rates are standardized to; may be none
 * @param dataEnd the day on which the first of the extracts was made, after which not everybody can be observed; null
 *     when none tells
 * @param blurredCalendar whether the dates of an extract were shifted, so that calendar years and months mean little
 */
public record StudyFrame(
        LocalDate start,
        LocalDate end,
        int minAgeYears,
        int maxAgeYears,
        List<StudyPhenotype> phenotypes,
        List<String> sites,
        List<StudyItem> items,
        ReportSettings settings,
        List<StandardPopulation> standards,
        LocalDate dataEnd,
        boolean blurredCalendar)
        implements Serializable {
    public StudyFrame {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        phenotypes = List.copyOf(phenotypes);
        sites = List.copyOf(new TreeSet<>(sites));
        items = withWiderItems(items);
        Objects.requireNonNull(settings, "settings");
        standards = List.copyOf(standards);
        if (sites.contains(Stratum.ALL)) {
            throw new IllegalArgumentException("no site may be named " + Stratum.ALL);
        }
    }

    /** A frame of true dates, without standards. */
    public StudyFrame(
            LocalDate start,
            LocalDate end,
            int minAgeYears,
            int maxAgeYears,
            List<StudyPhenotype> phenotypes,
            List<String> sites,
            List<StudyItem> items,
            ReportSettings settings) {
        this(start, end, minAgeYears, maxAgeYears, phenotypes, sites, items, settings, List.of(), null, false);
    }

    /** The frame of a job. */
    public static StudyFrame of(Job job, List<StudyPhenotype> phenotypes, Collection<CodeRow> codeSetRows) {
        return new StudyFrame(
                job.study().start(),
                job.study().end(),
                job.population().minAgeYears(),
                job.population().maxAgeYears(),
                phenotypes,
                job.extracts().stream().map(Extract::site).toList(),
                items(codeSetRows),
                job.reports(),
                List.of(),
                job.extracts().stream()
                        .map(Extract::extractDate)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                job.extracts().stream().anyMatch(Extract::dateShifted));
    }

    /** The same frame with populations to standardize to. */
    public StudyFrame standardizedTo(List<StandardPopulation> populations) {
        return new StudyFrame(
                start,
                end,
                minAgeYears,
                maxAgeYears,
                phenotypes,
                sites,
                items,
                settings,
                populations,
                dataEnd,
                blurredCalendar);
    }

    private static List<StudyItem> items(Collection<CodeRow> codeSetRows) {
        SortedSet<StudyItem> items = new TreeSet<>();
        for (CodeRow row : codeSetRows) {
            if (row.active()) {
                ItemKind.of(row.role()).ifPresent(kind -> items.add(new StudyItem(kind, row.item())));
            }
        }
        return List.copyOf(items);
    }

    private static List<StudyItem> withWiderItems(List<StudyItem> items) {
        SortedSet<StudyItem> all = new TreeSet<>(items);
        items.forEach(item -> all.addAll(item.wider()));
        return List.copyOf(all);
    }
}
