package org.osteocohort.source.drug;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a product's strength from its name, as RxNorm writes it: {@code prednisone 5 MG Oral Tablet}, {@code 2 MG/ML}.
 */
public final class DrugStrength {
    private static final Pattern STRENGTH =
            Pattern.compile("(?<![\\w.])(\\d+(?:,\\d{3})*(?:\\.\\d+)?|\\.\\d+)\\s*(mg|g|gm|mcg|ug)(?![a-z])"
                    + "(?:\\s*/\\s*(\\d+(?:\\.\\d+)?)?\\s*([a-z]+))?");

    /** Between two ingredients of a product, each followed by its own strength; a slash within a strength has none after it. */
    private static final Pattern NEXT_INGREDIENT = Pattern.compile("\\s/\\s+(?=[a-z][^/]*\\d)");

    private DrugStrength() {}

    /**
     * Milligrams in one dose unit (a tablet, a millilitre, a puff). Empty when the name holds no strength, a share of
     * weight or a rate in time (creams, patches), or several different strengths, of which one cannot know which is the
     * ingredient's; so also when that of one of several ingredients is told in other units.
     */
    public static Optional<Double> milligrams(String name) {
        if (name == null) {
            return Optional.empty();
        }
        Set<Double> found = new HashSet<>();
        for (String ingredient : NEXT_INGREDIENT.split(name.toLowerCase(Locale.ROOT))) {
            Set<Double> told = strengths(ingredient);
            if (told.isEmpty()) {
                return Optional.empty();
            }
            found.addAll(told);
        }
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    /** The strengths that the name of one ingredient tells; none when one of them is no amount in a dose unit. */
    private static Set<Double> strengths(String ingredient) {
        Set<Double> found = new HashSet<>();
        Matcher matcher = STRENGTH.matcher(ingredient);
        while (matcher.find()) {
            Optional<Double> perUnit = perUnit(matcher);
            if (perUnit.isEmpty()) {
                return Set.of();
            }
            found.add(perUnit.get());
        }
        return found;
    }

    private static Optional<Double> perUnit(Matcher matcher) {
        double amount = Double.parseDouble(matcher.group(1).replace(",", ""));
        double milligrams = switch (matcher.group(2)) {
            case "g", "gm" -> amount * 1000;
            case "mcg", "ug" -> amount / 1000;
            default -> amount;
        };
        double units = matcher.group(3) == null ? 1 : Double.parseDouble(matcher.group(3));
        String unit = matcher.group(4) == null ? "" : matcher.group(4);
        boolean doseUnit = switch (unit) {
            case "mg", "g", "gm", "hr", "h", "hour", "day", "kg", "sqcm" -> false;
            default -> true;
        };
        return doseUnit && units > 0 ? Optional.of(milligrams / units) : Optional.empty();
    }
}
