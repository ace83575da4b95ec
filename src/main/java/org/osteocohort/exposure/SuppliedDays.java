package org.osteocohort.exposure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;
import org.osteocohort.exposure.DrugClass.ChronicUseRule;

/** The days on which a child had a drug, each once, in order. */
final class SuppliedDays {
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

    /** The days on which enough of the window that ends there was supplied. */
    List<LocalDate> chronicOn(ChronicUseRule rule) {
        List<LocalDate> chronic = new ArrayList<>();
        int first = 0;
        for (int last = 0; last < epochDays.length; last++) {
            while (epochDays[last] - epochDays[first] >= rule.windowDays()) {
                first++;
            }
            if (last - first + 1 >= rule.suppliedDays()) {
                chronic.add(LocalDate.ofEpochDay(epochDays[last]));
            }
        }
        return chronic;
    }
}
