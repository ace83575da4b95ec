package org.osteocohort.disclosure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Why a number is hidden; for the operator only, since the reason is a hint. */
public enum HiddenBecause {
    /** The count is small itself. */
    PRIMARY,
    /** It, or what a reader computes with it, differs by a small count from what an earlier run showed. */
    DIFFERENCING,
    /** It and a number that holds it differ by a small count. */
    COMPLEMENT,
    /** A hidden number of the same margin could be computed from it. */
    COMPLEMENTARY,
    /** Several margins and containments together would narrow a hidden number down. */
    COMBINED,
    /** It counts something of a group whose size is hidden. */
    SAME_GROUP,
    /** It came hidden. */
    EARLIER;

    private static final Map<String, HiddenBecause> BY_LABEL =
            Arrays.stream(values()).collect(Collectors.toMap(HiddenBecause::label, Function.identity()));

    private final String label = name().toLowerCase(Locale.ROOT);

    static Optional<HiddenBecause> of(String label) {
        return Optional.ofNullable(BY_LABEL.get(label));
    }

    public String label() {
        return label;
    }
}
