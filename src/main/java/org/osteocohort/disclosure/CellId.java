package org.osteocohort.disclosure;

import java.util.Arrays;

/**
 * Which number it is. Two columns, rows or tables that publish the same number use the same cell, and so hide it
 * together. A class and not a record, since hundreds of thousands are looked up and the hash is worth keeping.
 */
final class CellId implements Comparable<CellId> {
    private final CountSpace space;
    private final String[] coordinates;
    private final int hash;

    private CellId(CountSpace space, String[] coordinates) {
        this.space = space;
        this.coordinates = coordinates;
        this.hash = 31 * space.name().hashCode() + Arrays.hashCode(coordinates);
    }

    /** The cell of a space with one level for each of its axes. */
    static CellId of(CountSpace space, String... levels) {
        if (levels.length != space.axes().size()) {
            throw new IllegalArgumentException("a cell of " + space.name() + " needs one level for each axis");
        }
        return new CellId(space, levels.clone());
    }

    CountSpace space() {
        return space;
    }

    String level(String axis) {
        return coordinates[space.axes().indexOf(axis)];
    }

    CellId with(String axis, String level) {
        String[] changed = coordinates.clone();
        changed[space.axes().indexOf(axis)] = level;
        return new CellId(space, changed);
    }

    /** The cell of all levels of the axes whose levels exclude each other. */
    CellId total() {
        String[] changed = coordinates.clone();
        for (int axis = 0; axis < changed.length; axis++) {
            if (space.partitioned().contains(space.axes().get(axis))) {
                changed[axis] = CountSpace.TOTAL;
            }
        }
        return new CellId(space, changed);
    }

    /** For the operator, for example {@code sex=female age_band=all}. */
    String described() {
        StringBuilder words = new StringBuilder();
        for (int axis = 0; axis < coordinates.length; axis++) {
            words.append(axis == 0 ? "" : " ")
                    .append(space.axes().get(axis))
                    .append('=')
                    .append(coordinates[axis]);
        }
        return words.toString();
    }

    @Override
    public int compareTo(CellId other) {
        int order = space.name().compareTo(other.space.name());
        for (int axis = 0; order == 0 && axis < coordinates.length; axis++) {
            order = coordinates[axis].compareTo(other.coordinates[axis]);
        }
        return order;
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof CellId other
                && hash == other.hash
                && space.name().equals(other.space.name())
                && Arrays.equals(coordinates, other.coordinates);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return space.name() + " " + described();
    }
}
