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
    /** Most branches are a cell, from which none goes on. */
    private Map<String, TallyBranch> branches = Map.of();
    /** Where the last child went to is where the next goes to, more often than not. */
    private String lastPart;

    private TallyBranch last;
    private long count;
    private boolean opened;

    TallyBranch() {}

    /** The cells of which this is the next part of the key. */
    public TallyBranch at(String part) {
        if (!part.equals(lastPart)) {
            if (branches.isEmpty()) {
                branches = new HashMap<>(2);
            }
            last = branches.computeIfAbsent(part, opened -> new TallyBranch());
            lastPart = part;
        }
        return last;
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
        for (int position = 0; branch != null && position < parts.size(); position++) {
            branch = branch.branches.get(parts.get(position));
        }
        return branch == null ? 0 : branch.count;
    }

    /** @param times how often the other counts are added; -1 takes them away */
    void merge(TallyBranch other, int times) {
        if (other.opened) {
            add(Math.multiplyExact(other.count, times));
        }
        other.branches.forEach((part, branch) -> at(part).merge(branch, times));
    }

    void closeZeros() {
        opened &= count != 0;
        branches.values().forEach(TallyBranch::closeZeros);
    }

    /** Every cell with the parts of its key from here on, in the order of keys. */
    void forEach(BiConsumer<List<String>, Long> action) {
        forEach(new ArrayList<>(), action);
    }

    private void forEach(List<String> before, BiConsumer<List<String>, Long> action) {
        if (opened) {
            action.accept(List.copyOf(before), count);
        }
        new TreeMap<>(branches).forEach((part, branch) -> {
            before.add(part);
            branch.forEach(before, action);
            before.remove(before.size() - 1);
        });
    }
}
