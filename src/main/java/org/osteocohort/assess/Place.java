package org.osteocohort.assess;

import java.util.Comparator;

/**
 * Where a row of an extract stands.
 *
 * @param table as the format names it
 * @param file as a path within the extract
 * @param line counted from 1 with the header; null where nobody knows it, or where the row was brought together from
 *     several
 */
record Place(String site, String table, String file, Long line) implements Comparable<Place> {
    private static final Comparator<String> TEXTS = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<Place> ORDER = Comparator.comparing(Place::site, TEXTS)
            .thenComparing(Place::table, TEXTS)
            .thenComparing(Place::file, TEXTS)
            .thenComparing(Place::line, Comparator.nullsFirst(Comparator.naturalOrder()));

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
