package org.osteocohort.generate.chart;

import java.time.LocalDate;
import org.osteocohort.ehr.VisitKind;
import org.osteocohort.generate.design.Bone;
import org.osteocohort.generate.design.BrokenBone;
import org.osteocohort.generate.design.DesignedFracture;
import org.osteocohort.generate.design.Draw;
import org.osteocohort.generate.design.Energy;
import org.osteocohort.generate.design.Nature;

/** The rows that one accident leaves in the records. */
final class FractureCharting {
    private static final Term CLAVICLE_AT_BIRTH = Term.of(TermVocabulary.ICD10CM, "P13.4", "clavicle broken at birth");

    private final ChartBuilder chart;
    private final Draw draw;

    FractureCharting(ChartBuilder chart, Draw draw) {
        this.chart = chart;
        this.draw = draw;
    }

    void write(DesignedFracture fracture) {
        VisitKind where = firstPlace(fracture);
        for (BrokenBone broken : fracture.bones()) {
            new OneBone(fracture, broken, where, draw.between(0, 11)).write();
        }
        if (fracture.rows().makesAnEvent()) {
            TraumaCodes.of(fracture.energy(), fracture.date(), draw)
                    .forEach(cause -> chart.externalCause(fracture.date(), where, cause));
        }
    }

    private VisitKind firstPlace(DesignedFracture fracture) {
        boolean grave = fracture.energy() == Energy.HIGH
                || fracture.energy() == Energy.ABUSE
                || fracture.bones().get(0).bone() == Bone.FEMUR;
        if (fracture.nature() == Nature.BIRTH_INJURY || (grave && draw.chance(0.6))) {
            return VisitKind.INPATIENT;
        }
        return draw.chance(0.7) ? VisitKind.EMERGENCY : VisitKind.OUTPATIENT;
    }

    /** The rows of one of the bones; {@code choice} stays the same so that its code does. */
    private final class OneBone {
        private final DesignedFracture fracture;
        private final BrokenBone broken;
        private final FractureCodes codes;
        private final VisitKind where;
        private final int choice;
        private final boolean open;
        private final LocalDate first;

        OneBone(DesignedFracture fracture, BrokenBone broken, VisitKind where, int choice) {
            this.fracture = fracture;
            this.broken = broken;
            this.codes = FractureCodes.of(broken.bone());
            this.where = where;
            this.choice = choice;
            this.open = draw.chance(0.03);
            this.first = fracture.date().plusDays(broken.daysLater());
        }

        void write() {
            switch (fracture.rows()) {
                case USUAL -> {
                    firstVisit();
                    usualFollowUp();
                }
                case SINGLE_ROW -> firstVisit();
                case LONG_ACTIVE_TREATMENT -> {
                    firstVisit();
                    active(first.plusDays(40), VisitKind.OUTPATIENT);
                    active(first.plusDays(80), VisitKind.OUTPATIENT);
                    active(first.plusDays(120), VisitKind.OUTPATIENT);
                }
                case ACROSS_THE_SWITCH -> {
                    firstVisit();
                    active(first.plusDays(28), VisitKind.OUTPATIENT);
                }
                case AFTERCARE_ONLY -> {
                    aftercare(first);
                    aftercare(first.plusDays(20));
                    lateEffect(first.plusDays(300));
                }
                case SNOMED_ONLY -> {
                    Term term = Term.of(TermVocabulary.SNOMED, codes.snomed(), codes.words());
                    chart.condition(first, where, term, true);
                    chart.condition(first.plusDays(14), VisitKind.OUTPATIENT, term, true);
                }
            }
        }

        private void firstVisit() {
            active(first, where);
            chart.procedure(first, where, Term.cpt(codes.imaging(), "X-ray: " + codes.words()));
            if (codes.cast() != null && draw.chance(0.7)) {
                chart.procedure(first, where, Term.cpt(codes.cast(), "cast or splint: " + codes.words()));
            }
        }

        private void usualFollowUp() {
            double[] stillActive = {0.6, 0.35, 0.1};
            int[] earliest = {7, 25, 45};
            int[] latest = {14, 40, 60};
            int visits = draw.between(1, 3);
            for (int visit = 0; visit < visits; visit++) {
                LocalDate day = first.plusDays(draw.between(earliest[visit], latest[visit]));
                if (draw.chance(stillActive[visit])) {
                    active(day, VisitKind.OUTPATIENT);
                } else {
                    aftercare(day);
                }
            }
            if (draw.chance(0.05)) {
                lateEffect(first.plusDays(draw.between(250, 350)));
            }
        }

        private void active(LocalDate day, VisitKind visit) {
            if (icd9(day)) {
                row(day, visit, TermVocabulary.ICD9CM, codes.icd9(fracture.nature(), choice), "");
            } else if (fracture.nature() == Nature.BIRTH_INJURY) {
                chart.condition(day, visit, CLAVICLE_AT_BIRTH, false);
            } else {
                row(day, visit, TermVocabulary.ICD10CM, icd10(openInjury() ? 'B' : 'A'), ", active treatment");
            }
        }

        private void aftercare(LocalDate day) {
            if (icd9(day)) {
                String family = fracture.nature() == Nature.TRAUMATIC ? "V54.1" : "V54.2";
                row(day, VisitKind.OUTPATIENT, TermVocabulary.ICD9CM, family + codes.aftercareDigit(), ", aftercare");
            } else {
                char seventh = openInjury() && codes == FractureCodes.of(Bone.FOREARM) ? 'E' : 'D';
                row(day, VisitKind.OUTPATIENT, TermVocabulary.ICD10CM, icd10(seventh), ", healing");
            }
        }

        private void lateEffect(LocalDate day) {
            if (icd9(day)) {
                row(day, VisitKind.OUTPATIENT, TermVocabulary.ICD9CM, codes.lateEffect(), ", late effect");
            } else {
                row(day, VisitKind.OUTPATIENT, TermVocabulary.ICD10CM, icd10('S'), ", sequela");
            }
        }

        private void row(LocalDate day, VisitKind visit, TermVocabulary vocabulary, String code, String stage) {
            Term term = Term.mapped(vocabulary, code, codes.snomed(), codes.words() + stage);
            chart.condition(day, visit, term, draw.chance(0.85));
        }

        private boolean icd9(LocalDate day) {
            return ChartBuilder.diagnosisVocabulary(day) == TermVocabulary.ICD9CM;
        }

        private boolean openInjury() {
            return open && codes.stem(fracture.nature(), choice).openInjuries();
        }

        private String icd10(char seventh) {
            return codes.stem(fracture.nature(), choice).code(broken.side(), seventh);
        }
    }
}
