package org.osteocohort.disclosure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Collects published numbers, and then what a reader can compute from one to another, each in any order. Relations that
 * tell nothing, since a number in them is not published or is nobody, are left out.
 */
final class CellGraph {
    private static final int NOT_PUBLISHED = PublishedNumbers.NOT_PUBLISHED;
    private static final int NOBODY = -2;
    private static final int NONE = -1;

    private final PublishedNumbers numbers;
    private final CellPairs containments = new CellPairs();
    private final CellPairs followers = new CellPairs();
    /** Totals with their parts, by the name of the split; a total may be split in several ways. */
    private final SortedMap<String, CellPairs> splits = new TreeMap<>();

    private CellGraph(PublishedNumbers numbers) {
        this.numbers = numbers;
    }

    /** A graph of what is published for the first time. */
    CellGraph() {
        this(cell -> false);
    }

    /**
     * A graph.
     *
     * @param everSomebody whether an earlier run hid a number or showed it above zero
     */
    CellGraph(Predicate<CellId> everSomebody) {
        this(new PublishedNumbers(everSomebody));
    }

    /** A graph of the same numbers that collects relations of its own, for {@link #join}, maybe in another thread. */
    CellGraph beside() {
        return new CellGraph(numbers);
    }

    /** Takes over the relations of a graph {@link #beside} this one. */
    void join(CellGraph other) {
        containments.addAll(other.containments);
        followers.addAll(other.followers);
        other.splits.forEach((split, parts) -> parts(split).addAll(parts));
    }

    /**
     * Adds a published number; all of them come before the relations.
     *
     * @param count null when it is hidden already
     * @return the number's entry, the same for every time that it is published
     * @throws IllegalStateException when the cell is there with another count
     */
    int cell(CellId id, Long count) {
        return numbers.add(id, count);
    }

    /** Whether it is published as nobody; no zero is hidden. */
    boolean showsNobody(CellId id) {
        int entry = numbers.entry(id);
        return entry != NOT_PUBLISHED && numbers.count(entry) == 0;
    }

    /** Whether both are published, shown or not, and are the same. */
    boolean sameCount(CellId one, CellId other) {
        int first = numbers.entry(one);
        int second = numbers.entry(other);
        return first != NOT_PUBLISHED
                && second != NOT_PUBLISHED
                && numbers.count(first) == numbers.count(second)
                && numbers.count(first) != CellSystem.UNKNOWN;
    }

    /**
     * The parts of one total under one name of a split add up to it. All that are published must be told, and those that
     * are not must be zero; telling one twice changes nothing.
     */
    void part(CellId total, String split, CellId part) {
        int whole = numbers.entry(total);
        int member = numbers.entry(part);
        if (whole == NOT_PUBLISHED || member == NOT_PUBLISHED) {
            return;
        }
        boolean zero = numbers.isNobody(member);
        if (!zero || numbers.count(whole) != 0) {
            parts(split).add(whole, zero ? NOBODY : member);
        }
    }

    private CellPairs parts(String split) {
        return splits.computeIfAbsent(split, first -> new CellPairs());
    }

    /**
     * Whoever is counted inside is counted outside too, whatever the data, so that the difference is a number of
     * children.
     */
    void contains(CellId outside, CellId inside) {
        int member = numbers.entry(inside);
        if (member != NOT_PUBLISHED && !numbers.isNobody(member)) {
            addPair(numbers.entry(outside), member, containments);
        }
    }

    /**
     * The follower counts something of the children whom the leader counts, as their events or records, so that it is
     * hidden with it.
     */
    void follows(CellId leader, CellId follower) {
        int led = numbers.entry(follower);
        if (led != NOT_PUBLISHED && numbers.count(led) != 0) {
            addPair(numbers.entry(leader), led, followers);
        }
    }

    private static void addPair(int first, int second, CellPairs pairs) {
        if (first != NOT_PUBLISHED) {
            pairs.add(first, second);
        }
    }

    /** All that was published, in order. */
    CellSystem system() {
        return system(ranks());
    }

    /**
     * All that was published, in order.
     *
     * @param ranks as {@link #ranks} gives them
     */
    CellSystem system(int[] ranks) {
        numbers.cells().forEach(this::relateToMargins);
        CellId[] cells = new CellId[ranks.length];
        long[] counts = new long[ranks.length];
        for (int entry = 0; entry < ranks.length; entry++) {
            cells[ranks[entry]] = numbers.cells().get(entry);
            counts[ranks[entry]] = numbers.count(entry);
        }
        return new CellSystem(List.of(cells), counts, relations(ranks), led(ranks));
    }

    private void relateToMargins(CellId cell) {
        for (String axis : cell.space().partitioned()) {
            if (!cell.level(axis).equals(CountSpace.TOTAL)) {
                part(cell.with(axis, CountSpace.TOTAL), axis, cell);
            }
        }
    }

    /** The place of each number, by its entry, in the system. */
    int[] ranks() {
        Integer[] order = new Integer[numbers.cells().size()];
        Arrays.setAll(order, entry -> entry);
        Arrays.parallelSort(order, Comparator.comparing(numbers.cells()::get));
        int[] ranks = new int[order.length];
        for (int rank = 0; rank < ranks.length; rank++) {
            ranks[order[rank]] = rank;
        }
        return ranks;
    }

    private Relations relations(int[] ranks) {
        Relations relations = new Relations();
        for (long pair : containments.ranked(ranks)) {
            relations.begin(CellPairs.first(pair), false);
            relations.part(CellPairs.second(pair));
        }
        List<long[]> sums =
                splits.values().stream().map(parts -> parts.ranked(ranks)).toList();
        addByWholes(sums, ranks.length, true, relations);
        return relations;
    }

    private Relations led(int[] ranks) {
        Relations led = new Relations();
        addByWholes(List.of(followers.ranked(ranks)), ranks.length, false, led);
        return led;
    }

    /**
     * Adds a relation for each whole and each list that has it, in this order.
     *
     * @param lists of pairs of a whole and a part, in their order
     */
    private static void addByWholes(List<long[]> lists, int size, boolean addsUp, Relations relations) {
        int[] ends = new int[size + 1];
        lists.forEach(pairs -> {
            for (long pair : pairs) {
                ends[CellPairs.first(pair) + 1]++;
            }
        });
        for (int whole = 0; whole < size; whole++) {
            ends[whole + 1] += ends[whole];
        }
        int[] parts = new int[ends[size]];
        int[] listOf = new int[parts.length];
        for (int list = 0; list < lists.size(); list++) {
            for (long pair : lists.get(list)) {
                // From here on, where the parts of the whole end that are told so far.
                int place = ends[CellPairs.first(pair)]++;
                parts[place] = CellPairs.second(pair);
                listOf[place] = list;
            }
        }
        for (int whole = 0, place = 0; whole < size; whole++) {
            for (int list = NONE; place < ends[whole]; place++) {
                if (listOf[place] != list) {
                    list = listOf[place];
                    relations.begin(whole, addsUp);
                }
                if (parts[place] != NOBODY) {
                    relations.part(parts[place]);
                }
            }
        }
    }
}
