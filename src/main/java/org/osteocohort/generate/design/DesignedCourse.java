package org.osteocohort.generate.design;

import java.time.LocalDate;

/**
 * A drug taken without a break.
 *
 * @param days from the first day, which counts as one
 */
public record DesignedCourse(Drug drug, LocalDate start, int days) {
    public LocalDate end() {
        return start.plusDays(days - 1L);
    }
}
