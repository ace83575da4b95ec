package org.osteocohort.measure.treatment;

import java.util.List;
import java.util.TreeMap;
import org.osteocohort.statistics.FollowUpDay;

/** How the follow-up of a group of children ended, day by day. Not safe for use by several threads. */
final class FollowUpDays {
    private final TreeMap<Integer, Long> events = new TreeMap<>();
    private final TreeMap<Integer, Long> censored = new TreeMap<>();

    void add(boolean event, int day, long children) {
        (event ? events : censored).merge(day, children, Math::addExact);
    }

    long children() {
        return sum(events, Integer.MAX_VALUE) + sum(censored, Integer.MAX_VALUE);
    }

    /** Children whose event fell on the day or before. */
    long eventsBy(int day) {
        return sum(events, day);
    }

    /** Children last observed on the day or before, without event. */
    long censoredBy(int day) {
        return sum(censored, day);
    }

    private static long sum(TreeMap<Integer, Long> counts, int lastDay) {
        return counts.headMap(lastDay, true).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    List<FollowUpDay> days() {
        TreeMap<Integer, FollowUpDay> days = new TreeMap<>();
        events.forEach((day, count) -> days.put(day, new FollowUpDay(day, count, censored.getOrDefault(day, 0L))));
        censored.forEach((day, count) -> days.putIfAbsent(day, new FollowUpDay(day, 0, count)));
        return List.copyOf(days.values());
    }
}
