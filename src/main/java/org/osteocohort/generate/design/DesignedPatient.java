package org.osteocohort.generate.design;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.osteocohort.ehr.Sex;

/**
 * One made-up child as facts; every list is in order of time.
 *
 * @param observedFrom first day on which records exist
 * @param observedTo last day on which records exist
 * @param death null when the child lives
 */
public record DesignedPatient(
        String archetype,
        LocalDate birth,
        Sex sex,
        LocalDate observedFrom,
        LocalDate observedTo,
        LocalDate death,
        List<DesignedFracture> fractures,
        List<DesignedScan> scans,
        List<DesignedDiagnosis> diagnoses,
        List<DesignedCourse> courses,
        List<DesignedCare> care,
        List<DesignedLabs> labs) {
    public DesignedPatient {
        Objects.requireNonNull(archetype, "archetype");
        Objects.requireNonNull(birth, "birth");
        Objects.requireNonNull(sex, "sex");
        fractures = sorted(fractures, Comparator.comparing(DesignedFracture::date));
        scans = sorted(scans, Comparator.comparing(DesignedScan::date).thenComparing(DesignedScan::measure));
        diagnoses = sorted(
                diagnoses,
                Comparator.comparing((DesignedDiagnosis diagnosis) ->
                                diagnosis.dates().get(0))
                        .thenComparing(DesignedDiagnosis::ailment));
        courses = sorted(courses, Comparator.comparing(DesignedCourse::start).thenComparing(DesignedCourse::drug));
        care = sorted(care, Comparator.comparing(DesignedCare::date).thenComparing(DesignedCare::care));
        labs = sorted(labs, Comparator.comparing(DesignedLabs::date));
    }

    private static <T> List<T> sorted(List<T> values, Comparator<T> order) {
        List<T> copy = new ArrayList<>(values);
        copy.sort(order);
        return List.copyOf(copy);
    }

    public LocalDate birthday(int years) {
        return Birthdays.birthday(birth, years);
    }
}
