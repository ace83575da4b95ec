package org.osteocohort.density;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The groups by which some published density references divide children. A reference for any ancestry is preferred
 * where a table holds one; a race that is not recorded, or recorded as other or several, belongs to no group.
 */
enum Ancestry {
    ANY,
    BLACK,
    NONBLACK;

    /** The group of a recorded race; empty when the words do not tell. */
    static Optional<Ancestry> ofRace(String race) {
        String words = race == null ? "" : race.toLowerCase(Locale.ROOT);
        boolean black = Stream.of("black", "african").anyMatch(words::contains);
        boolean other = Stream.of("white", "asian", "american indian", "alaska", "hawaiian", "pacific")
                .anyMatch(words::contains);
        if (black == other) {
            return Optional.empty();
        }
        return Optional.of(black ? BLACK : NONBLACK);
    }
}
