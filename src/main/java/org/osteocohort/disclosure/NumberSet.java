package org.osteocohort.disclosure;

import java.util.Arrays;

/** Some of the numbers from zero up to a limit; each operation takes the same short time. */
final class NumberSet {
    private static final int NONE = -1;

    private final int[] numbers;
    private final int[] places;
    private int size;

    /** An empty set of numbers below a limit. */
    NumberSet(int limit) {
        this.numbers = new int[limit];
        this.places = new int[limit];
        Arrays.fill(places, NONE);
    }

    int size() {
        return size;
    }

    /** The number at a place, in an order that depends on what was added and removed. */
    int at(int place) {
        return numbers[place];
    }

    boolean contains(int number) {
        return places[number] != NONE;
    }

    /** Whether the number was not there. */
    boolean add(int number) {
        if (contains(number)) {
            return false;
        }
        places[number] = size;
        numbers[size++] = number;
        return true;
    }

    void remove(int number) {
        int place = places[number];
        if (place != NONE) {
            int last = numbers[--size];
            numbers[place] = last;
            places[last] = place;
            places[number] = NONE;
        }
    }

    void clear() {
        while (size > 0) {
            places[numbers[--size]] = NONE;
        }
    }

    int[] toArray() {
        return Arrays.copyOf(numbers, size);
    }
}
