package org.osteocohort.disclosure.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What lies before a reader: numbers by name, null where hidden, and what is known about them whatever they are. */
public final class Published {
    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<Long> shown = new ArrayList<>();
    private final List<int[]> sums = new ArrayList<>();
    private final List<int[]> nests = new ArrayList<>();

    /** Adds a number; the same name twice must have the same number. */
    public void number(String name, Long count) {
        Integer place = places.putIfAbsent(name, names.size());
        if (place == null) {
            names.add(name);
            shown.add(count);
        } else if (!java.util.Objects.equals(shown.get(place), count)) {
            throw new AssertionError("two numbers for " + name);
        }
    }

    /** The parts, as far as they are published, add up to the total. */
    public void sum(String total, List<String> parts) {
        if (places.containsKey(total)) {
            List<Integer> members = new ArrayList<>(List.of(places.get(total)));
            parts.stream().filter(places::containsKey).map(places::get).forEach(members::add);
            sums.add(members.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    /** The inside is no more than the outside. */
    public void nest(String outside, String inside) {
        if (places.containsKey(outside) && places.containsKey(inside)) {
            nests.add(new int[] {places.get(outside), places.get(inside)});
        }
    }

    public int size() {
        return names.size();
    }

    public int place(String name) {
        return places.get(name);
    }

    public String name(int place) {
        return names.get(place);
    }

    /** Null when hidden. */
    public Long shown(int place) {
        return shown.get(place);
    }

    /** Each as the total and its parts. */
    public List<int[]> sums() {
        return sums;
    }

    /** Each as outside and inside. */
    public List<int[]> nests() {
        return nests;
    }
}
