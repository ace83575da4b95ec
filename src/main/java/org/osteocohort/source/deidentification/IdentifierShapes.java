package org.osteocohort.source.deidentification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.osteocohort.job.Deidentification.Profile;

/**
 * What the identifiers that a de-identified extract must not hold look like, as names of columns and as values; after
 * the list of 45 CFR 164.514(b)(2). Finding none proves nothing.
 */
public final class IdentifierShapes {
    public static final String NAME = "a name";
    public static final String NUMBER = "a number of a person";
    public static final String CONTACT = "a way to reach a person";
    public static final String ADDRESS = "an address";
    public static final String PLACE = "a place of living";
    public static final String POSITION = "a position on the map";
    public static final String FREE_TEXT = "free text";

    /** Whole names of columns that are parts of longer, harmless ones. */
    private static final Set<String> NAMES = Set.of("name", "first", "last", "maiden");

    /** Names, or parts of names set off by underscores. */
    private static final Map<String, Set<String>> DIRECT = Map.of(
            NAME, Set.of("surname", "lastname", "firstname", "middlename", "maiden", "fullname", "patientname"),
            NUMBER, Set.of("ssn", "mrn", "passport", "drivers", "licence", "license"),
            CONTACT, Set.of("email", "phone", "telephone", "mobile", "fax", "url", "ip"),
            ADDRESS, Set.of("address", "street", "latitude", "longitude", "lat", "lon"),
            FREE_TEXT, Set.of("note", "notes", "comment", "comments", "narrative", "freetext"));

    private static final Map<String, List<String>> DIRECT_PHRASES = Map.of(
            NAME,
            List.of(
                    "first_name",
                    "last_name",
                    "middle_name",
                    "patient_name",
                    "person_name",
                    "full_name",
                    "family_name",
                    "given_name"),
            NUMBER,
            List.of("social_security", "medical_record", "account_number"),
            CONTACT,
            List.of("e_mail", "ip_address"),
            FREE_TEXT,
            List.of("free_text", "note_text"));

    /** What a limited data set may tell of the place where a person lives, and no other extract. */
    private static final Set<String> PLACES =
            Set.of("zip", "zipcode", "zip5", "zip9", "postcode", "city", "county", "birthplace");

    /** Shorter than any of the values below. */
    private static final int SHORTEST = 7;

    private static final Map<String, Pattern> VALUES = values();

    private IdentifierShapes() {}

    private static Map<String, Pattern> values() {
        Map<String, Pattern> values = new LinkedHashMap<>();
        values.put("a social security number", within("\\d{3}-\\d{2}-\\d{4}"));
        values.put("an e-mail address", within("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)*\\.[A-Za-z]{2,}"));
        values.put("a phone number", within("(\\+?1[-. ])?(\\(\\d{3}\\) ?|\\d{3}[-.])\\d{3}[-.]\\d{4}"));
        values.put("a web address", within("(https?://|www\\.)\\S+"));
        values.put("an IP address", whole("((25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)"));
        values.put("a medical record number", within("(?i)mrn[:# ]*\\d{4,}"));
        values.put(POSITION, whole("-?\\d{1,3}\\.\\d{4,}[ ,;]+-?\\d{1,3}\\.\\d{4,}"));
        return values;
    }

    private static Pattern whole(String shape) {
        return Pattern.compile("^" + shape + "$");
    }

    /** Alone or in a text, but not as a part of a longer number or word. */
    private static Pattern within(String shape) {
        return Pattern.compile("(?<![\\w.-])(?:" + shape + ")(?![\\w-])");
    }

    /** What a column of this name would hold; empty when it is none that a profile forbids. */
    public static Optional<String> ofColumn(String name, Profile profile) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        if (NAMES.contains(lowerCase)) {
            return Optional.of(NAME);
        }
        List<String> words = new ArrayList<>(Arrays.asList(lowerCase.split("[_ -]")));
        String phrase = "_" + String.join("_", words) + "_";
        Optional<String> byPhrase = DIRECT_PHRASES.entrySet().stream()
                .filter(kind -> kind.getValue().stream().anyMatch(known -> phrase.contains("_" + known + "_")))
                .map(Map.Entry::getKey)
                .findFirst();
        boolean place = profile != Profile.LIMITED_DATA_SET && words.stream().anyMatch(PLACES::contains);
        return byPhrase.or(() -> DIRECT.entrySet().stream()
                        .filter(kind -> words.stream().anyMatch(kind.getValue()::contains))
                        .map(Map.Entry::getKey)
                        .findFirst())
                .or(() -> place ? Optional.of(PLACE) : Optional.empty());
    }

    /** What a value looks like, or what in it does; empty when it is no identifier. */
    static Optional<String> ofValue(String value) {
        if (value.length() < SHORTEST) {
            return Optional.empty();
        }
        return VALUES.entrySet().stream()
                .filter(kind -> kind.getValue().matcher(value).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
