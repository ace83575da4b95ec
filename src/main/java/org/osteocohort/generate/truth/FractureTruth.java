package org.osteocohort.generate.truth;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.osteocohort.generate.design.Ailment;
import org.osteocohort.generate.design.BoneKind;
import org.osteocohort.generate.design.DesignedFracture;
import org.osteocohort.generate.design.DesignedPatient;
import org.osteocohort.generate.design.Energy;
import org.osteocohort.generate.design.Nature;
import org.osteocohort.generate.design.StudyWindow;

/** Which designed fractures count (clinical reference, sections 2 to 4, with the default settings). */
final class FractureTruth {
    private static final int LOCAL_DISEASE_DAYS_BEFORE = 90;
    private static final int LOCAL_DISEASE_DAYS_AFTER = 30;
    /** The pathological codes of ICD-9-CM do not tell tumours apart, so the window is wider. */
    private static final int LOCAL_DISEASE_DAYS_ICD9 = 365;

    private final DesignedPatient patient;

    FractureTruth(DesignedPatient patient) {
        this.patient = patient;
    }

    /** Events that count, of any energy and at any age. */
    List<DesignedFracture> counted() {
        return patient.fractures().stream().filter(this::counts).toList();
    }

    /** Counted events before the 19th birthday without high energy: what every definition starts from. */
    List<DesignedFracture> qualifying() {
        return counted().stream()
                .filter(event -> event.date().isBefore(patient.birthday(19)) && event.energy() != Energy.HIGH)
                .toList();
    }

    /** Qualifying events with a long bone before this birthday. */
    List<DesignedFracture> longBones(int birthday) {
        return qualifying(event -> event.has(BoneKind.LONG_BONE) && event.date().isBefore(patient.birthday(birthday)));
    }

    List<DesignedFracture> compressions() {
        return qualifying(event -> event.has(BoneKind.VERTEBRAL_COMPRESSION));
    }

    List<DesignedFracture> vertebralUnspecified() {
        return qualifying(event -> event.has(BoneKind.VERTEBRAL_UNSPECIFIED));
    }

    /** Without trauma in the words of the seed: low energy, a pathological code, or a vertebra that was crushed. */
    List<DesignedFracture> withoutTrauma() {
        return qualifying(event -> lowTrauma(event) || event.has(BoneKind.VERTEBRAL_COMPRESSION));
    }

    List<DesignedFracture> lowTraumaLongBones() {
        return qualifying(event -> event.has(BoneKind.LONG_BONE) && lowTrauma(event));
    }

    private List<DesignedFracture> qualifying(Predicate<DesignedFracture> chosen) {
        return qualifying().stream().filter(chosen).toList();
    }

    private static boolean lowTrauma(DesignedFracture event) {
        return event.energy() == Energy.LOW
                || event.nature() == Nature.PATHOLOGIC
                || event.nature() == Nature.OSTEOPOROTIC;
    }

    private boolean counts(DesignedFracture event) {
        boolean site = event.bones().stream().anyMatch(broken -> broken.bone().kind() != BoneKind.NEVER_COUNTED);
        boolean nature = switch (event.nature()) {
            case TRAUMATIC, PATHOLOGIC, OSTEOPOROTIC -> true;
            case NEOPLASTIC, STRESS, BIRTH_INJURY -> false;
        };
        return event.rows().makesAnEvent() && site && nature && event.energy() != Energy.ABUSE && !localDisease(event);
    }

    private boolean localDisease(DesignedFracture event) {
        boolean wide = event.date().isBefore(StudyWindow.ICD10_SWITCH)
                && (event.nature() != Nature.TRAUMATIC || event.has(BoneKind.VERTEBRAL_COMPRESSION));
        LocalDate from = event.date().minusDays(wide ? LOCAL_DISEASE_DAYS_ICD9 : LOCAL_DISEASE_DAYS_BEFORE);
        LocalDate to = event.date().plusDays(wide ? LOCAL_DISEASE_DAYS_ICD9 : LOCAL_DISEASE_DAYS_AFTER);
        return patient.diagnoses().stream()
                .filter(diagnosis -> diagnosis.ailment().meaning() == Ailment.Meaning.LOCAL_DISEASE)
                .flatMap(diagnosis -> diagnosis.dates().stream())
                .anyMatch(day -> !day.isBefore(from) && !day.isAfter(to));
    }
}
