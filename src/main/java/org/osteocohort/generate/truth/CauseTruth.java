package org.osteocohort.generate.truth;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.osteocohort.generate.design.Ailment;
import org.osteocohort.generate.design.DesignedCourse;
import org.osteocohort.generate.design.DesignedDiagnosis;
import org.osteocohort.generate.design.DesignedPatient;
import org.osteocohort.generate.design.Drug;

/** Which causes hold, and when (sections 5.3 and 6). */
final class CauseTruth {
    private static final int DAYS_APART = 30;
    private static final int CAUSE_DAYS_AFTER_INDEX = 90;
    private static final int STEROID_DAYS = 90;
    private static final int ANTICONVULSANT_DAYS = 180;
    private static final int IMMUNOSUPPRESSANT_DAYS = 90;
    private static final int DAYS_OF_A_YEAR = 365;
    private static final int DAYS_OF_FIVE_YEARS = 1826;

    /** How many days each record counts of what can pass (section 5.3); all else lasts for life. */
    private static final Map<String, Integer> PASSING_DAYS = Map.of(
            "cancer",
            DAYS_OF_FIVE_YEARS,
            "calcium_vitamin_d_deficiency",
            DAYS_OF_A_YEAR,
            "excess_exercise_energy_imbalance",
            DAYS_OF_A_YEAR);

    private final DesignedPatient patient;

    CauseTruth(DesignedPatient patient) {
        this.patient = patient;
    }

    /** Two dates at least 30 days apart, or one day in hospital. */
    static boolean qualifies(DesignedDiagnosis diagnosis) {
        List<LocalDate> dates = diagnosis.dates();
        return diagnosis.inpatient()
                || !dates.get(dates.size() - 1).isBefore(dates.get(0).plusDays(DAYS_APART));
    }

    /** Conditions and lifestyle factors that hold at any time. */
    SortedSet<String> ever() {
        SortedSet<String> items = new TreeSet<>();
        for (DesignedDiagnosis diagnosis : patient.diagnoses()) {
            if (diagnosis.ailment().cause() && qualifies(diagnosis)) {
                items.add(diagnosis.ailment().item());
            }
        }
        return items;
    }

    /** Conditions and lifestyle factors that are in effect on a day; what can pass, only for some time after a record. */
    SortedSet<String> inEffect(LocalDate day) {
        return inEffect(day, CAUSE_DAYS_AFTER_INDEX);
    }

    /** As {@link #inEffect(LocalDate)}, also with what is found within a year after the day. */
    SortedSet<String> foundWithinAYear(LocalDate day) {
        return inEffect(day, DAYS_OF_A_YEAR);
    }

    private SortedSet<String> inEffect(LocalDate day, int daysAfter) {
        SortedSet<String> items = new TreeSet<>();
        for (DesignedDiagnosis diagnosis : patient.diagnoses()) {
            String item = diagnosis.ailment().item();
            if (diagnosis.ailment().cause()
                    && qualifies(diagnosis)
                    && diagnosis.dates().stream()
                            .anyMatch(date -> !date.isAfter(day.plusDays(daysAfter)) && !passed(item, date, day))) {
                items.add(item);
            }
        }
        return items;
    }

    private static boolean passed(String item, LocalDate recorded, LocalDate day) {
        Integer days = PASSING_DAYS.get(item);
        return days != null && recorded.plusDays(days).isBefore(day);
    }

    /** Medications taken long enough before a day. */
    SortedSet<String> chronic(LocalDate day) {
        SortedSet<String> items = new TreeSet<>();
        addWhen(items, Drug.Item.STEROIDS, !replaces() && most(Drug.Item.STEROIDS, day) >= STEROID_DAYS);
        addWhen(items, Drug.Item.ANTICONVULSANTS, days(Drug.Item.ANTICONVULSANTS, day) >= ANTICONVULSANT_DAYS);
        addWhen(items, Drug.Item.IMMUNOSUPPRESSANTS, days(Drug.Item.IMMUNOSUPPRESSANTS, day) >= IMMUNOSUPPRESSANT_DAYS);
        return items;
    }

    /** Medications taken long enough at any time. */
    SortedSet<String> everChronic() {
        SortedSet<String> items = new TreeSet<>();
        patient.courses().forEach(course -> items.addAll(chronic(course.end().plusDays(1))));
        return items;
    }

    /** Spans of exposure to the study's medications, each as {@code item start..end}. */
    SortedSet<String> eras() {
        SortedSet<String> eras = new TreeSet<>();
        for (DesignedCourse course : patient.courses()) {
            if (course.drug().item() != Drug.Item.STEROIDS || !replaces()) {
                course.drug()
                        .item()
                        .medications()
                        .forEach(item -> eras.add(item + " " + course.start() + ".." + eraEnd(course)));
            }
        }
        return eras;
    }

    /** An infusion works on to the end of its interval, also beyond the last day of the course. */
    private static LocalDate eraEnd(DesignedCourse course) {
        if (course.drug().way() != Drug.Way.INFUSION) {
            return course.end();
        }
        int interval = course.drug().daysPerRecord();
        int doses = (course.days() + interval - 1) / interval;
        return course.start().plusDays((long) doses * interval - 1);
    }

    private static void addWhen(SortedSet<String> items, Drug.Item item, boolean holds) {
        if (holds) {
            items.addAll(item.medications());
        }
    }

    private boolean replaces() {
        return patient.diagnoses().stream()
                .anyMatch(diagnosis -> diagnosis.ailment().meaning() == Ailment.Meaning.REPLACEMENT);
    }

    /** The most days supplied in any year that ends before the day; such a year may end with any course. */
    private long most(Drug.Item item, LocalDate day) {
        long most = days(item, day);
        for (DesignedCourse course : patient.courses()) {
            if (course.drug().item() == item && course.end().isBefore(day)) {
                most = Math.max(most, days(item, course.end().plusDays(1)));
            }
        }
        return most;
    }

    /** Days supplied in the 365 days before the day; the courses of one item never overlap by design. */
    private long days(Drug.Item item, LocalDate day) {
        long days = 0;
        for (DesignedCourse course : patient.courses()) {
            if (course.drug().item() == item) {
                long first = Math.max(course.start().toEpochDay(), day.toEpochDay() - DAYS_OF_A_YEAR);
                long last = Math.min(course.end().toEpochDay(), day.toEpochDay() - 1);
                days += Math.max(0, last - first + 1);
            }
        }
        return days;
    }
}
