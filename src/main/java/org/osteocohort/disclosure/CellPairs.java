package org.osteocohort.disclosure;

import java.util.Arrays;

/** Pairs of numbers, told by their places, in any order and maybe twice. Without an object for each: there are millions. */
final class CellPairs {
    private long[] pairs = new long[1024];
    private int size;

    void add(int first, int second) {
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, 2 * size);
        }
        pairs[size++] = pair(first, second);
    }

    void addAll(CellPairs others) {
        for (int place = 0; place < others.size; place++) {
            add(first(others.pairs[place]), second(others.pairs[place]));
        }
    }

    private static long pair(int first, int second) {
        return (long) first << Integer.SIZE | Integer.toUnsignedLong(second);
    }

    static int first(long pair) {
        return (int) (pair >> Integer.SIZE);
    }

    static int second(long pair) {
        return (int) pair;
    }

    /**
     * Every pair once, told by other places, in the order of the first and then of the second; places below zero are not
     * told otherwise and come last.
     *
     * @param ranks the other places
     */
    long[] ranked(int[] ranks) {
        long[] ranked = new long[size];
        for (int place = 0; place < size; place++) {
            int second = second(pairs[place]);
            ranked[place] = pair(ranks[first(pairs[place])], second < 0 ? second : ranks[second]);
        }
        Arrays.parallelSort(ranked);
        return withoutRepetitions(ranked);
    }

    /** A stream would make an object of each to tell them apart. */
    private static long[] withoutRepetitions(long[] ascending) {
        int kept = 0;
        for (int place = 0; place < ascending.length; place++) {
            if (place == 0 || ascending[place] != ascending[place - 1]) {
                ascending[kept++] = ascending[place];
            }
        }
        return Arrays.copyOf(ascending, kept);
    }
}
