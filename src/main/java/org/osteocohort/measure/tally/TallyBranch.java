package org.osteocohort.measure.tally;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * The cells of a {@link Tally} whose keys begin alike. Who counts a child in many cells goes to where their keys part once,
 * and from there to each. Not safe for use by several threads.
 */
public final class TallyBranch {
    /** So many parts are looked through one by one, which is faster than a map that the processor's cache does not hold. */
    private static final int FEW = 12;

    private final String part;
    /** The branch that was opened next to this one. */
    private TallyBranch beside;

    private TallyBranch first;
    private TallyBranch newest;
    /** Where the last child went to is where the next goes to, or else one further, more often than not. */
    private TallyBranch last;

    private int size;
    /** By part, where the branches are many; else null. */
    private Map<String, TallyBranch> byPart;

    private long count;
    private boolean opened;

    /** @param part of the key, by which the branch is known among those that go on from the same place */
    TallyBranch(String part) {
        this.part = part;
    }

    /** The cells of which this is the next part of the key. */
    public TallyBranch at(String part) {
        TallyBranch found = branch(part);
        last = found == null ? open(part) : found;
        return last;
    }

    /** The branch of a part; null when nothing was counted there. */
    private TallyBranch branch(String part) {
        // Who counts names a part by the same text each time, so that it is hardly ever compared letter by letter.
        if (last != null) {
            if (last.part == part) {
                return last;
            }
            if (last.beside != null && last.beside.part == part) {
                return last.beside;
            }
        }
        if (byPart != null) {
            return byPart.get(part);
        }
        for (TallyBranch branch = first; branch != null; branch = branch.beside) {
            if (branch.part == part) {
                return branch;
            }
        }
        for (TallyBranch branch = first; branch != null; branch = branch.beside) {
            if (branch.part.equals(part)) {
                return branch;
            }
        }
        return null;
    }

    private TallyBranch open(String part) {
        TallyBranch branch = new TallyBranch(part);
        if (first == null) {
            first = branch;
        } else {
            newest.beside = branch;
        }
        newest = branch;
        size++;
        if (byPart != null) {
            byPart.put(part, branch);
        } else if (size > FEW) {
            byPart = new HashMap<>();
            for (TallyBranch other = first; other != null; other = other.beside) {
                byPart.put(other.part, other);
            }
        }
        return branch;
    }

    /** The cells of which these are the next parts of the key. */
    public TallyBranch at(List<String> parts) {
        TallyBranch branch = this;
        for (int position = 0; position < parts.size(); position++) {
            branch = branch.at(parts.get(position));
        }
        return branch;
    }

    /** Counts more in the cell whose key ends here; opens it also when there is nothing to count. */
    public void add(long more) {
        count = Math.addExact(count, more);
        opened = true;
    }

    /** The count of the cell with these next parts; zero when nothing was counted there. */
    long count(List<String> parts) {
        TallyBranch branch = this;
        for (String part : parts) {
            branch = branch.branch(part);
            if (branch == null) {
                return 0;
            }
        }
        return branch.count;
    }

    /** @param times how often the other counts are added; -1 takes them away */
    void merge(TallyBranch other, int times) {
        if (other.opened) {
            add(Math.multiplyExact(other.count, times));
        }
        for (TallyBranch more = other.first; more != null; more = more.beside) {
            at(more.part).merge(more, times);
        }
    }

    void closeZeros() {
        opened &= count != 0;
        for (TallyBranch branch = first; branch != null; branch = branch.beside) {
            branch.closeZeros();
        }
    }

    /** Every cell with the parts of its key from here on, in the order of keys. */
    void forEach(BiConsumer<List<String>, Long> action) {
        forEach(new ArrayList<>(), action);
    }

    private void forEach(List<String> before, BiConsumer<List<String>, Long> action) {
        if (opened) {
            action.accept(List.copyOf(before), count);
        }
        Map<String, TallyBranch> inOrder = new TreeMap<>();
        for (TallyBranch branch = first; branch != null; branch = branch.beside) {
            inOrder.put(branch.part, branch);
        }
        inOrder.forEach((next, branch) -> {
            before.add(next);
            branch.forEach(before, action);
            before.remove(before.size() - 1);
        });
    }
}
