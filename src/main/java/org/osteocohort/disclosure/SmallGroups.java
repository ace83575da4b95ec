package org.osteocohort.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Audits hidden numbers that hang together by relations and are few, so exactly that what is not proved to be safe
 * counts as told.
 */
final class SmallGroups {
    private static final int NEAR = 3;
    private static final int VARIABLES = 40;
    private static final int PROGRAMS = 200;
    private static final int GOING = 8;

    private final CellSystem system;
    private final Relations relations;
    private final HiddenCells hidden;
    private final Choice choice;
    private final Alternatives alternatives;
    private final int few;
    private final long threshold;
    private int programs;

    /** What may go beside the present target is worth less than this. */
    private int most;

    private final int[] leaders;
    private final int[] sizes;

    SmallGroups(CellSystem system, int threshold, HiddenCells hidden, Change change, Choice choice, int few) {
        this.system = system;
        this.relations = system.relations();
        this.hidden = hidden;
        this.choice = choice;
        this.few = few;
        this.threshold = threshold;
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

    private int size(int cell) {
        return sizes[leader(cell)];
    }

    /**
     * Hides beside every number that other tables do not prove to be safe. In the smallest groups a linear program
     * decides whether it is told. In others a few numbers go beside it; the most wanted are not given up on suspicion.
     */
    void hideBesideWhatIsTold() {
        for (int target = 0; target < alternatives.targets(); target++) {
            List<Integer> cells = alternatives.cellsOf(target);
            if (cells.stream().allMatch(cell -> hidden.visible(cell) || size(cell) <= few)) {
                int going = GOING;
                while (going > 0 && !alternatives.safe(target, false) && mayBeTold(cells)) {
                    going = hideBeside(cells) ? going - 1 : 0;
                }
            }
        }
    }

    private boolean mayBeTold(List<Integer> cells) {
        SortedSet<Integer> group = near(cells);
        if (group.size() > VARIABLES || programs >= PROGRAMS) {
            most = Worth.MOST_WANTED;
            return cells.stream().allMatch(cell -> choice.worth(cell) < most);
        }
        most = Integer.MAX_VALUE;
        programs++;
        LinearReader reader = new LinearReader(system, hidden, group);
        int cell = cells.get(0);
        int minus = cells.size() > 1 ? cells.get(1) : Choice.NONE;
        long count = system.count(cell) - (minus == Choice.NONE ? 0 : system.count(minus));
        long highest = reader.most(system, cell, minus);
        if (count < threshold && highest < threshold) {
            return true;
        }
        long width = highest - reader.least(system, cell, minus);
        boolean wide = count < threshold || hidden.reason(cell) == HiddenBecause.DIFFERENCING;
        return width < (wide ? threshold - 1 : 1);
    }

    /** All hidden cells that hang together with some, or more than a program may have. */
    private SortedSet<Integer> near(List<Integer> cells) {
        SortedSet<Integer> near = new TreeSet<>();
        Set<Integer> edge = new TreeSet<>(cells);
        while (!edge.isEmpty() && near.size() <= VARIABLES) {
            edge.removeIf(hidden::visible);
            near.addAll(edge);
            edge = new TreeSet<>(hiddenOf(relationsOf(edge)));
            edge.removeAll(near);
        }
        return near;
    }

    /** Hides one more number where the search for another explanation ended, or else near the target. */
    private boolean hideBeside(List<Integer> cells) {
        int least = least(alternatives.deadEnds());
        Set<Integer> reached = new TreeSet<>(cells);
        for (int distance = 0; distance < NEAR && least == Choice.NONE; distance++) {
            Set<Integer> near = relationsOf(reached);
            least = least(near);
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

    private int least(Iterable<Integer> candidates) {
        int least = Choice.NONE;
        for (int relation : candidates) {
            int candidate = choice.leastMissed(relation, hidden, true);
            if (candidate != Choice.NONE
                    && choice.worth(candidate) < most
                    && (least == Choice.NONE || choice.lessMissed(candidate, least))) {
                least = candidate;
            }
        }
        return least;
    }
}
