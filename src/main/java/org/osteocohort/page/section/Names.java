package org.osteocohort.page.section;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names of the tables as words, and the colours of groups. */
final class Names {
    /** The level of a stratum that is not split. */
    static final String ALL = "all";

    static final String CONFIRMED = "confirmed";
    /** The sexes that are drawn; children of unknown sex are few, and stand in the tables only. */
    static final List<String> SEXES = List.of("female", "male");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final int COLOURS = 6;

    private Names() {}

    /** {@code chronic_inflammatory_disease.crohn_ibd} becomes {@code Chronic inflammatory disease: Crohn IBD}. */
    static String plain(String name) {
        String words = Arrays.stream(name.replace(".", ": ").split("[_ ]"))
                .map(Names::inFull)
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String inFull(String word) {
        return switch (word) {
            case "dxa", "ibd", "ijo" -> word.toUpperCase(Locale.ROOT);
            case "xray" -> "X-ray";
            case "pt" -> "physical therapy";
            case "crohn", "cushing" -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
            case "type1" -> "type 1";
            default -> word;
        };
    }

    /** {@code ISCD_2019} becomes {@code ISCD 2019}; a definition keeps its capitals. */
    static String definition(String phenotype) {
        return phenotype.replace('_', ' ');
    }

    /** {@code confirmed_or_probable} becomes {@code confirmed or probable}. */
    static String caseClass(String caseClass) {
        return caseClass.replace('_', ' ');
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** The colour of a group by its place among all groups. */
    static String colour(int place) {
        return "series-" + (place % COLOURS + 1);
    }

    /** Whether none of the strata is split. */
    static boolean whole(String... levels) {
        return List.of(levels).stream().allMatch(ALL::equals);
    }
}
