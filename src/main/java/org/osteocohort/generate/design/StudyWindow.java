package org.osteocohort.generate.design;

import java.time.LocalDate;

/** The days from which records exist; both are inside. */
public record StudyWindow(LocalDate start, LocalDate end) {
    /** The day from which diagnoses in the United States are coded in ICD-10-CM instead of ICD-9-CM. */
    public static final LocalDate ICD10_SWITCH = LocalDate.of(2015, 10, 1);

    public static final StudyWindow USUAL = new StudyWindow(LocalDate.of(2012, 1, 1), LocalDate.of(2023, 12, 31));

    /** The archetypes stretch over up to twelve years and need some on either side of the switch. */
    private static final int YEARS_NEEDED = 12;

    private static final int YEARS_NEEDED_BEFORE_SWITCH = 3;
    private static final int YEARS_NEEDED_AFTER_SWITCH = 7;

    /** Whether every archetype fits in. */
    public boolean wideEnough() {
        return !start.plusYears(YEARS_NEEDED).isAfter(end.plusDays(1))
                && !start.isAfter(ICD10_SWITCH.minusYears(YEARS_NEEDED_BEFORE_SWITCH))
                && !end.isBefore(ICD10_SWITCH.plusYears(YEARS_NEEDED_AFTER_SWITCH));
    }
}
