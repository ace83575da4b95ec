package org.osteocohort.source.deidentification;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osteocohort.job.Deidentification.Profile;

/** Which parts of ZIP codes may be told: the first three digits, unless too few people live in all places of them. */
public final class ZipAreas {
    static final String FEW_PEOPLE = "a ZIP code area of 20,000 people or fewer";

    /**
     * The areas of 20,000 people or fewer in the census of 2000, as the guidance of the Department of Health and Human
     * Services on 45 CFR 164.514 lists them; 000 is to be told in their place.
     */
    private static final Set<String> FEW = Set.of(
            "036", "059", "063", "102", "203", "556", "692", "790", "821", "823", "830", "831", "878", "879", "884",
            "890", "893");

    /** A number has lost its zeros in front; some fill up the digits that they do not tell. */
    private static final Pattern THREE_DIGITS = Pattern.compile("(\\d{1,3})(?:\\.0|00|\\*\\*|[xX]{2})?");

    private static final int DIGITS = 3;

    private ZipAreas() {}

    /** Whether a column holds the first digits of ZIP codes; {@link IdentifierShapes} knows those of whole ones. */
    public static boolean isColumn(String name) {
        String words = "_" + name.toLowerCase(Locale.ROOT).replaceAll("[ -]", "_") + "_";
        return words.contains("_zip3_") || words.contains("_zip_3_") || words.contains("zipcode3_");
    }

    /** What a ZIP code, or a part of it, tells that a profile does not allow; empty when nothing. */
    public static Optional<String> tells(String zip, Profile profile) {
        if (profile == Profile.LIMITED_DATA_SET) {
            return Optional.empty();
        }
        Matcher digits = THREE_DIGITS.matcher(zip);
        if (!digits.matches()) {
            return Optional.of(IdentifierShapes.PLACE);
        }
        String area = "0".repeat(DIGITS - digits.group(1).length()) + digits.group(1);
        return FEW.contains(area) ? Optional.of(FEW_PEOPLE) : Optional.empty();
    }
}
