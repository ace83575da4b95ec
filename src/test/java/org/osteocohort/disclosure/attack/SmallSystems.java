package org.osteocohort.disclosure.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Hidden numbers that hang together and are few, each group as one linear program. */
public final class SmallSystems {
    private static final int FEW = 25;

    private final Published published;
    private final int[] leaders;

    private SmallSystems(Published published) {
        this.published = published;
        this.leaders = new int[published.size()];
        Arrays.setAll(leaders, place -> place);
        List<int[]> relations = new ArrayList<>(published.sums());
        relations.addAll(published.nests());
        for (int[] members : relations) {
            int first = -1;
            for (int member : members) {
                if (published.shown(member) == null) {
                    first = first < 0 ? member : first;
                    leaders[leader(member)] = leader(first);
                }
            }
        }
    }

    private int leader(int place) {
        int leader = place;
        while (leaders[leader] != leader) {
            leader = leaders[leader];
        }
        return leader;
    }

    /** The least and the most that each number of a small group may be. */
    public static Map<String, long[]> of(Published published) {
        SmallSystems systems = new SmallSystems(published);
        Map<Integer, Integer> sizes = new HashMap<>();
        for (int place = 0; place < published.size(); place++) {
            if (published.shown(place) == null) {
                sizes.merge(systems.leader(place), 1, Integer::sum);
            }
        }
        Map<String, long[]> ranges = new LinkedHashMap<>();
        systems.groups(sizes).forEach((leader, group) -> {
            LinearAttack attack = LinearAttack.on(group);
            for (int place = 0; place < group.size(); place++) {
                if (group.shown(place) == null) {
                    ranges.put(group.name(place), new long[] {attack.low(place), attack.high(place)});
                }
            }
        });
        return ranges;
    }

    private Map<Integer, Published> groups(Map<Integer, Integer> sizes) {
        Map<Integer, Published> groups = new TreeMap<>();
        published.sums().forEach(members -> add(members, sizes, groups, true));
        published.nests().forEach(members -> add(members, sizes, groups, false));
        return groups;
    }

    private void add(int[] members, Map<Integer, Integer> sizes, Map<Integer, Published> groups, boolean sum) {
        int hidden = Arrays.stream(members)
                .filter(member -> published.shown(member) == null)
                .findFirst()
                .orElse(-1);
        if (hidden < 0 || sizes.get(leader(hidden)) > FEW) {
            return;
        }
        Published group = groups.computeIfAbsent(leader(hidden), key -> new Published());
        for (int member : members) {
            group.number(published.name(member), published.shown(member));
        }
        List<String> names = Arrays.stream(members).mapToObj(published::name).toList();
        if (sum) {
            group.sum(names.get(0), names.subList(1, names.size()));
        } else {
            group.nest(names.get(0), names.get(1));
        }
    }
}
