package org.osteocohort.phenotype;

import java.util.List;
import java.util.Objects;

/**
 * A condition in words.
 *
 * @param text without a full stop; when there are parts it leads to them, as in "all of"
 * @param parts each a condition of its own; empty when the text says everything
 */
public record Clause(String text, List<Clause> parts) {
    public Clause {
        Objects.requireNonNull(text, "text");
        parts = List.copyOf(parts);
    }

    static Clause of(String text) {
        return new Clause(text, List.of());
    }

    /** The words in front of a condition: on its own line when it has no parts, else with the condition below. */
    static Clause before(String words, Clause condition) {
        return condition.parts().isEmpty() ? of(words + " " + condition.text()) : new Clause(words, List.of(condition));
    }
}
