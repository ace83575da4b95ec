package org.osteocohort.source.deidentification;

import org.osteocohort.job.Deidentification.Profile;
import org.osteocohort.problem.Problem;

/** The words in which an extract is refused. */
public final class Refusal {
    private Refusal() {}

    /**
     * For a place that should not be there at all.
     *
     * @param what such as {@code column ssn would hold a number of a person}
     */
    public static Problem of(Profile profile, String place, String what) {
        return new Problem(
                place,
                what + "; the extract is declared " + profile.label() + ", so it is not used (invented people: "
                        + Profile.SYNTHETIC.label() + ")");
    }

    /** For values of a place, of which the first {@code seen} were looked at. */
    public static Problem of(Profile profile, String place, String what, int found, int seen, String unit) {
        return of(profile, place, what + ", in " + found + " of the first " + seen + " " + unit);
    }
}
