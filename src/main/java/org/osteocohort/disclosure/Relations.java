package org.osteocohort.disclosure;

import java.util.Arrays;

/** A growing list of relations, each a whole and its parts, told by the places of cells. */
final class Relations {
    private int[] members = new int[1024];
    private int[] starts = new int[256];
    private boolean[] adding = new boolean[256];
    private int size;

    /** Begins a relation with its whole; parts follow. */
    void begin(int whole, boolean addsUp) {
        if (size + 2 > starts.length) {
            starts = Arrays.copyOf(starts, 2 * starts.length);
            adding = Arrays.copyOf(adding, 2 * adding.length);
        }
        adding[size] = addsUp;
        size++;
        starts[size] = starts[size - 1];
        part(whole);
    }

    /** Adds a part to the relation that was begun last. */
    void part(int cell) {
        if (starts[size] == members.length) {
            members = Arrays.copyOf(members, 2 * members.length);
        }
        members[starts[size]++] = cell;
    }

    int size() {
        return size;
    }

    /** Whether the parts add up to the whole; otherwise the one part is contained in it. */
    boolean addsUp(int relation) {
        return adding[relation];
    }

    int whole(int relation) {
        return members[starts[relation]];
    }

    /** How many cells, the whole included. */
    int members(int relation) {
        return starts[relation + 1] - starts[relation];
    }

    /** A cell of a relation: the whole is the first, then the parts. */
    int member(int relation, int position) {
        return members[starts[relation] + position];
    }

    /**
     * The relations of which every cell has a place in a part of the system, told by these.
     *
     * @param places by cell; {@link CellSystem#ELSEWHERE} for one that is not of the part
     */
    Relations among(int[] places) {
        Relations among = new Relations();
        for (int relation = 0; relation < size; relation++) {
            if (isAmong(relation, places)) {
                among.begin(places[whole(relation)], addsUp(relation));
                for (int position = 1; position < members(relation); position++) {
                    among.part(places[member(relation, position)]);
                }
            }
        }
        return among;
    }

    private boolean isAmong(int relation, int[] places) {
        for (int position = 0; position < members(relation); position++) {
            if (places[member(relation, position)] == CellSystem.ELSEWHERE) {
                return false;
            }
        }
        return true;
    }
}
