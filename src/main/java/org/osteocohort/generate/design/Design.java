package org.osteocohort.generate.design;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.osteocohort.ehr.Sex;

/**
 * A child being designed. Days are given as ages in years; whatever would fall outside the time of observation is left
 * out here already, so that the truth and the records speak of the same facts.
 */
public final class Design {
    private static final double DAYS_PER_YEAR = 365.25;
    /** Nobody is followed longer. */
    private static final int LEAVES_AT_AGE = 25;

    private final String archetype;
    private final StudyWindow window;
    private final Draw draw;
    private Sex sex;
    private LocalDate birth;
    private LocalDate observedFrom;
    private LocalDate observedTo;
    private LocalDate death;
    private final List<DesignedFracture> fractures = new ArrayList<>();
    private final List<DesignedScan> scans = new ArrayList<>();
    private final List<DesignedDiagnosis> diagnoses = new ArrayList<>();
    private final List<DesignedCourse> courses = new ArrayList<>();
    private final List<DesignedCare> care = new ArrayList<>();
    private final List<DesignedLabs> labs = new ArrayList<>();

    public Design(String archetype, StudyWindow window, Draw draw) {
        this.archetype = archetype;
        this.window = window;
        this.draw = draw;
        this.sex = draw.chance(0.512) ? Sex.MALE : Sex.FEMALE;
    }

    Draw draw() {
        return draw;
    }

    StudyWindow window() {
        return window;
    }

    Sex sex() {
        return sex;
    }

    LocalDate birth() {
        return birth;
    }

    LocalDate observedFrom() {
        return observedFrom;
    }

    LocalDate observedTo() {
        return observedTo;
    }

    Design sex(Sex chosen) {
        sex = chosen;
        return this;
    }

    /** Born on some day so that the window shows the child between these ages. */
    Design ages(double first, double last) {
        LocalDate earliest = window.start().minusDays(days(first));
        LocalDate latest = window.end().minusDays(days(last));
        return born(draw.between(earliest, latest));
    }

    /** Born on this day, and observed as long as the window allows. */
    Design born(LocalDate day) {
        birth = day;
        observedFrom = day.isAfter(window.start()) ? day : window.start();
        LocalDate grown = Birthdays.birthday(day, LEAVES_AT_AGE);
        observedTo = grown.isBefore(window.end()) ? grown : window.end();
        return this;
    }

    /** Under observation from this to that day only. */
    Design observed(LocalDate from, LocalDate to) {
        observedFrom = from.isAfter(observedFrom) ? from : observedFrom;
        observedTo = to.isBefore(observedTo) ? to : observedTo;
        return this;
    }

    Design died(LocalDate day) {
        if (observes(day)) {
            death = day;
            observedTo = day;
        }
        return this;
    }

    /** The day of this age, in years. */
    LocalDate at(double age) {
        return birth.plusDays(days(age));
    }

    /** A day within forty days after this age. */
    LocalDate about(double age) {
        return at(age).plusDays(draw.between(0, 40));
    }

    LocalDate birthday(int years) {
        return Birthdays.birthday(birth, years);
    }

    private static long days(double years) {
        return Math.round(years * DAYS_PER_YEAR);
    }

    private boolean observes(LocalDate day) {
        return !day.isBefore(observedFrom) && !day.isAfter(observedTo);
    }

    LocalDate lastFracture() {
        return fractures.stream()
                .map(DesignedFracture::date)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    LocalDate lastScan() {
        return scans.stream().map(DesignedScan::date).max(LocalDate::compareTo).orElseThrow();
    }

    Design breaks(LocalDate day, Bone bone, Energy energy) {
        return breaks(day, bone, energy, Nature.TRAUMATIC, RowPattern.USUAL);
    }

    Design breaks(LocalDate day, Bone bone, Energy energy, Nature nature, RowPattern rows) {
        BodySide side = draw.pick(List.of(BodySide.values()));
        return breaks(new DesignedFracture(day, List.of(new BrokenBone(bone, side, 0)), energy, nature, rows));
    }

    Design breaks(DesignedFracture fracture) {
        if (observes(fracture.date())) {
            fractures.add(fracture);
        }
        return this;
    }

    Design scan(LocalDate day, DensityMeasure measure, double value) {
        if (observes(day)) {
            scans.add(new DesignedScan(day, measure, Math.round(value * 100) / 100.0));
        }
        return this;
    }

    /** Diagnosed on this day and again every few months to the end of observation, six times at most. */
    Design ill(Ailment ailment, LocalDate onset) {
        List<LocalDate> days = new ArrayList<>();
        int step = Math.max(45, (int) ((observedTo.toEpochDay() - onset.toEpochDay()) / 6));
        for (LocalDate day = onset; days.size() < 6; day = day.plusDays(step + draw.between(-10, 10))) {
            days.add(day);
        }
        return ill(ailment, days, false);
    }

    Design ill(Ailment ailment, List<LocalDate> days, boolean inpatient) {
        List<LocalDate> seen = days.stream().filter(this::observes).toList();
        if (!seen.isEmpty()) {
            diagnoses.add(new DesignedDiagnosis(ailment, seen, inpatient));
        }
        return this;
    }

    /** Takes a drug for so many days, or until the observation ends. */
    Design takes(Drug drug, LocalDate start, long wantedDays) {
        if (observes(start)) {
            long possible = observedTo.toEpochDay() - start.toEpochDay() + 1;
            courses.add(new DesignedCourse(drug, start, (int) Math.min(wantedDays, possible)));
        }
        return this;
    }

    Design takesOn(Drug drug, LocalDate start) {
        return takes(drug, start, Long.MAX_VALUE);
    }

    Design cared(Care item, LocalDate day) {
        if (observes(day)) {
            care.add(new DesignedCare(item, day));
        }
        return this;
    }

    Design labs(LocalDate day, double vitaminD) {
        if (observes(day)) {
            labs.add(new DesignedLabs(day, Math.round(vitaminD * 10) / 10.0));
        }
        return this;
    }

    public DesignedPatient finished() {
        return new DesignedPatient(
                archetype,
                birth,
                sex,
                observedFrom,
                observedTo,
                death,
                fractures,
                scans,
                diagnoses,
                courses,
                care,
                labs);
    }
}
