package org.osteocohort.page.section;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** Names of the tables as words, and the colours of groups. */
final class Names {
    /** The level of a stratum that is not split. */
    static final String ALL = "all";

    static final String CONFIRMED = "confirmed";
    /** The sexes that are drawn; children of unknown sex are few, and stand in the tables only. */
    static final List<String> SEXES = List.of("female", "male");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final int COLOURS = 6;
    private static final Properties IN_FULL = inFull();

    private Names() {}

    private static Properties inFull() {
        Properties names = new Properties();
        try (Reader list = new InputStreamReader(
                Names.class.getResourceAsStream("/org/osteocohort/page/names.properties"), StandardCharsets.UTF_8)) {
            names.load(list);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return names;
    }

    /** A name of a table as a reader would say it: as the list beside this class has it, or else in plain letters. */
    static String plain(String name) {
        String words = IN_FULL.getProperty(name);
        if (words == null) {
            words = name.replace(".", ": ").replace('_', ' ');
        }
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** The same within a sentence. */
    static String inSentence(String name) {
        String words = plain(name);
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
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
