package org.osteocohort.disclosure;

import java.util.List;

/** What a reader can compute from published numbers; cells are told by their place in a {@link CellSystem}. */
sealed interface Relation {
    /** The parts add up to the total. */
    record Sum(int total, List<Integer> parts) implements Relation {
        public Sum {
            parts = List.copyOf(parts);
        }
    }

    /** The difference of the two is a number of children. */
    record Containment(int outside, int inside) implements Relation {}

    /** The follower describes the children whom the leader counts. */
    record Follower(int leader, int follower) implements Relation {}
}
