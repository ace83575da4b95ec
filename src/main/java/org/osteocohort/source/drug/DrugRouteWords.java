package org.osteocohort.source.drug;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.osteocohort.ehr.DrugRoute;

/**
 * Reads a drug's route from words. Routes that bring no systemic exposure are looked for first: "oral inhalation" is
 * not oral, and an eye drop's "solution" says nothing. Rectal, vaginal and transdermal products stay unknown: some act
 * on the whole body, some do not.
 */
public final class DrugRouteWords {
    private static final Pattern NOT_SYSTEMIC_FORM = words(
            "inhal\\w*",
            "nebul\\w*",
            "metered dose",
            "dry powder",
            "aerosol",
            "actuat\\w*",
            "nasal",
            "nose",
            "nostril\\w*",
            "topical\\w*",
            "cutaneous",
            "skin",
            "cream",
            "ointment",
            "lotion",
            "shampoo",
            "ophthalm\\w*",
            "eyes?",
            "conjunctiv\\w*",
            "intravitreal",
            "ocular",
            "intraocular",
            "otic",
            "ears?",
            "auricular",
            "intra-?articular",
            "intralesional",
            "mouthwash",
            "dental",
            "oral paste",
            "(?<!soft[ -])gel",
            "scalp");
    private static final Pattern PARENTERAL_FORM = words(
            "inject\\w*",
            "infusion",
            "intravenous\\w*",
            "subcutaneous\\w*",
            "intramuscular\\w*",
            "parenteral",
            "prefilled syringe",
            "auto-?injector",
            "pen injector",
            "intrathecal",
            "intraosseous");
    private static final Pattern ORAL_FORM = words(
            "oral\\w*",
            "tablets?",
            "tabs?",
            "capsules?",
            "caps?",
            "chewable",
            "syrup",
            "elixir",
            "lozenge",
            "mouth",
            "per os",
            "sublingual",
            "buccal",
            "enteral",
            "nasogastric",
            "gastrostomy",
            "orodispersible",
            "softgel");

    /** Abbreviations that mean a route only where a route is expected; in a drug's name they may mean anything. */
    private static final Set<String> NOT_SYSTEMIC_SHORT =
            Set.of("inh", "neb", "top", "tp", "nas", "in", "ou", "au", "mdi", "hhn", "ia");

    private static final Pattern PARENTERAL_SHORT =
            words("iv", "ivp", "ivpb", "im", "sc", "sq", "subq", "subcut", "subcu", "ivss", "it", "iv push");
    private static final Pattern ORAL_SHORT =
            words("po", "ng", "gt", "ngt", "og", "ogt", "pg", "sl", "g-?tube", "j-?tube");

    private DrugRouteWords() {}

    /** The route that a route field names, such as {@code PO} or {@code Intravenous push}; empty when it names none. */
    public static Optional<DrugRoute> route(String text) {
        if (text == null) {
            return Optional.empty();
        }
        Optional<DrugRoute> spelledOut = doseForm(text);
        return spelledOut.isPresent()
                ? spelledOut
                : first(text, ORAL_SHORT, DrugRoute.ORAL)
                        .or(() -> first(text, PARENTERAL_SHORT, DrugRoute.PARENTERAL))
                        .or(() -> notSystemic(text));
    }

    /** The route that a product's name tells by its dose form, such as {@code Topical Cream}; empty when it does not. */
    public static Optional<DrugRoute> doseForm(String name) {
        if (name == null) {
            return Optional.empty();
        }
        return first(name, NOT_SYSTEMIC_FORM, DrugRoute.NOT_SYSTEMIC)
                .or(() -> first(name, PARENTERAL_FORM, DrugRoute.PARENTERAL))
                .or(() -> first(name, ORAL_FORM, DrugRoute.ORAL));
    }

    /** Only as the whole text: "in" and "top" are also plain words. */
    private static Optional<DrugRoute> notSystemic(String text) {
        boolean found = NOT_SYSTEMIC_SHORT.contains(text.strip().toLowerCase(Locale.ROOT));
        return found ? Optional.of(DrugRoute.NOT_SYSTEMIC) : Optional.empty();
    }

    private static Optional<DrugRoute> first(String text, Pattern words, DrugRoute route) {
        return words.matcher(text.toLowerCase(Locale.ROOT)).find() ? Optional.of(route) : Optional.empty();
    }

    private static Pattern words(String... words) {
        return Pattern.compile("(?<![a-z0-9])(?:" + String.join("|", words) + ")(?![a-z0-9])");
    }
}
