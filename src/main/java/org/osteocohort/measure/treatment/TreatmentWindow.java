package org.osteocohort.measure.treatment;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Days around the index date in which a treatment is looked for; both ends are inside.
 *
 * @param firstDay relative to the index date, negative before it
 * @param lastDay relative to the index date
 */
public record TreatmentWindow(String name, int firstDay, int lastDay) {
    /** The study's windows; one year is the main one, the others are for sensitivity (project decisions). */
    static final List<TreatmentWindow> ALL = List.of(
            new TreatmentWindow("baseline", -365, -1),
            new TreatmentWindow("work_up", -365, 90),
            new TreatmentWindow("full_work_up", -180, 180),
            new TreatmentWindow("evaluation", -90, 365),
            new TreatmentWindow("90_days", 0, 90),
            new TreatmentWindow("180_days", 0, 180),
            new TreatmentWindow("one_year", 0, 365),
            new TreatmentWindow("two_years", 0, 730));

    public TreatmentWindow {
        Objects.requireNonNull(name, "name");
    }

    /** The names of the other windows that hold every day of this one. */
    public static List<String> around(String name) {
        Optional<TreatmentWindow> window =
                ALL.stream().filter(one -> one.name.equals(name)).findFirst();
        return ALL.stream()
                .filter(other -> !other.name.equals(name)
                        && window.isPresent()
                        && window.get().within(other))
                .map(TreatmentWindow::name)
                .toList();
    }

    private boolean within(TreatmentWindow other) {
        return firstDay >= other.firstDay && lastDay <= other.lastDay;
    }
}
