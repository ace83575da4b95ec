package org.osteocohort.statistics;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Named lists of numbers as text, {@code day=1;2 median=-}; a dash is null. */
record CaseNumbers(Map<String, List<Double>> lists) {
    private static final String NULL = "-";

    static CaseNumbers parse(String text) {
        Map<String, List<Double>> lists = new LinkedHashMap<>();
        for (String part : text.split(" ")) {
            String[] nameAndNumbers = part.split("=");
            lists.put(
                    nameAndNumbers[0],
                    Arrays.stream(nameAndNumbers[1].split(";"))
                            .map(number -> number.equals(NULL) ? null : Double.valueOf(number))
                            .toList());
        }
        return new CaseNumbers(lists);
    }

    /** One number for each name. */
    static CaseNumbers of(List<String> names, Double... numbers) {
        Map<String, List<Double>> lists = new LinkedHashMap<>();
        for (int place = 0; place < numbers.length; place++) {
            lists.put(names.get(place), Collections.singletonList(numbers[place]));
        }
        return new CaseNumbers(lists);
    }

    Set<String> names() {
        return lists.keySet();
    }

    List<Double> list(String name) {
        return lists.get(name);
    }

    int size(String name) {
        return list(name).size();
    }

    double number(String name) {
        return number(name, 0);
    }

    double number(String name, int place) {
        return list(name).get(place);
    }

    long count(String name) {
        return count(name, 0);
    }

    long count(String name, int place) {
        return (long) number(name, place);
    }

    @Override
    public String toString() {
        return lists.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }
}
