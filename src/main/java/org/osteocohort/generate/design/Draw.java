package org.osteocohort.generate.design;

import java.time.LocalDate;
import java.util.List;

/**
 * A stream of random numbers that depends on a seed and a stream number only: SplitMix64 (Steele, Lea and Flood 2014),
 * written out here, so that no release of Java can change a generated population.
 */
public final class Draw {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private final long origin;
    private long state;

    public Draw(long seed, long stream) {
        this(mixed(mixed(seed + GOLDEN_GAMMA) ^ mixed(stream * GOLDEN_GAMMA + 1)));
    }

    private Draw(long origin) {
        this.origin = origin;
        this.state = origin;
    }

    /** A stream for one purpose, the same however much was drawn from this one. */
    public Draw fork(String purpose) {
        return new Draw(mixed(origin ^ mixed(purpose.hashCode() * GOLDEN_GAMMA)));
    }

    private long next() {
        state += GOLDEN_GAMMA;
        return mixed(state);
    }

    private static long mixed(long value) {
        long first = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return second ^ (second >>> 31);
    }

    /** Evenly from 0 (inside) to 1 (outside). */
    public double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    public boolean chance(double probability) {
        return unit() < probability;
    }

    /** A whole number; both ends are inside. */
    public int between(int lowest, int highest) {
        long choices = (long) highest - lowest + 1;
        return (int) (lowest + (((next() >>> 33) * choices) >>> 31));
    }

    public double between(double lowest, double highest) {
        return lowest + (highest - lowest) * unit();
    }

    /** A day; both ends are inside. */
    public LocalDate between(LocalDate first, LocalDate last) {
        return first.plusDays(between(0, (int) (last.toEpochDay() - first.toEpochDay())));
    }

    /** Roughly normal with mean 0 and standard deviation 1, never beyond 3.5. */
    public double bell() {
        return (unit() + unit() + unit() + unit() - 2) * 1.7320508;
    }

    public <T> T pick(List<T> choices) {
        return choices.get(between(0, choices.size() - 1));
    }

    /** A position, each with the chance of its weight. */
    public int weighted(double[] weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double rest = unit() * total;
        for (int position = 0; position < weights.length - 1; position++) {
            rest -= weights[position];
            if (rest < 0) {
                return position;
            }
        }
        return weights.length - 1;
    }
}
