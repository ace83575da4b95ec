package org.osteocohort.statistics;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the follow-up of some children ended on one day. Grain: a group of children and a day; several rows of one day add
 * up, so that partitions can be counted apart.
 *
 * @param day days since the follow-up of each child began, zero or more
 * @param events children whose event fell on this day
 * @param censored children last observed on this day without event; they still were at risk on it
 */
public record FollowUpDay(int day, long events, long censored) {
    public FollowUpDay {
        if (day < 0) {
            throw new IllegalArgumentException("a day of follow-up before it began");
        }
        Amounts.requireCount(events);
        Amounts.requireCount(censored);
    }

    /** How many children's follow-up ended on the day. */
    long ended() {
        return Math.addExact(events, censored);
    }

    /** One row a day, in order of time, without days on which nobody's follow-up ended. */
    static SortedMap<Integer, FollowUpDay> byDay(List<FollowUpDay> days) {
        SortedMap<Integer, FollowUpDay> byDay = new TreeMap<>();
        for (FollowUpDay each : days) {
            if (each.ended() > 0) {
                byDay.merge(each.day(), each, FollowUpDay::plus);
            }
        }
        return byDay;
    }

    private FollowUpDay plus(FollowUpDay other) {
        return new FollowUpDay(day, Math.addExact(events, other.events), Math.addExact(censored, other.censored));
    }
}
