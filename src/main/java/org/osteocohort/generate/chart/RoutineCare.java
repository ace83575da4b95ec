package org.osteocohort.generate.chart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.osteocohort.ehr.VisitKind;
import org.osteocohort.generate.design.Birthdays;
import org.osteocohort.generate.design.DesignedPatient;
import org.osteocohort.generate.design.Draw;
import org.osteocohort.generate.design.Drug;

/** Everyday care: often in infancy, seldom later; about four rows a visit. */
final class RoutineCare {
    /** Visits in each year of age at the usual density. */
    private static final double[] VISITS = {6, 3.6, 2.6, 1.9, 1.7, 1.5, 1.3};

    private static final double VISITS_LATER = 1.15;
    private static final double VISITS_GROWN = 0.7;
    private static final int GROWN = 19;
    private static final double DAYS_PER_YEAR = 365.25;
    private static final List<Drug> EVERYDAY_DRUGS =
            List.of(Drug.AMOXICILLIN, Drug.AMOXICILLIN, Drug.IBUPROFEN, Drug.CETIRIZINE, Drug.ALBUTEROL);

    private final DesignedPatient patient;
    private final ChartBuilder chart;
    private final Draw draw;
    private final double density;
    private final double stature;
    private final double build;

    /** @param density 1 for the usual number of visits */
    RoutineCare(DesignedPatient patient, ChartBuilder chart, Draw draw, double density) {
        this.patient = patient;
        this.chart = chart;
        this.draw = draw;
        this.density = density;
        this.stature = draw.bell();
        this.build = draw.bell();
    }

    void write() {
        int lastAge = Birthdays.age(patient.birth(), patient.observedTo());
        for (int age = Birthdays.age(patient.birth(), patient.observedFrom()); age <= lastAge; age++) {
            double expected = visits(age) * density;
            int visits = (int) expected + (draw.chance(expected - (int) expected) ? 1 : 0);
            LocalDate birthday = patient.birthday(age);
            for (int visit = 0; visit < visits; visit++) {
                LocalDate day = birthday.plusDays(draw.between(0, 364));
                if (chart.observes(day)) {
                    visit(day, age);
                }
            }
        }
    }

    private static double visits(int age) {
        if (age >= GROWN) {
            return VISITS_GROWN;
        }
        return age < VISITS.length ? VISITS[age] : VISITS_LATER;
    }

    private void visit(LocalDate day, int age) {
        if (draw.chance(0.45)) {
            wellVisit(day, age);
        } else {
            sickVisit(day);
        }
    }

    private void wellVisit(LocalDate day, int age) {
        condition(day, VisitKind.OUTPATIENT, RoutineTerms.WELL_CHILD);
        int group = age < 1 ? 0 : age < 5 ? 1 : age < 12 ? 2 : 3;
        chart.procedure(day, VisitKind.OUTPATIENT, RoutineTerms.WELL_VISITS.get(group));
        if (draw.chance(0.4)) {
            condition(day, VisitKind.OUTPATIENT, RoutineTerms.VACCINATION);
            chart.procedure(day, VisitKind.OUTPATIENT, draw.pick(RoutineTerms.VACCINES));
        }
        double years = ChronoUnit.DAYS.between(patient.birth(), day) / DAYS_PER_YEAR;
        double height = rounded(Growth.centimetres(patient.sex(), years, stature), 10);
        double weight = rounded(Growth.kilograms(patient.sex(), years, build), 10);
        chart.measurement(day, VisitKind.OUTPATIENT, RoutineTerms.HEIGHT, height, "cm");
        chart.measurement(day, VisitKind.OUTPATIENT, RoutineTerms.WEIGHT, weight, "kg");
        if (age >= 2) {
            double index = rounded(weight / (height * height) * 10_000, 10);
            chart.measurement(day, VisitKind.OUTPATIENT, RoutineTerms.BODY_MASS_INDEX, index, "kg/m2");
        }
    }

    private void sickVisit(LocalDate day) {
        boolean emergency = draw.chance(0.12);
        VisitKind where = emergency ? VisitKind.EMERGENCY : VisitKind.OUTPATIENT;
        condition(day, where, draw.pick(RoutineTerms.COMPLAINTS));
        chart.procedure(day, where, emergency ? RoutineTerms.EMERGENCY_VISIT : RoutineTerms.OFFICE_VISIT);
        if (draw.chance(0.5)) {
            chart.measurement(day, where, RoutineTerms.TEMPERATURE, rounded(draw.between(36.3, 39.4), 10), "Cel");
        }
        if (draw.chance(0.15)) {
            chart.measurement(day, where, RoutineTerms.HEMOGLOBIN, rounded(draw.between(10.8, 14.6), 10), "g/dL");
        }
        if (draw.chance(0.45)) {
            Drug drug = draw.pick(EVERYDAY_DRUGS);
            double quantity = Math.ceil(drug.unitsPerDay() * drug.daysPerRecord());
            chart.dispensed(day, drug.way(), DrugTerms.product(drug), true, drug.daysPerRecord(), quantity);
        }
    }

    private void condition(LocalDate day, VisitKind where, RoutineTerms.Complaint complaint) {
        boolean icd9 = ChartBuilder.diagnosisVocabulary(day) == TermVocabulary.ICD9CM;
        chart.condition(day, where, icd9 ? complaint.icd9() : complaint.icd10(), draw.chance(0.9));
    }

    private static double rounded(double value, double steps) {
        return Math.round(value * steps) / steps;
    }
}
