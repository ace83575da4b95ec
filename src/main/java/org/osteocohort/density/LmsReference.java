package org.osteocohort.density;

import java.io.Serializable;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** A reference by age: between its ages on a straight line, beyond its first and last age silent. */
final class LmsReference implements Serializable {
    private static final long serialVersionUID = 1L;

    private final NavigableMap<Double, Lms> byAge;

    /** @param byAge at least one age, in whatever unit the reference uses (months or years) */
    LmsReference(Map<Double, Lms> byAge) {
        if (byAge.isEmpty()) {
            throw new IllegalArgumentException("a reference needs at least one age");
        }
        this.byAge = new TreeMap<>(byAge);
    }

    /** The distribution at an age; empty outside the reference, because nothing is extrapolated. */
    Optional<Lms> at(double age) {
        Map.Entry<Double, Lms> below = byAge.floorEntry(age);
        Map.Entry<Double, Lms> above = byAge.ceilingEntry(age);
        if (below == null || above == null) {
            return Optional.empty();
        }
        double width = above.getKey() - below.getKey();
        double share = width == 0 ? 0 : (age - below.getKey()) / width;
        return Optional.of(below.getValue().towards(above.getValue(), share));
    }

    /** The Z-score of a value above zero at an age; empty outside the reference. */
    OptionalDouble zScore(double age, double value) {
        return at(age).map(lms -> OptionalDouble.of(lms.zScore(value))).orElse(OptionalDouble.empty());
    }
}
