package org.osteocohort.testkit;

import java.time.LocalDate;
import org.osteocohort.ehr.ClinicalEvent;
import org.osteocohort.ehr.ObservationPeriod;
import org.osteocohort.ehr.Patient;
import org.osteocohort.ehr.PatientHistory;
import org.osteocohort.ehr.Visit;

/** Histories with every date of the child moved by the same number of days, as a de-identified extract may be. */
public final class MovedHistories {
    private MovedHistories() {}

    public static PatientHistory moved(PatientHistory history, int days) {
        return new PatientHistory(
                moved(history.patient(), days),
                history.observation().stream()
                        .map(period -> new ObservationPeriod(moved(period.start(), days), moved(period.end(), days)))
                        .toList(),
                history.visits().stream()
                        .map(visit -> new Visit(
                                visit.visitId(), visit.kind(), moved(visit.start(), days), moved(visit.end(), days)))
                        .toList(),
                history.events().stream().map(event -> moved(event, days)).toList());
    }

    private static Patient moved(Patient patient, int days) {
        return new Patient(
                patient.patientId(),
                patient.site(),
                patient.subjectId(),
                patient.sex(),
                moved(patient.birthDate(), days),
                patient.birthDatePrecision(),
                patient.race(),
                patient.ethnicity(),
                moved(patient.deathDate(), days));
    }

    private static ClinicalEvent moved(ClinicalEvent event, int days) {
        return new ClinicalEvent(
                event.domain(),
                moved(event.date(), days),
                moved(event.endDate(), days),
                event.code(),
                event.matchedBy(),
                event.resolution(),
                event.visitId(),
                event.inpatient(),
                event.supply(),
                event.result(),
                event.source());
    }

    private static LocalDate moved(LocalDate day, int days) {
        return day == null ? null : day.plusDays(days);
    }
}
