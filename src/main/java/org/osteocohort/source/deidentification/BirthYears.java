package org.osteocohort.source.deidentification;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osteocohort.job.Deidentification.Profile;
import org.osteocohort.problem.Problem;

/**
 * Years of birth from which an age over 89 follows, which safe harbor forbids to tell. Ages are as of the newest date of
 * the extract, or the day on which it was made where that is told.
 */
public final class BirthYears {
    private static final int OLDEST_TOLD_AGE = 89;

    private final Profile profile;
    private final Map<String, TreeMap<Integer, Integer>> births = new TreeMap<>();
    private int newest;

    /** @param extractDate null when it is not told */
    public BirthYears(Profile profile, LocalDate extractDate) {
        this.profile = profile;
        this.newest = extractDate == null ? 0 : extractDate.getYear();
    }

    /** Somebody was born; {@code place} and {@code what} say where that is written, and what kind of place that is. */
    public void born(String value, String place, String what) {
        WrittenDay.year(value)
                .ifPresent(year -> births.computeIfAbsent(place + "\t" + what, key -> new TreeMap<>())
                        .merge(year, 1, Integer::sum));
    }

    /** Something happened. */
    public void happened(String value) {
        WrittenDay.year(value).ifPresent(year -> newest = Math.max(newest, year));
    }

    /** Of each place with people of such an age how many they are. */
    public List<Problem> problems() {
        if (profile != Profile.SAFE_HARBOR) {
            return List.of();
        }
        return births.entrySet().stream()
                .filter(place -> place.getValue().firstKey() < newest - OLDEST_TOLD_AGE)
                .map(place -> problem(place.getKey(), place.getValue()))
                .toList();
    }

    private Problem problem(String place, TreeMap<Integer, Integer> years) {
        String[] parts = place.split("\t");
        return Refusal.of(
                profile,
                parts[0],
                parts[1] + " holds what tells an age over " + OLDEST_TOLD_AGE,
                sum(years.headMap(newest - OLDEST_TOLD_AGE)),
                sum(years),
                "values");
    }

    private static int sum(Map<Integer, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
