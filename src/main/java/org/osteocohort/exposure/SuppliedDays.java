package org.osteocohort.exposure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;
import org.osteocohort.exposure.DrugClass.ChronicUseRule;
import org.osteocohort.tag.EffectSpan;

/** The days on which a child had a drug, each once, in order. */
final class SuppliedDays {
    static final SuppliedDays NONE = new SuppliedDays(new long[0]);

    private final long[] epochDays;

    private SuppliedDays(long[] epochDays) {
        this.epochDays = epochDays;
    }

    /**
     * The days of records in order of time.
     *
     * @param bridgedGap days from the end of a record to the start of the next up to which the days between count as
     *     supplied too; one day when none do
     */
    static SuppliedDays of(Collection<DrugRecord> chronological, int bridgedGap) {
        LongStream.Builder days = LongStream.builder();
        long next = Long.MIN_VALUE;
        for (DrugRecord record : chronological) {
            long start = record.start().toEpochDay();
            boolean bridged = next != Long.MIN_VALUE && start - (next - 1) <= bridgedGap;
            next = bridged ? next : start;
            for (; next <= record.end().toEpochDay(); next++) {
                days.add(next);
            }
        }
        return new SuppliedDays(days.build().toArray());
    }

    int count() {
        return epochDays.length;
    }

    boolean none() {
        return epochDays.length == 0;
    }

    /** The days as spans without a break. */
    List<EffectSpan> spans() {
        List<EffectSpan> spans = new ArrayList<>();
        int first = 0;
        for (int day = 0; day < epochDays.length; day++) {
            boolean last = day + 1 == epochDays.length || epochDays[day + 1] > epochDays[day] + 1;
            if (last) {
                spans.add(new EffectSpan(LocalDate.ofEpochDay(epochDays[first]), LocalDate.ofEpochDay(epochDays[day])));
                first = day + 1;
            }
        }
        return spans;
    }

    /** Whether one of the days lies in the span; both its days are inside. */
    boolean anyWithin(LocalDate from, LocalDate to) {
        int position = Arrays.binarySearch(epochDays, from.toEpochDay());
        int next = position >= 0 ? position : -position - 1;
        return next < epochDays.length && epochDays[next] <= to.toEpochDay();
    }

    /** Those of the days on which enough of the window that ends there was supplied. */
    SuppliedDays chronicOn(ChronicUseRule rule) {
        LongStream.Builder chronic = LongStream.builder();
        int first = 0;
        for (int last = 0; last < epochDays.length; last++) {
            while (epochDays[last] - epochDays[first] >= rule.windowDays()) {
                first++;
            }
            if (last - first + 1 >= rule.suppliedDays()) {
                chronic.add(epochDays[last]);
            }
        }
        return new SuppliedDays(chronic.build().toArray());
    }
}
