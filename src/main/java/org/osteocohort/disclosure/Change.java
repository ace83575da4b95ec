package org.osteocohort.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What changed since earlier runs. A reader subtracts yesterday's report from today's: a change of a few children is a
 * number of a few children, whether of a cell that is shown, of what two cells differ by, or of what is left of a total
 * beside its shown parts.
 */
final class Change {
    private final CellSystem system;
    private final long threshold;
    private final List<Ledger.Past> pasts;

    Change(CellSystem system, int threshold, List<Ledger.Past> pasts) {
        this.system = system;
        this.threshold = threshold;
        this.pasts = pasts;
    }

    private boolean small(long difference) {
        return difference != 0 && Math.abs(difference) < threshold;
    }

    /** Whether showing the cell would tell a small change. */
    boolean small(int cell) {
        Ledger.Past past = pasts.get(cell);
        long count = system.count(cell);
        return stays(past, count) || past.released().stream().anyMatch(earlier -> small(earlier - count));
    }

    /** What was hidden for a small change stays so until it has changed by more than that. */
    private boolean stays(Ledger.Past past, long count) {
        return past.hidden() == HiddenBecause.DIFFERENCING && past.hiddenAt() != null && near(past, count);
    }

    private boolean near(Ledger.Past past, long count) {
        return Math.abs(past.hiddenAt() - count) < threshold;
    }

    /** The count at which a hidden cell was hidden first, or again after a large change; null when it came hidden. */
    Long hiddenAt(int cell) {
        Ledger.Past past = pasts.get(cell);
        long count = system.count(cell);
        if (count == CellSystem.UNKNOWN || past.hiddenAt() != null && near(past, count)) {
            return past.hiddenAt();
        }
        return count;
    }

    /** Whether the range of what the cell may be is too narrow to leave its change open. */
    boolean tells(int cell, long lowest, long highest) {
        for (long earlier : pasts.get(cell).released()) {
            boolean far = highest - earlier >= threshold || earlier - lowest >= threshold;
            if (small(earlier - system.count(cell)) && !far) {
                return true;
            }
        }
        return false;
    }

    /** Whether a reader knows the count from an earlier report, as long as it has not changed, which is likely. */
    boolean knownBefore(int cell) {
        return pasts.get(cell).released().contains(system.count(cell));
    }

    /** Whether there was an earlier run at all. */
    boolean someKnownBefore() {
        return pasts.stream().anyMatch(past -> !past.equals(Ledger.Past.NONE));
    }

    /**
     * Whether the last run hid the cell at a count that a reader who is shown it now could take for the same. After a
     * large change it may be shown again, so that nothing is hidden for ever because it was hidden once; and since that
     * happens on the first night after the change, its count of the night before was another one.
     */
    boolean hiddenBefore(int cell) {
        Ledger.Past past = pasts.get(cell);
        return past.hidden() != null && (past.hiddenAt() == null || near(past, system.count(cell)));
    }

    /** Whether what is left of the whole beside the parts that are shown has changed by a few since the last run. */
    boolean smallRest(int relation, HiddenCells hidden) {
        Relations relations = system.relations();
        long now = 0;
        long before = 0;
        for (int member = 0; member < relations.members(relation); member++) {
            int cell = relations.member(relation, member);
            if (hidden.visible(cell)) {
                Long shown = pasts.get(cell).shown();
                if (shown == null) {
                    return false;
                }
                int sign = member == 0 ? 1 : -1;
                now += sign * system.count(cell);
                before += sign * shown;
            }
        }
        return small(now - before);
    }

    /**
     * Hides again what the last run hid, as far as it stands beside something that is hidden or must be. So a
     * pattern that a reader has seen stays.
     */
    void hideAgain(HiddenCells hidden) {
        ArrayDeque<Integer> reached = new ArrayDeque<>();
        Map<Integer, List<Integer>> followers = new HashMap<>();
        for (int leader = 0; leader < system.followers().size(); leader++) {
            followers
                    .computeIfAbsent(system.followers().whole(leader), whole -> new ArrayList<>())
                    .add(leader);
        }
        for (int cell = 0; cell < system.size(); cell++) {
            if (!hidden.visible(cell)) {
                reached.add(cell);
            }
        }
        for (int relation = 0; relation < system.relations().size(); relation++) {
            boolean pair = !system.relations().addsUp(relation) && system.known(relation);
            if (pair && system.rest(relation) > 0 && system.rest(relation) < threshold) {
                hideAgain(system.relations(), relation, hidden, reached);
            }
        }
        while (!reached.isEmpty()) {
            int cell = reached.remove();
            for (int position = 0; position < system.degree(cell); position++) {
                hideAgain(system.relations(), system.relation(cell, position), hidden, reached);
            }
            followers
                    .getOrDefault(cell, List.of())
                    .forEach(leader -> hideAgain(system.followers(), leader, hidden, reached));
        }
    }

    private void hideAgain(Relations relations, int relation, HiddenCells hidden, ArrayDeque<Integer> reached) {
        for (int member = 0; member < relations.members(relation); member++) {
            int cell = relations.member(relation, member);
            if (hiddenBefore(cell) && hidden.canGo(cell)) {
                hidden.hide(cell, reasonAgain(pasts.get(cell).hidden()));
                reached.add(cell);
            }
        }
    }

    /** A count that was small and is no more protects now. */
    private static HiddenBecause reasonAgain(HiddenBecause before) {
        return before == HiddenBecause.PRIMARY || before == HiddenBecause.DIFFERENCING
                ? HiddenBecause.COMPLEMENTARY
                : before;
    }
}
