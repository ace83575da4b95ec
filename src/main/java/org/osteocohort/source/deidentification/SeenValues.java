package org.osteocohort.source.deidentification;

import java.util.Collections;
import java.util.HashSet;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.osteocohort.job.Deidentification.Profile;

/** The first values of a column or element: what they look like is counted, they themselves are not kept. */
public final class SeenValues {
    private static final int FEWEST_TEXTS = 10;
    private static final double LONG_TEXT = 150;
    private static final int LONGEST_CELL = 1000;
    /** Fewer different ones may be the questions of a form. */
    private static final int FEWEST_SENTENCES = 10;

    private static final double OLDEST_TOLD_AGE = 89;

    /** One sentence after another. So are the questions of forms, but those come again and again. */
    private static final Pattern SENTENCES = Pattern.compile("[a-z)]{2,}[.!?]\\s+[A-Z][a-z]*\\s+[a-z]+");

    private final Profile profile;
    private final SortedMap<String, Integer> kinds = new TreeMap<>();
    private int count;
    private int sentences;
    /** Their hash codes: no value is kept. */
    private final Set<Integer> differentSentences = new HashSet<>();

    private long length;

    public SeenValues(Profile profile) {
        this.profile = profile;
    }

    /** A value of any column. */
    public void see(String value) {
        count++;
        length += value.length();
        IdentifierShapes.ofValue(value).ifPresent(this::found);
        seeDate(value, false);
        if (value.length() > LONGEST_CELL) {
            found(IdentifierShapes.FREE_TEXT);
        } else if (SENTENCES.matcher(value).find()) {
            sentences++;
            differentSentences.add(value.hashCode());
        }
    }

    /** A value of a column of dates. */
    public void seeDate(String value) {
        count++;
        seeDate(value, true);
    }

    private void seeDate(String value, boolean ofDates) {
        if (profile == Profile.SAFE_HARBOR) {
            WrittenDay.finerThanYear(value, ofDates)
                    .ifPresent(part -> found(part + " where " + profile.label() + " allows the year only"));
        }
    }

    /** A value of a column of ages in years. */
    public void seeAge(String value) {
        count++;
        OptionalDouble age = number(value);
        if (age.isPresent() && age.getAsDouble() > OLDEST_TOLD_AGE && profile != Profile.LIMITED_DATA_SET) {
            found("an age over " + (int) OLDEST_TOLD_AGE);
        }
    }

    /** A value of a column of the first digits of ZIP codes. */
    public void seeZipArea(String value) {
        count++;
        ZipAreas.tells(value, profile).ifPresent(this::found);
    }

    private static OptionalDouble number(String value) {
        try {
            return OptionalDouble.of(Double.parseDouble(value));
        } catch (NumberFormatException noNumber) {
            return OptionalDouble.empty();
        }
    }

    private void found(String kind) {
        kinds.merge(kind, 1, Integer::sum);
    }

    /** How many values were seen. */
    public int count() {
        return count;
    }

    /** How many of them look like each kind of identifier; empty when none does. */
    public SortedMap<String, Integer> kinds() {
        SortedMap<String, Integer> all = new TreeMap<>(kinds);
        boolean written = differentSentences.size() >= FEWEST_SENTENCES && 2 * differentSentences.size() > sentences;
        if (written) {
            all.merge(IdentifierShapes.FREE_TEXT, sentences, Integer::sum);
        }
        if (count >= FEWEST_TEXTS && length > LONG_TEXT * count) {
            all.merge(IdentifierShapes.FREE_TEXT, count, Integer::max);
        }
        return Collections.unmodifiableSortedMap(all);
    }
}
