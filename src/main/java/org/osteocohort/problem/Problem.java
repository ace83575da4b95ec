package org.osteocohort.problem;

import java.util.Objects;

/**
 * One thing that is wrong, told so that its owner can mend it. Never holds a value from patient data.
 *
 * @param place the file, and the key, table or column in it
 * @param what what is wrong there and what was expected, one sentence without a full stop
 */
public record Problem(String place, String what) {
    public Problem {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(what, "what");
    }

    @Override
    public String toString() {
        return place + ": " + what;
    }
}
