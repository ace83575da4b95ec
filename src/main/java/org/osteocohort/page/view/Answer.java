package org.osteocohort.page.view;

import java.util.List;
import java.util.Objects;

/**
 * One of the questions of the study, answered at a glance.
 *
 * @param number the answer
 * @param unit what the number is of
 * @param details lines that say how it was counted
 */
public record Answer(String question, Cell number, String unit, List<String> details) {
    public Answer {
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(unit, "unit");
        details = List.copyOf(details);
    }
}
