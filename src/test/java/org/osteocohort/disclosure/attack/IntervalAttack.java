package org.osteocohort.disclosure.attack;

import java.util.Arrays;

/** Goes over everything that is known, again and again, and notes what each hidden number lies between. */
public final class IntervalAttack {
    public static final long UNBOUNDED = 1_000_000_000L;

    private final Published published;
    private final long[] low;
    private final long[] high;
    private boolean changed;

    private IntervalAttack(Published published) {
        this.published = published;
        this.low = new long[published.size()];
        this.high = new long[published.size()];
    }

    public static IntervalAttack on(Published published) {
        IntervalAttack attack = new IntervalAttack(published);
        Arrays.setAll(attack.low, place -> published.shown(place) == null ? 1 : published.shown(place));
        Arrays.setAll(attack.high, place -> published.shown(place) == null ? UNBOUNDED : published.shown(place));
        do {
            attack.changed = false;
            published.sums().forEach(attack::sum);
            published.nests().forEach(nest -> {
                attack.raise(nest[0], attack.low[nest[1]]);
                attack.lower(nest[1], attack.high[nest[0]]);
            });
        } while (attack.changed);
        return attack;
    }

    private void sum(int[] sum) {
        long lows = 0;
        long highs = 0;
        for (int part = 1; part < sum.length; part++) {
            lows += low[sum[part]];
            highs += high[sum[part]];
        }
        raise(sum[0], lows);
        lower(sum[0], highs);
        for (int part = 1; part < sum.length; part++) {
            long otherLows = lows - low[sum[part]];
            long otherHighs = highs - high[sum[part]];
            lower(sum[part], high[sum[0]] - otherLows);
            raise(sum[part], low[sum[0]] - otherHighs);
        }
    }

    private void raise(int place, long to) {
        if (to > low[place]) {
            low[place] = to;
            changed = true;
            return;
        }
    }

    private void lower(int place, long to) {
        if (to < high[place] && to < UNBOUNDED / 2) {
            high[place] = to;
            changed = true;
        }
    }

    public long low(int place) {
        return low[place];
    }

    public long high(int place) {
        return high[place];
    }
}
