package org.osteocohort.measure.tally;

import java.util.Locale;
import org.osteocohort.statistics.ProportionInterval;

/** What the numbers of a report row are. */
public enum ValueStatus {
    RELEASED,
    /** At least one number of the row is hidden; there is one word for every reason, since the reason is a hint. */
    SUPPRESSED,
    /** The counts are shown, but say nothing, as when nobody is in the denominator. */
    NOT_ESTIMABLE;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The status of a row with a share before anything is hidden. */
    public static ValueStatus of(ProportionInterval share) {
        return of(share.estimable());
    }

    /** The status of a row with an estimate before anything is hidden. */
    public static ValueStatus of(boolean estimable) {
        return estimable ? RELEASED : NOT_ESTIMABLE;
    }

    public String label() {
        return label;
    }
}
