package org.osteocohort.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Collects published numbers, and then what a reader can compute from one to another, each in any order. Relations that
 * tell nothing, since a number in them is not published or is nobody, are left out.
 */
final class CellGraph {
    private static final int NOT_PUBLISHED = -1;
    private static final int NOBODY = -2;

    private final Predicate<CellId> everSomebody;
    private final Map<CellId, Integer> entries = new HashMap<>();
    private final List<CellId> cells = new ArrayList<>();
    private final Map<String, Integer> splits = new HashMap<>();
    private final LongList containments = new LongList();
    private final LongList followers = new LongList();
    private final List<Part> parts = new ArrayList<>();
    private long[] counts = new long[1024];
    private int[] ranks = {};

    /** A total may be split in several ways; each has a name. The part is {@link #NOBODY} when it is a mere zero. */
    private record Part(int total, int split, int part) {}

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
        this.everSomebody = everSomebody;
    }

    /**
     * Adds a published number; all of them come before the relations.
     *
     * @param count null when it is hidden already
     * @return the number's entry, the same for every time that it is published
     * @throws IllegalStateException when the cell is there with another count
     */
    int cell(CellId id, Long count) {
        long known = count == null ? CellSystem.UNKNOWN : count;
        Integer there = entries.putIfAbsent(id, cells.size());
        if (there != null) {
            if (counts[there] != known) {
                throw new IllegalStateException(
                        "two numbers for one cell of " + id.space().name());
            }
            return there;
        }
        if (count != null && count < 0) {
            throw new IllegalStateException("a negative count of " + id.space().name());
        }
        if (cells.size() == counts.length) {
            counts = Arrays.copyOf(counts, 2 * counts.length);
        }
        counts[cells.size()] = known;
        cells.add(id);
        return cells.size() - 1;
    }

    private int entry(CellId id) {
        return entries.getOrDefault(id, NOT_PUBLISHED);
    }

    /** Whether the number is nobody, and was nobody in every earlier run, so that nothing can be told about it. */
    private boolean isNobody(int entry) {
        return counts[entry] == 0 && !everSomebody.test(cells.get(entry));
    }

    /** Whether it is published as nobody; no zero is hidden. */
    boolean showsNobody(CellId id) {
        int entry = entry(id);
        return entry != NOT_PUBLISHED && counts[entry] == 0;
    }

    /** Whether both are published, shown or not, and are the same. */
    boolean sameCount(CellId one, CellId other) {
        int first = entry(one);
        int second = entry(other);
        return first != NOT_PUBLISHED
                && second != NOT_PUBLISHED
                && counts[first] == counts[second]
                && counts[first] != CellSystem.UNKNOWN;
    }

    /**
     * The parts of one total under one name of a split add up to it. All that are published must be told, and those that
     * are not must be zero; telling one twice changes nothing.
     */
    void part(CellId total, String split, CellId part) {
        int whole = entry(total);
        int member = entry(part);
        if (whole == NOT_PUBLISHED || member == NOT_PUBLISHED) {
            return;
        }
        boolean zero = isNobody(member);
        if (!zero || counts[whole] != 0) {
            Integer name = splits.putIfAbsent(split, splits.size());
            parts.add(new Part(whole, name == null ? splits.size() - 1 : name, zero ? NOBODY : member));
        }
    }

    /**
     * Whoever is counted inside is counted outside too, whatever the data, so that the difference is a number of
     * children.
     */
    void contains(CellId outside, CellId inside) {
        int member = entry(inside);
        if (member != NOT_PUBLISHED && !isNobody(member)) {
            addPair(entry(outside), member, containments);
        }
    }

    /**
     * The follower counts something of the children whom the leader counts, as their events or records, so that it is
     * hidden with it.
     */
    void follows(CellId leader, CellId follower) {
        int led = entry(follower);
        if (led != NOT_PUBLISHED && counts[led] != 0) {
            addPair(entry(leader), led, followers);
        }
    }

    private static void addPair(int first, int second, LongList pairs) {
        if (first != NOT_PUBLISHED) {
            pairs.add((long) first << Integer.SIZE | second);
        }
    }

    private static int first(long pair) {
        return (int) (pair >> Integer.SIZE);
    }

    private static int second(long pair) {
        return (int) pair;
    }

    /** All that was published, in order. */
    CellSystem system() {
        for (CellId cell : cells) {
            for (String axis : cell.space().partitioned()) {
                if (!cell.level(axis).equals(CountSpace.TOTAL)) {
                    part(cell.with(axis, CountSpace.TOTAL), axis, cell);
                }
            }
        }
        List<Integer> order = new ArrayList<>(cells.size());
        for (int entry = 0; entry < cells.size(); entry++) {
            order.add(entry);
        }
        order.sort(Comparator.comparing(cells::get));
        ranks = new int[cells.size()];
        long[] ordered = new long[order.size()];
        for (int rank = 0; rank < ordered.length; rank++) {
            ranks[order.get(rank)] = rank;
            ordered[rank] = counts[order.get(rank)];
        }
        Relations relations = new Relations();
        for (long pair : ranked(containments)) {
            relations.begin(first(pair), false);
            relations.part(second(pair));
        }
        addSums(relations);
        return new CellSystem(order.stream().map(cells::get).toList(), ordered, relations, ledByRank());
    }

    /** The place of each number, by its entry, in the system that was made last. */
    int[] ranks() {
        return ranks.clone();
    }

    private long[] ranked(LongList pairs) {
        long[] ranked = pairs.toArray();
        for (int place = 0; place < ranked.length; place++) {
            ranked[place] = (long) ranks[first(ranked[place])] << Integer.SIZE | ranks[second(ranked[place])];
        }
        Arrays.sort(ranked);
        return Arrays.stream(ranked).distinct().toArray();
    }

    private Relations ledByRank() {
        Relations led = new Relations();
        int leader = NOT_PUBLISHED;
        for (long pair : ranked(followers)) {
            if (first(pair) != leader) {
                leader = first(pair);
                led.begin(leader, false);
            }
            led.part(second(pair));
        }
        return led;
    }

    private void addSums(Relations relations) {
        int[] splitRanks = splitRanks();
        List<Part> ordered = new ArrayList<>(parts.size());
        for (Part part : parts) {
            int member = part.part() == NOBODY ? NOBODY : ranks[part.part()];
            ordered.add(new Part(ranks[part.total()], splitRanks[part.split()], member));
        }
        ordered.sort(Comparator.comparingInt(Part::total)
                .thenComparingInt(Part::split)
                .thenComparingInt(Part::part));
        Part before = null;
        for (Part part : ordered) {
            boolean begins = before == null || part.total() != before.total() || part.split() != before.split();
            if (begins) {
                relations.begin(part.total(), true);
            }
            if (part.part() != NOBODY && (begins || part.part() != before.part())) {
                relations.part(part.part());
            }
            before = part;
        }
    }

    /** Splits by their names and not by the order in which they came. */
    private int[] splitRanks() {
        int[] byName = new int[splits.size()];
        int rank = 0;
        for (String split : splits.keySet().stream().sorted().toList()) {
            byName[splits.get(split)] = rank++;
        }
        return byName;
    }
}
