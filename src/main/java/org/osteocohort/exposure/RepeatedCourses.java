package org.osteocohort.exposure;

import java.time.LocalDate;
import java.util.Objects;

/**
 * That a child had as many courses of an item's drugs as its rule asks; records of any ingredient that the class's gap
 * bridges are one course.
 *
 * @param courses number of courses in all
 * @param firstDay first day of the course that completed the number
 * @param lastDay last day of the last course
 */
public record RepeatedCourses(String item, int courses, LocalDate firstDay, LocalDate lastDay) {
    public RepeatedCourses {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(firstDay, "firstDay");
        Objects.requireNonNull(lastDay, "lastDay");
    }
}
