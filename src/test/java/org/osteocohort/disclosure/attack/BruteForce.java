package org.osteocohort.disclosure.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Tries every whole number, up to a highest one, for every hidden number of a tiny table. */
public final class BruteForce {
    private final Published published;
    private final long highest;
    private final long[] values;
    private final int[] hidden;
    private final List<List<int[]>> complete = new ArrayList<>();
    private final long[] low;
    private final long[] high;
    private long tables;

    private BruteForce(Published published, long highest) {
        this.published = published;
        this.highest = highest;
        this.values = new long[published.size()];
        this.low = new long[published.size()];
        this.high = new long[published.size()];
        List<Integer> open = new ArrayList<>();
        for (int place = 0; place < values.length; place++) {
            if (published.shown(place) == null) {
                open.add(place);
            } else {
                values[place] = published.shown(place);
            }
            low[place] = Long.MAX_VALUE;
        }
        this.hidden = open.stream().mapToInt(Integer::intValue).toArray();
        for (int depth = 0; depth <= hidden.length; depth++) {
            complete.add(new ArrayList<>());
        }
        published.sums().forEach(sum -> complete.get(lastOpen(sum)).add(sum));
        published.nests().forEach(nest -> complete.get(lastOpen(nest)).add(nest));
    }

    public static BruteForce on(Published published, long highest) {
        BruteForce all = new BruteForce(published, highest);
        all.fill(0);
        return all;
    }

    /** After how many hidden numbers all members of a relation have a value. */
    private int lastOpen(int[] members) {
        int last = 0;
        for (int depth = 0; depth < hidden.length; depth++) {
            int cell = hidden[depth];
            last = Stream.of(members).flatMapToInt(java.util.Arrays::stream).anyMatch(member -> member == cell)
                    ? depth + 1
                    : last;
        }
        return last;
    }

    private void fill(int depth) {
        for (int[] members : complete.get(depth)) {
            long rest = values[members[0]];
            for (int part = 1; part < members.length; part++) {
                rest -= values[members[part]];
            }
            if (published.sums().contains(members) ? rest != 0 : rest < 0) {
                return;
            }
        }
        if (depth == hidden.length) {
            tables++;
            for (int place : hidden) {
                low[place] = Math.min(low[place], values[place]);
                high[place] = Math.max(high[place], values[place]);
            }
            return;
        }
        for (long value = 1; value <= highest; value++) {
            values[hidden[depth]] = value;
            fill(depth + 1);
        }
    }

    /** How many tables fit what was published. */
    public long tables() {
        return tables;
    }

    public int hidden() {
        return hidden.length;
    }

    public long low(int place) {
        return low[place];
    }

    public long high(int place) {
        return high[place];
    }
}
