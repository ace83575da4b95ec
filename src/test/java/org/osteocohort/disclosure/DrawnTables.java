package org.osteocohort.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.osteocohort.disclosure.attack.Published;

/**
 * Tables counted from drawn children, told twice: to the disclosure control, and to the attacker, who is given what the
 * control shows. A child is a few small numbers: attributes by which the tables count.
 */
final class DrawnTables {
    enum Shape {
        TWO_WAY,
        THREE_WAY,
        NESTED_CLASSES,
        CHAIN,
        COVERAGE,
        ATTRITION,
        LINKED
    }

    private static final CountSpace LIST = CountSpace.of("list", "name");
    private static final String ALL = "all";

    private record Split(String total, List<String> parts) {}

    private record Nest(String outside, String inside) {}

    private final List<int[]> children;
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final List<Split> splits = new ArrayList<>();
    private final List<Nest> nests = new ArrayList<>();

    private DrawnTables(List<int[]> children) {
        this.children = children;
    }

    static List<int[]> children(Random random, int count) {
        // Rare levels are rare: half of the children have the first level, a quarter the second.
        List<int[]> children = new ArrayList<>();
        for (int child = 0; child < count; child++) {
            children.add(IntStream.range(0, 5)
                    .map(attribute -> Math.min(3, Long.numberOfTrailingZeros(random.nextLong() | 8)))
                    .toArray());
        }
        return children;
    }

    /** A few leave and a few come, as from one night to the next. */
    static List<int[]> changed(List<int[]> children, Random random, int few) {
        List<int[]> changed = new ArrayList<>(children);
        for (int child = random.nextInt(few); child > 0 && !changed.isEmpty(); child--) {
            changed.remove(random.nextInt(changed.size()));
        }
        changed.addAll(children(random, random.nextInt(few)));
        return changed;
    }

    static DrawnTables of(Shape shape, List<int[]> children, int levels) {
        DrawnTables tables = new DrawnTables(children);
        switch (shape) {
            case TWO_WAY -> tables.crossing("t", child -> true, levels, 0, 1);
            case THREE_WAY -> tables.crossing("t", child -> true, levels, 0, 1, 2);
            case NESTED_CLASSES -> tables.nestedClasses("t", levels, 0, 1);
            case CHAIN -> tables.nestedClasses("t", levels, 0);
            case COVERAGE -> tables.coverage(levels);
            case ATTRITION -> tables.attrition(levels);
            case LINKED -> tables.linked(levels);
        }
        return tables;
    }

    private String count(String name, Predicate<int[]> counted) {
        counts.put(name, children.stream().filter(counted).count());
        return name;
    }

    /** Every crossing of some attributes with all margins. */
    private void crossing(String name, Predicate<int[]> counted, int levels, int... attributes) {
        crossing(name, counted, levels, attributes, new String[attributes.length], 0);
    }

    private void crossing(
            String name, Predicate<int[]> counted, int levels, int[] attributes, String[] place, int depth) {
        if (depth == attributes.length) {
            count(name + String.join("/", place), counted);
            for (int axis = 0; axis < place.length; axis++) {
                if (place[axis].equals(ALL)) {
                    splits.add(split(name, place, axis, levels));
                }
            }
            return;
        }
        place[depth] = ALL;
        crossing(name, counted, levels, attributes, place, depth + 1);
        for (int level = 0; level < levels; level++) {
            int only = level;
            place[depth] = Integer.toString(level);
            Predicate<int[]> inLevel = child -> Math.min(levels - 1, child[attributes[depth]]) == only;
            crossing(name, counted.and(inLevel), levels, attributes, place, depth + 1);
        }
    }

    private static Split split(String name, String[] place, int axis, int levels) {
        List<String> parts = new ArrayList<>();
        for (int level = 0; level < levels; level++) {
            String[] part = place.clone();
            part[axis] = Integer.toString(level);
            parts.add(name + String.join("/", part));
        }
        return new Split(name + String.join("/", place), parts);
    }

    private void nestedClasses(String name, int levels, int... attributes) {
        crossing(name + "population", child -> true, levels, attributes);
        crossing(name + "any", child -> child[2] < 3, levels, attributes);
        crossing(name + "probable", child -> child[2] < 2, levels, attributes);
        crossing(name + "confirmed", child -> child[2] < 1, levels, attributes);
        List<String> chain = List.of(name + "population", name + "any", name + "probable", name + "confirmed");
        for (String cell : List.copyOf(counts.keySet())) {
            for (int outer = 0; outer < chain.size(); outer++) {
                for (String inner : chain.subList(outer + 1, chain.size())) {
                    if (cell.startsWith(chain.get(outer))) {
                        nests.add(new Nest(cell, cell.replace(chain.get(outer), inner)));
                    }
                }
            }
        }
    }

    /** Three windows, each with treated, untreated, gone and unknown; who is treated in one is treated in the next. */
    private void coverage(int levels) {
        crossing("cohort", child -> true, levels, 0);
        for (int window = 0; window < 3; window++) {
            int last = window;
            crossing("treated" + window, child -> child[1] <= last, levels, 0);
            crossing("untreated" + window, child -> child[1] > last && child[2] == 0, levels, 0);
            crossing("gone" + window, child -> child[1] > last && child[2] == 1, levels, 0);
            crossing("unknown" + window, child -> child[1] > last && child[2] > 1, levels, 0);
            for (String stratum : strata(levels)) {
                splits.add(new Split(
                        "cohort" + stratum,
                        List.of(
                                "treated" + window + stratum,
                                "untreated" + window + stratum,
                                "gone" + window + stratum,
                                "unknown" + window + stratum)));
                for (int longer = window + 1; longer < 3; longer++) {
                    nests.add(new Nest("treated" + longer + stratum, "treated" + window + stratum));
                }
            }
        }
    }

    private static List<String> strata(int levels) {
        List<String> strata = new ArrayList<>(List.of(ALL));
        IntStream.range(0, levels).mapToObj(Integer::toString).forEach(strata::add);
        return strata;
    }

    private void attrition(int levels) {
        count("in0", child -> true);
        for (int step = 0; step < levels + 1; step++) {
            int now = step;
            Predicate<int[]> passed = child -> IntStream.rangeClosed(0, now).allMatch(which -> child[which] < 3);
            Predicate<int[]> before = child -> IntStream.range(0, now).allMatch(which -> child[which] < 3);
            count("in" + (step + 1), passed);
            count("out" + step, before.and(passed.negate()));
            count(
                    "only" + step,
                    child -> IntStream.rangeClosed(0, levels).allMatch(which -> (which == now) == (child[which] >= 3)));
            splits.add(new Split("in" + step, List.of("in" + (step + 1), "out" + step)));
            nests.add(new Nest("out" + step, "only" + step));
        }
    }

    /** A table by two attributes and one by two others; they share their grand total and the margin of one attribute. */
    private void linked(int levels) {
        crossing("t", child -> true, levels, 0, 1);
        crossing("t", child -> true, levels, 0, 3);
        nestedClasses("t", levels, 0, 1);
        for (String stratum : strata(levels)) {
            splits.add(new Split("t" + stratum + "/" + ALL, List.of("tpopulation" + stratum + "/" + ALL)));
        }
    }

    Map<String, Long> counts() {
        return counts;
    }

    CellSystem system() {
        CellGraph graph = new CellGraph();
        counts.forEach((name, count) -> graph.cell(LIST.cell(name), count));
        splits.forEach(split -> split.parts()
                .forEach(part ->
                        graph.part(LIST.cell(split.total()), split.parts().get(0), LIST.cell(part))));
        nests.forEach(nest -> graph.contains(LIST.cell(nest.outside()), LIST.cell(nest.inside())));
        return graph.system();
    }

    /** What the attacker gets, given which numbers are hidden. */
    Published published(Predicate<String> hidden) {
        Published published = new Published();
        counts.forEach((name, count) -> published.number(name, hidden.test(name) ? null : count));
        splits.forEach(split -> published.sum(split.total(), split.parts()));
        nests.forEach(nest -> published.nest(nest.outside(), nest.inside()));
        return published;
    }

    static String name(CellId cell) {
        return cell.level("name");
    }
}
