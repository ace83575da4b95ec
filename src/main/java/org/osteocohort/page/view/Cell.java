package org.osteocohort.page.view;

import java.util.Locale;
import java.util.Objects;

/** One cell of a table; what is hidden says so in words. */
public record Cell(String text, Kind kind) {
    /** The word for a number that disclosure control hides. */
    public static final String HIDDEN = "hidden";

    /** How a cell is laid out; its style has the same name. */
    public enum Kind {
        WORDS,
        NUMBER,
        HIDDEN,
        /** There is no number, for example a share of nobody. */
        NONE
    }

    public Cell {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(kind, "kind");
    }

    public static Cell words(String text) {
        return new Cell(text, Kind.WORDS);
    }

    public static Cell number(String text) {
        return new Cell(text, Kind.NUMBER);
    }

    public static Cell hidden() {
        return new Cell(HIDDEN, Kind.HIDDEN);
    }

    public static Cell none() {
        return new Cell("–", Kind.NONE);
    }

    /** The name of its style. */
    public String style() {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
