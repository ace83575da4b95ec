package org.osteocohort.source.files;

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
final class IdentifierShapes {
    /** Names, or parts of names set off by underscores. */
    private static final Map<String, Set<String>> DIRECT = Map.of(
            "a name", Set.of("surname", "lastname", "firstname", "middlename", "maiden", "fullname", "patientname"),
            "a number of a person", Set.of("ssn", "mrn", "passport", "drivers", "licence", "license"),
            "a way to reach a person", Set.of("email", "phone", "telephone", "mobile", "fax", "url", "ip"),
            "an address", Set.of("address", "street", "latitude", "longitude", "lat", "lon"),
            "free text", Set.of("note", "notes", "comment", "comments", "narrative", "freetext"));

    private static final Map<String, List<String>> DIRECT_PHRASES = Map.of(
            "a name",
            List.of(
                    "first_name",
                    "last_name",
                    "middle_name",
                    "patient_name",
                    "person_name",
                    "full_name",
                    "family_name",
                    "given_name"),
            "a number of a person",
            List.of("social_security", "medical_record", "account_number"),
            "a way to reach a person",
            List.of("e_mail", "ip_address"),
            "free text",
            List.of("free_text", "note_text"));

    /** What a limited data set may tell of the place where a person lives, and no other extract. */
    private static final Set<String> PLACES = Set.of("zip", "zipcode", "zip5", "zip9", "postcode", "city", "county");

    private static final Map<String, Pattern> VALUES = values();

    private IdentifierShapes() {}

    private static Map<String, Pattern> values() {
        Map<String, Pattern> values = new LinkedHashMap<>();
        values.put("a social security number", Pattern.compile("\\d{3}-\\d{2}-\\d{4}"));
        values.put("an e-mail address", Pattern.compile("\\S+@\\S+\\.[A-Za-z]{2,}"));
        values.put("a phone number", Pattern.compile("(\\+?1[-. ])?(\\(\\d{3}\\) ?|\\d{3}[-.])\\d{3}[-.]\\d{4}"));
        values.put("a web address", Pattern.compile("(https?://|www\\.)\\S+"));
        values.put(
                "an IP address", Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)"));
        values.put("a medical record number", Pattern.compile("(?i)mrn[:# ]*\\d{4,}"));
        values.put("a ZIP code", Pattern.compile("\\d{5}-\\d{4}"));
        values.put("a position on the map", Pattern.compile("-?\\d{1,3}\\.\\d{4,}[ ,;]+-?\\d{1,3}\\.\\d{4,}"));
        return values;
    }

    /** What a column of this name would hold; empty when it is none that a profile forbids. */
    static Optional<String> ofColumn(String name, Profile profile) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        if (lowerCase.equals("name")) {
            return Optional.of("a name");
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
                .or(() -> place ? Optional.of("a place of living") : Optional.empty());
    }

    /** What a value looks like; empty when it is no identifier. */
    static Optional<String> ofValue(String value) {
        return VALUES.entrySet().stream()
                .filter(kind -> kind.getValue().matcher(value).matches())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
