package org.osteocohort.generate.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.osteocohort.ehr.VisitKind;
import org.osteocohort.generate.design.DesignedPatient;
import org.osteocohort.generate.design.Drug;
import org.osteocohort.generate.design.StudyWindow;

/** A chart being written; rows outside the time of observation are left out. */
final class ChartBuilder {
    private static final int DAYS_IN_HOSPITAL = 4;

    private final DesignedPatient patient;
    private final boolean causesAsObservations;
    private final Set<Encounter> encounters = new LinkedHashSet<>();
    private final List<CodedFact> facts = new ArrayList<>();
    private final List<DrugFact> drugs = new ArrayList<>();

    /** @param causesAsObservations whether the site files external causes under observations, as OMOP asks */
    ChartBuilder(DesignedPatient patient, boolean causesAsObservations) {
        this.patient = patient;
        this.causesAsObservations = causesAsObservations;
    }

    boolean observes(LocalDate day) {
        return !day.isBefore(patient.observedFrom()) && !day.isAfter(patient.observedTo());
    }

    static TermVocabulary diagnosisVocabulary(LocalDate day) {
        return day.isBefore(StudyWindow.ICD10_SWITCH) ? TermVocabulary.ICD9CM : TermVocabulary.ICD10CM;
    }

    private Encounter encounter(LocalDate day, VisitKind kind) {
        LocalDate discharge = kind == VisitKind.INPATIENT ? day.plusDays(DAYS_IN_HOSPITAL) : day;
        LocalDate end = discharge.isAfter(patient.observedTo()) ? patient.observedTo() : discharge;
        Encounter encounter = new Encounter(day, kind, end);
        encounters.add(encounter);
        return encounter;
    }

    void condition(LocalDate day, VisitKind where, Term term, boolean mapped) {
        add(FactKind.CONDITION, day, where, term, mapped, null, null);
    }

    void externalCause(LocalDate day, VisitKind where, Term term) {
        add(causesAsObservations ? FactKind.OBSERVATION : FactKind.CONDITION, day, where, term, false, null, null);
    }

    void procedure(LocalDate day, VisitKind where, Term term) {
        add(FactKind.PROCEDURE, day, where, term, true, null, null);
    }

    void measurement(LocalDate day, VisitKind where, Term term, double value, String unit) {
        add(FactKind.MEASUREMENT, day, where, term, true, value, unit);
    }

    private void add(
            FactKind kind, LocalDate day, VisitKind where, Term term, boolean mapped, Double value, String unit) {
        if (observes(day)) {
            facts.add(new CodedFact(kind, day, term, mapped, encounter(day, where), value, unit));
        }
    }

    void dispensed(LocalDate day, Drug.Way way, Term term, boolean mapped, int daysSupply, double quantity) {
        if (observes(day)) {
            drugs.add(new DrugFact(day, way, term, mapped, null, daysSupply, quantity));
        }
    }

    void administered(LocalDate day, Drug.Way way, Term term, boolean mapped, double quantity) {
        if (observes(day)) {
            Encounter encounter = encounter(day, VisitKind.OUTPATIENT);
            drugs.add(new DrugFact(day, way, term, mapped, encounter, null, quantity));
        }
    }

    Chart built(Chart.Race race, boolean hispanic) {
        return new Chart(
                patient.birth(),
                patient.sex(),
                race,
                hispanic,
                patient.observedFrom(),
                patient.observedTo(),
                patient.death(),
                sorted(encounters, Comparator.comparing(Encounter::start).thenComparing(Encounter::kind)),
                sorted(facts, Comparator.comparing(CodedFact::date)),
                sorted(drugs, Comparator.comparing(DrugFact::date)));
    }

    private static <T> List<T> sorted(Collection<T> values, Comparator<T> order) {
        List<T> copy = new ArrayList<>(values);
        copy.sort(order);
        return copy;
    }
}
