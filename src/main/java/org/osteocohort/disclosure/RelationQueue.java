package org.osteocohort.disclosure;

/** Relations that wait to be looked at, each once, the longest waiting first. A ring, since there are millions. */
final class RelationQueue {
    private final int[] ring;
    private final boolean[] waits;
    private int first;
    private int size;

    /** An empty queue of so many relations. */
    RelationQueue(int relations) {
        this.ring = new int[relations];
        this.waits = new boolean[relations];
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Adds a relation that does not wait yet. */
    void add(int relation) {
        if (waits[relation]) {
            return;
        }
        waits[relation] = true;
        int end = first + size++;
        ring[end < ring.length ? end : end - ring.length] = relation;
    }

    /** Takes the one that waits longest. */
    int remove() {
        int relation = ring[first];
        first = first + 1 == ring.length ? 0 : first + 1;
        size--;
        waits[relation] = false;
        return relation;
    }
}
