package org.osteocohort.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks for a proof that each hidden number and each small difference is safe, and hides more beside those of which none
 * is found, until all is proved. What was proved stays so, since a reader from whom more is hidden can rule out less.
 *
 * <p>Of each it is proved that it may be another number. Of those in small groups that it may be as many others as the
 * threshold is high is looked for too, but not at the expense of populations, and not for ever.
 */
final class Proofs {
    /** How long another table is looked for, every time longer. */
    private static final int[] STEPS = {50, 500, 5_000};

    /** How long before a headline goes. */
    private static final int MOST_STEPS = 50_000;

    /** So many numbers go for one where its search says, before the nearest do. */
    private static final int GOING = 3;

    /** So many numbers, and no population, go for one of which it can only be told that it is small. */
    private static final int GOING_FOR_SMALL = 8;

    /** So many of the relations that stood in the way of a search are looked at, those that did most often. */
    private static final int OBSTACLES = 3;

    private final CellSystem system;
    private final Relations relations;
    private final HiddenCells hidden;
    private final Choice choice;
    private final Alternatives alternatives;

    /** What is not proved yet. */
    private final List<Target> left = new ArrayList<>();

    /** How many of the hidden cells were looked at. */
    private int seen;

    /** How many numbers went for a target. */
    private final Map<Target, Integer> gone = new HashMap<>();

    /** Relations of what was hidden in this round, and of what hangs together with it: more is open there now. */
    private final BitSet loosened = new BitSet();

    private HiddenGroups groups;

    Proofs(CellSystem system, int threshold, HiddenCells hidden, Choice choice, Alternatives alternatives) {
        this.system = system;
        this.relations = system.relations();
        this.hidden = hidden;
        this.choice = choice;
        this.alternatives = alternatives;
        addDifferences(threshold);
    }

    /** Something that must be safe: a hidden cell, or the difference that a containment leaves. */
    private record Target(boolean isCell, int place) {}

    private void addDifferences(int threshold) {
        for (int relation = 0; relation < relations.size(); relation++) {
            boolean pair = !relations.addsUp(relation) && system.known(relation);
            // What an outside of a shown zero differs by is the outside itself.
            if (pair && system.count(relations.member(relation, 1)) > 0) {
                long rest = system.rest(relation);
                if (rest > 0 && rest < threshold) {
                    left.add(new Target(false, relation));
                }
            }
        }
    }

    /** Hides beside what is not proved to be safe, for each at most one number; none when all is proved. */
    void hideBesideWhatIsNotProved() {
        groups = new HiddenGroups(system, hidden);
        alternatives.begin();
        for (; seen < hidden.size(); seen++) {
            if (alternatives.open(hidden.hidden(seen))) {
                left.add(new Target(true, hidden.hidden(seen)));
            }
        }
        for (int steps : STEPS) {
            alternatives.beginSteps();
            left.removeIf(target -> proved(target, steps));
        }
        loosened.clear();
        left.removeIf(target -> !hidesBeside(target));
    }

    private boolean proved(Target target, int steps) {
        return safe(target, cells(target).stream().allMatch(groups::isSmall), steps);
    }

    private boolean safe(Target target, boolean wide, int steps) {
        return target.isCell()
                ? alternatives.safe(target.place(), wide, steps)
                : alternatives.differenceIsSafe(target.place(), wide, steps);
    }

    /**
     * Hides one more number for a target.
     *
     * @return whether the target must be looked at again. It need not when there is nothing to hide: where all numbers
     *     that hang together are hidden, a multiple of them all is another table
     */
    private boolean hidesBeside(Target target) {
        Set<Integer> around = relationsOf(cells(target));
        if (around.stream().anyMatch(loosened::get)) {
            return true;
        }
        boolean told = !safe(target, false, STEPS[STEPS.length - 1]);
        if (!told && proved(target, STEPS[STEPS.length - 1])) {
            return false;
        }
        List<Integer> obstacles = alternatives.obstacles();
        if (obstacles.stream().limit(OBSTACLES).anyMatch(loosened::get)) {
            return true;
        }
        int going = told ? forTold(target, obstacles) : forSmall(target, obstacles);
        if (going == Choice.NONE) {
            return false;
        }
        hidden.hide(going, HiddenBecause.COMBINED);
        relationsOf(hiddenOf(relationsOf(Set.of(going)))).forEach(loosened::set);
        return true;
    }

    private int forTold(Target target, List<Integer> obstacles) {
        int going = gone.merge(target, 1, Integer::sum) <= GOING ? leastMissed(obstacles, Worth.HEADLINE) : Choice.NONE;
        alternatives.beginSteps();
        return going == Choice.NONE && !safe(target, false, MOST_STEPS) ? nearest(target, Integer.MAX_VALUE) : going;
    }

    private int forSmall(Target target, List<Integer> obstacles) {
        if (gone.merge(target, 1, Integer::sum) > GOING_FOR_SMALL) {
            return Choice.NONE;
        }
        int going = leastMissed(obstacles, Worth.MOST_WANTED);
        return going == Choice.NONE ? nearest(target, Worth.MOST_WANTED) : going;
    }

    /** The least missed of what hangs together with the target by the fewest relations. */
    private int nearest(Target target, int most) {
        Set<Integer> reached = cells(target);
        int nearest = Choice.NONE;
        for (int before = 0; nearest == Choice.NONE && before < reached.size(); ) {
            before = reached.size();
            Set<Integer> around = relationsOf(reached);
            nearest = leastMissed(around, most);
            reached.addAll(hiddenOf(around));
        }
        return nearest;
    }

    /** The least missed in the first relations in which something may go that is missed less than so much. */
    private int leastMissed(Iterable<Integer> candidates, int most) {
        int least = Choice.NONE;
        int found = 0;
        for (int relation : candidates) {
            int candidate = choice.leastMissed(relation, hidden, true);
            if (found < OBSTACLES && candidate != Choice.NONE && choice.worth(candidate) < most) {
                found++;
                least = least == Choice.NONE || choice.lessMissed(candidate, least) ? candidate : least;
            }
        }
        return least;
    }

    private Set<Integer> cells(Target target) {
        return new TreeSet<>(
                target.isCell()
                        ? List.of(target.place())
                        : List.of(relations.whole(target.place()), relations.member(target.place(), 1)));
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

    private Set<Integer> hiddenOf(Set<Integer> relationsFound) {
        Set<Integer> found = new TreeSet<>();
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
}
