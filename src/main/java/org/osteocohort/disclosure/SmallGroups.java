package org.osteocohort.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Audits hidden numbers that hang together by relations and are few, so exactly that what is not proved to be safe
 * counts as told.
 */
final class SmallGroups {
    private static final int NEAR = 3;

    private final CellSystem system;
    private final Relations relations;
    private final HiddenCells hidden;
    private final Choice choice;
    private final Alternatives alternatives;
    private final int few;
    private final int[] leaders;
    private final int[] sizes;

    SmallGroups(CellSystem system, int threshold, HiddenCells hidden, Change change, Choice choice, int few) {
        this.system = system;
        this.relations = system.relations();
        this.hidden = hidden;
        this.choice = choice;
        this.few = few;
        this.alternatives = new Alternatives(system, threshold, hidden, change);
        this.leaders = new int[system.size()];
        this.sizes = new int[system.size()];
        group();
    }

    private void group() {
        for (int cell = 0; cell < leaders.length; cell++) {
            leaders[cell] = cell;
            sizes[cell] = 1;
        }
        for (int relation = 0; relation < relations.size(); relation++) {
            int first = Choice.NONE;
            for (int member = 0; member < relations.members(relation); member++) {
                int cell = relations.member(relation, member);
                if (!hidden.visible(cell)) {
                    first = first == Choice.NONE ? cell : join(first, cell);
                }
            }
        }
    }

    private int join(int one, int other) {
        int leader = leader(one);
        int joined = leader(other);
        if (leader != joined) {
            leaders[joined] = leader;
            sizes[leader] += sizes[joined];
        }
        return leader;
    }

    private int leader(int cell) {
        int leader = cell;
        while (leaders[leader] != leader) {
            leaders[leader] = leaders[leaders[leader]];
            leader = leaders[leader];
        }
        return leader;
    }

    private boolean isSmall(int cell) {
        return sizes[leader(cell)] <= few;
    }

    void hideBesideWhatIsTold() {
        for (int target = 0; target < alternatives.targets(); target++) {
            List<Integer> cells = alternatives.cellsOf(target);
            if (cells.stream().allMatch(cell -> hidden.visible(cell) || isSmall(cell))) {
                boolean going = true;
                for (boolean alsoKnownBefore : new boolean[] {false, true}) {
                    while (going && !alternatives.safe(target, alsoKnownBefore)) {
                        going = hideBeside(cells, alsoKnownBefore);
                    }
                    going = true;
                }
            }
        }
    }

    /** Hides one more number where the search for another explanation ended, or else near the target. */
    private boolean hideBeside(List<Integer> cells, boolean alsoKnownBefore) {
        int least = least(alternatives.deadEnds(), alsoKnownBefore);
        Set<Integer> reached = new TreeSet<>(cells);
        for (int distance = 0; distance < NEAR && least == Choice.NONE; distance++) {
            Set<Integer> near = relationsOf(reached);
            least = least(near, alsoKnownBefore);
            reached.addAll(hiddenOf(near));
        }
        if (least == Choice.NONE) {
            return false;
        }
        hidden.hide(least, HiddenBecause.COMBINED);
        return true;
    }

    private Set<Integer> relationsOf(Set<Integer> cells) {
        Set<Integer> found = new TreeSet<>();
        for (int cell : cells) {
            for (int position = 0; position < system.degree(cell); position++) {
                found.add(system.relation(cell, position));
            }
        }
        return found;
    }

    private List<Integer> hiddenOf(Set<Integer> relationsFound) {
        List<Integer> found = new ArrayList<>();
        for (int relation : relationsFound) {
            for (int member = 0; member < relations.members(relation); member++) {
                int cell = relations.member(relation, member);
                if (!hidden.visible(cell)) {
                    found.add(cell);
                }
            }
        }
        return found;
    }

    private int least(Iterable<Integer> candidates, boolean alsoKnownBefore) {
        int least = Choice.NONE;
        for (int relation : candidates) {
            int candidate = choice.leastMissed(relation, hidden, alsoKnownBefore);
            if (candidate != Choice.NONE && (least == Choice.NONE || choice.lessMissed(candidate, least))) {
                least = candidate;
            }
        }
        return least;
    }
}
