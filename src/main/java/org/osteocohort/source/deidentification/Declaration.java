package org.osteocohort.source.deidentification;

import org.osteocohort.job.Deidentification;
import org.osteocohort.job.Deidentification.Profile;

/** What a reader of the reports must know of how an extract was made safe, for the run's manifest. */
public final class Declaration {
    private Declaration() {}

    /** A whole sentence. */
    public static String note(Deidentification declared) {
        String label = declared.profile().label();
        return declared.profile() == Profile.SYNTHETIC
                ? "Declared " + label + ": the people are invented, so the extract was not looked through for"
                        + " identifiers."
                : "Declared " + label + ": what the study reads was looked through for identifiers, which is a check"
                        + " and no proof.";
    }
}
