package org.osteocohort.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Collects published numbers and what a reader can compute from one to another, in any order. */
final class CellGraph {
    private static final int NOT_PUBLISHED = -1;
    private static final Comparator<Pair> PAIR_ORDER =
            Comparator.comparingInt(Pair::first).thenComparingInt(Pair::second);

    private final Map<CellId, Integer> places = new HashMap<>();
    private final List<CellId> cells = new ArrayList<>();
    private final List<Long> counts = new ArrayList<>();
    private final BitSet published = new BitSet();
    private final Map<Split, List<Integer>> sums = new HashMap<>();
    private final List<Pair> containments = new ArrayList<>();
    private final List<Pair> followers = new ArrayList<>();

    /** A total may be split in several ways; each has a name. */
    private record Split(int total, String name) {}

    private record Pair(int first, int second) {
        boolean within(int[] ranks) {
            return ranks[first] != NOT_PUBLISHED && ranks[second] != NOT_PUBLISHED;
        }

        Pair at(int[] ranks) {
            return new Pair(ranks[first], ranks[second]);
        }
    }

    /**
     * Adds a published number.
     *
     * @param count null when it is hidden already
     * @throws IllegalStateException when the cell is there with another count
     */
    void cell(CellId id, Long count) {
        int place = place(id);
        if (published.get(place)) {
            if (!Objects.equals(counts.get(place), count)) {
                throw new IllegalStateException(
                        "two numbers for one cell of " + id.space().name());
            }
            return;
        }
        published.set(place);
        counts.set(place, count);
        for (String axis : id.space().partitioned()) {
            if (!id.level(axis).equals(CountSpace.TOTAL)) {
                part(id.with(axis, CountSpace.TOTAL), axis, id);
            }
        }
    }

    private int place(CellId id) {
        Integer place = places.putIfAbsent(id, cells.size());
        if (place != null) {
            return place;
        }
        cells.add(id);
        counts.add(null);
        return cells.size() - 1;
    }

    /**
     * The parts of one total under one name of a split add up to it. All that are published must be told, and those that
     * are not must be zero; telling one twice changes nothing.
     */
    void part(CellId total, String split, CellId part) {
        sums.computeIfAbsent(new Split(place(total), split), key -> new ArrayList<>())
                .add(place(part));
    }

    /**
     * Whoever is counted inside is counted outside too, whatever the data, so that the difference is a number of
     * children.
     */
    void contains(CellId outside, CellId inside) {
        containments.add(new Pair(place(outside), place(inside)));
    }

    /**
     * The follower counts something of the children whom the leader counts, as their events or records, so that it is
     * hidden with it.
     */
    void follows(CellId leader, CellId follower) {
        followers.add(new Pair(place(leader), place(follower)));
    }

    /** All that was published, in order; relations to what was not published are none. */
    CellSystem system() {
        List<Integer> order = new ArrayList<>(published.stream().boxed().toList());
        order.sort(Comparator.comparing(cells::get));
        int[] ranks = new int[cells.size()];
        Arrays.fill(ranks, NOT_PUBLISHED);
        IntStream.range(0, order.size()).forEach(rank -> ranks[order.get(rank)] = rank);

        List<Relation> relations = new ArrayList<>();
        ordered(containments, ranks)
                .forEach(pair -> relations.add(new Relation.Containment(pair.first(), pair.second())));
        relations.addAll(sums(ranks));
        ordered(followers, ranks).forEach(pair -> relations.add(new Relation.Follower(pair.first(), pair.second())));
        return new CellSystem(
                order.stream().map(cells::get).toList(),
                new ArrayList<>(order.stream().map(counts::get).toList()),
                relations);
    }

    private static List<Pair> ordered(List<Pair> pairs, int[] ranks) {
        return pairs.stream()
                .filter(pair -> pair.within(ranks))
                .map(pair -> pair.at(ranks))
                .distinct()
                .sorted(PAIR_ORDER)
                .toList();
    }

    private List<Relation.Sum> sums(int[] ranks) {
        return sums.entrySet().stream()
                .filter(sum -> ranks[sum.getKey().total()] != NOT_PUBLISHED)
                .sorted(Comparator.<Map.Entry<Split, List<Integer>>>comparingInt(
                                sum -> ranks[sum.getKey().total()])
                        .thenComparing(sum -> sum.getKey().name()))
                .map(sum -> new Relation.Sum(ranks[sum.getKey().total()], parts(sum.getValue(), ranks)))
                .toList();
    }

    private static List<Integer> parts(List<Integer> parts, int[] ranks) {
        return parts.stream()
                .map(part -> ranks[part])
                .filter(rank -> rank != NOT_PUBLISHED)
                .distinct()
                .sorted()
                .toList();
    }
}
