package org.osteocohort.phenotype;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.osteocohort.codes.Role;
import org.osteocohort.fracture.TraumaTier;

/** Constants and numbers of the model as words of a sentence. */
final class Words {
    private static final double DAYS_OF_A_MONTH = 365.25 / 12;
    private static final int MONTHS_OF_A_YEAR = 12;
    /** Below it, days are easier to imagine than months. */
    private static final int FEW_DAYS = 60;

    private Words() {}

    /** In the order of the enum, so that a sentence never changes by itself. */
    static <E extends Enum<E>> String list(Collection<E> constants) {
        return list(constants, constant -> plain(constant.name().toLowerCase(Locale.ROOT)));
    }

    private static <E extends Enum<E>> String list(Collection<E> constants, Function<E, String> words) {
        return or(constants.stream().sorted().map(words).toList());
    }

    static String or(List<String> words) {
        return String.join(" or ", words);
    }

    /** A name of a file in words: {@code kidney_disease} and {@code lab.calcium} without their marks. */
    static String plain(String name) {
        return name.replace('_', ' ').replace(".", ": ");
    }

    static String roles(Collection<Role> roles) {
        return list(roles, Words::role);
    }

    private static String role(Role role) {
        return switch (role) {
            case OSTEOPOROSIS_DX -> "a diagnosis of osteoporosis";
            case LOW_BMD_DX -> "a diagnosis of low bone density";
            case SECONDARY_CAUSE -> "a secondary cause";
            case MED_CAUSE -> "a medication that can be a cause";
            default -> plain(role.label());
        };
    }

    static String accidents(Collection<TraumaTier> tiers) {
        return list(tiers, Words::accident);
    }

    private static String accident(TraumaTier tier) {
        return switch (tier) {
            case UNKNOWN -> "an accident of unknown energy";
            case LOW -> "a low-energy accident";
            case MODERATE -> "a moderate-energy accident";
            case HIGH -> "a high-energy accident";
            case ABUSE -> "abuse";
        };
    }

    /** For example {@code before the 19th birthday}. */
    static String beforeBirthday(int years) {
        return "before the " + ordinal(years) + " birthday";
    }

    static String ordinal(int number) {
        boolean teen = number % 100 >= 11 && number % 100 <= 13;
        return number
                + switch (teen ? 0 : number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }

    /** For example {@code 730 days (about 2 years)}. */
    static String days(int days) {
        String exact = days + (days == 1 ? " day" : " days");
        long months = Math.round(days / DAYS_OF_A_MONTH);
        if (days < FEW_DAYS) {
            return exact;
        }
        boolean years = months % MONTHS_OF_A_YEAR == 0;
        long number = years ? months / MONTHS_OF_A_YEAR : months;
        String unit = years ? "year" : "month";
        return exact + " (about " + number + " " + unit + (number == 1 ? ")" : "s)");
    }
}
