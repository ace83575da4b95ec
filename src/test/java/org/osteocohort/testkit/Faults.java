package org.osteocohort.testkit;

/** How hard the fault suite tries: in short in every build, in full with {@code mvn verify -Pfaults}. */
public final class Faults {
    /** The tag of tests that run in the full suite only. */
    public static final String TAG = "faults";

    private static final boolean FULL = Boolean.getBoolean("osteocohort.faults.full");

    private Faults() {}

    public static boolean full() {
        return FULL;
    }

    public static int trials(int inShort, int inFull) {
        return FULL ? inFull : inShort;
    }
}
