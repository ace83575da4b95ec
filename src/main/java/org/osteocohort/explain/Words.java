package org.osteocohort.explain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osteocohort.report.EvidenceRow;

/** Names and numbers of the tables as words of a sentence. */
final class Words {
    private static final int DECIMALS = 2;
    private static final int MOST_CODES = 6;

    private Words() {}

    /** {@code kidney_disease} and {@code lab.calcium} without their marks. */
    static String plain(String name) {
        return Stream.of(name.replace(".", ": ").split("[_ ]"))
                .map(Words::inFull)
                .collect(Collectors.joining(" "));
    }

    private static String inFull(String word) {
        return switch (word) {
            case "dx" -> "diagnosis";
            case "dxa", "pth", "ibd" -> word.toUpperCase(Locale.ROOT);
            case "xray" -> "X-ray";
            case "pt" -> "physical therapy";
            default -> word;
        };
    }

    /** A name as the beginning of a sentence. */
    static String beginning(String name) {
        String words = plain(name);
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** For example {@code 1 day} and {@code 2 days}. */
    static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    static String number(double value) {
        return rounded(value, RoundingMode.HALF_UP);
    }

    /** Rounded up, so that a score just above an inclusive threshold is never shown as the threshold. */
    static String zScore(double value) {
        return rounded(value, RoundingMode.CEILING);
    }

    private static String rounded(double value, RoundingMode mode) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, mode);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** The parts of a column that holds several values, separated by semicolons. */
    static List<String> parts(String column) {
        return column == null || column.isEmpty() ? List.of() : List.of(column.split(";", -1));
    }

    /** The constant that a table's word names; empty for a word that this version does not know. */
    static <E extends Enum<E>> Optional<E> constant(Class<E> type, String word) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(word))
                .findFirst();
    }

    /** The different codes of some records, so that a long list stays a sentence. */
    static String codes(List<EvidenceRow> records) {
        List<String> codes = records.stream()
                .map(row -> row.vocabulary() + " " + row.code())
                .distinct()
                .sorted()
                .toList();
        String shown = codes.stream().limit(MOST_CODES).collect(Collectors.joining(", "));
        return codes.size() <= MOST_CODES ? shown : shown + " and " + (codes.size() - MOST_CODES) + " more";
    }
}
