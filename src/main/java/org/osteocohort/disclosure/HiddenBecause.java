package org.osteocohort.disclosure;

import java.util.Locale;

/** Why a number is hidden; for the operator only, since the reason is a hint. */
public enum HiddenBecause {
    /** The count is small itself. */
    PRIMARY,
    /** It and a number that holds it differ by a small count, or by nothing while the other is hidden. */
    COMPLEMENT,
    /** A hidden number of the same margin could be computed from it. */
    COMPLEMENTARY,
    /** It describes a group whose size is hidden. */
    SAME_GROUP,
    /** It came hidden. */
    EARLIER;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
