package org.osteocohort.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Collects published numbers and what a reader can compute from one to another, in any order. */
final class CellGraph {
    private static final int NOT_PUBLISHED = -1;

    private final Map<CellId, Integer> places = new HashMap<>();
    private final List<CellId> cells = new ArrayList<>();
    private final BitSet published = new BitSet();
    private final Map<String, Integer> splits = new HashMap<>();
    private final LongStream.Builder containments = LongStream.builder();
    private final LongStream.Builder followers = LongStream.builder();
    private final List<Part> parts = new ArrayList<>();
    private long[] counts = new long[1024];

    /** A total may be split in several ways; each has a name. */
    private record Part(int total, int split, int part) {}

    /**
     * Adds a published number.
     *
     * @param count null when it is hidden already
     * @throws IllegalStateException when the cell is there with another count
     */
    void cell(CellId id, Long count) {
        int place = place(id);
        long known = count == null ? CellSystem.UNKNOWN : count;
        if (published.get(place)) {
            if (counts[place] != known) {
                throw new IllegalStateException(
                        "two numbers for one cell of " + id.space().name());
            }
            return;
        }
        if (count != null && count < 0) {
            throw new IllegalStateException("a negative count of " + id.space().name());
        }
        published.set(place);
        counts[place] = known;
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
        if (cells.size() > counts.length) {
            counts = Arrays.copyOf(counts, 2 * counts.length);
        }
        return cells.size() - 1;
    }

    /**
     * The parts of one total under one name of a split add up to it. All that are published must be told, and those that
     * are not must be zero; telling one twice changes nothing.
     */
    void part(CellId total, String split, CellId part) {
        Integer name = splits.putIfAbsent(split, splits.size());
        parts.add(new Part(place(total), name == null ? splits.size() - 1 : name, place(part)));
    }

    /**
     * Whoever is counted inside is counted outside too, whatever the data, so that the difference is a number of
     * children.
     */
    void contains(CellId outside, CellId inside) {
        containments.add(pair(place(outside), place(inside)));
    }

    /**
     * The follower counts something of the children whom the leader counts, as their events or records, so that it is
     * hidden with it.
     */
    void follows(CellId leader, CellId follower) {
        followers.add(pair(place(leader), place(follower)));
    }

    private static long pair(int first, int second) {
        return (long) first << Integer.SIZE | second;
    }

    private static int first(long pair) {
        return (int) (pair >> Integer.SIZE);
    }

    private static int second(long pair) {
        return (int) pair;
    }

    /** All that was published, in order; relations to what was not published are none. */
    CellSystem system() {
        List<Integer> order = new ArrayList<>(published.stream().boxed().toList());
        order.sort(Comparator.comparing(cells::get));
        int[] ranks = new int[cells.size()];
        Arrays.fill(ranks, NOT_PUBLISHED);
        long[] ordered = new long[order.size()];
        for (int rank = 0; rank < ordered.length; rank++) {
            ranks[order.get(rank)] = rank;
            ordered[rank] = counts[order.get(rank)];
        }
        Relations relations = new Relations();
        for (long pair : ranked(containments.build(), ranks)) {
            relations.begin(first(pair), false);
            relations.part(second(pair));
        }
        addSums(relations, ranks);
        return new CellSystem(order.stream().map(cells::get).toList(), ordered, relations, followers(ranks));
    }

    private static long[] ranked(LongStream pairs, int[] ranks) {
        return pairs.filter(pair -> ranks[first(pair)] != NOT_PUBLISHED && ranks[second(pair)] != NOT_PUBLISHED)
                .map(pair -> pair(ranks[first(pair)], ranks[second(pair)]))
                .sorted()
                .distinct()
                .toArray();
    }

    private Relations followers(int[] ranks) {
        Relations followers = new Relations();
        int leader = NOT_PUBLISHED;
        for (long pair : ranked(this.followers.build(), ranks)) {
            if (first(pair) != leader) {
                leader = first(pair);
                followers.begin(leader, false);
            }
            followers.part(second(pair));
        }
        return followers;
    }

    private void addSums(Relations relations, int[] ranks) {
        int[] splitRanks = splitRanks();
        List<Part> ordered = parts.stream()
                .filter(part -> ranks[part.total()] != NOT_PUBLISHED && ranks[part.part()] != NOT_PUBLISHED)
                .map(part -> new Part(ranks[part.total()], splitRanks[part.split()], ranks[part.part()]))
                .sorted(Comparator.comparingInt(Part::total)
                        .thenComparingInt(Part::split)
                        .thenComparingInt(Part::part))
                .toList();
        Part before = null;
        for (Part part : ordered) {
            if (before == null || part.total() != before.total() || part.split() != before.split()) {
                relations.begin(part.total(), true);
                relations.part(part.part());
            } else if (part.part() != before.part()) {
                relations.part(part.part());
            }
            before = part;
        }
    }

    /** Splits by their names and not by the order in which they came. */
    private int[] splitRanks() {
        int[] ranks = new int[splits.size()];
        int rank = 0;
        for (String split : splits.keySet().stream().sorted().toList()) {
            ranks[splits.get(split)] = rank++;
        }
        return ranks;
    }
}
