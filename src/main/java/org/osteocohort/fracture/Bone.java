package org.osteocohort.fracture;

import java.util.Comparator;

/** One broken bone of an event. */
public record Bone(FractureSite site, Side side, FractureKind kind) implements Comparable<Bone> {
    private static final Comparator<Bone> ORDER =
            Comparator.comparing(Bone::site).thenComparing(Bone::side).thenComparing(Bone::kind);

    @Override
    public int compareTo(Bone other) {
        return ORDER.compare(this, other);
    }
}
