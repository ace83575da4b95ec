package org.osteocohort.measure.tally;

import java.util.ArrayList;
import java.util.Arrays;
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

    private static final String[] NO_PARTS = {};
    private static final TallyBranch[] NO_BRANCHES = {};

    /** Most branches are a cell, from which none goes on. */
    private String[] parts = NO_PARTS;

    private TallyBranch[] branches = NO_BRANCHES;
    private int size;
    /** The positions of the parts, where they are many; else null. */
    private Map<String, Integer> positions;
    /** Where the last child went to is where the next goes to, more often than not. */
    private int last;

    private long count;
    private boolean opened;

    TallyBranch() {}

    /** The cells of which this is the next part of the key. */
    public TallyBranch at(String part) {
        if (last >= size || !part.equals(parts[last])) {
            int position = position(part);
            last = position < 0 ? open(part) : position;
        }
        return branches[last];
    }

    /** Where the part stands; negative when nothing was counted there. */
    private int position(String part) {
        if (positions != null) {
            return positions.getOrDefault(part, -1);
        }
        // Who counts names a part by the same text each time, so that it is hardly ever compared letter by letter.
        for (int position = 0; position < size; position++) {
            if (parts[position] == part) {
                return position;
            }
        }
        for (int position = 0; position < size; position++) {
            if (parts[position].equals(part)) {
                return position;
            }
        }
        return -1;
    }

    private int open(String part) {
        if (size == parts.length) {
            int room = size == 0 ? 1 : 2 * size;
            parts = Arrays.copyOf(parts, room);
            branches = Arrays.copyOf(branches, room);
        }
        parts[size] = part;
        branches[size] = new TallyBranch();
        size++;
        if (positions != null) {
            positions.put(part, size - 1);
        } else if (size > FEW) {
            positions = new HashMap<>();
            for (int position = 0; position < size; position++) {
                positions.put(parts[position], position);
            }
        }
        return size - 1;
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
            int position = branch.position(part);
            if (position < 0) {
                return 0;
            }
            branch = branch.branches[position];
        }
        return branch.count;
    }

    /** @param times how often the other counts are added; -1 takes them away */
    void merge(TallyBranch other, int times) {
        if (other.opened) {
            add(Math.multiplyExact(other.count, times));
        }
        for (int position = 0; position < other.size; position++) {
            at(other.parts[position]).merge(other.branches[position], times);
        }
    }

    void closeZeros() {
        opened &= count != 0;
        for (int position = 0; position < size; position++) {
            branches[position].closeZeros();
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
        for (int position = 0; position < size; position++) {
            inOrder.put(parts[position], branches[position]);
        }
        inOrder.forEach((part, branch) -> {
            before.add(part);
            branch.forEach(before, action);
            before.remove(before.size() - 1);
        });
    }
}
