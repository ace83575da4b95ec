package org.osteocohort.generate.design;

import static org.osteocohort.generate.design.Patterns.longBone;
import static org.osteocohort.generate.design.Patterns.unremarkable;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;

/** Records that look like evidence and are none. */
final class TrapArchetypes {
    static final List<Archetype> ALL = List.of(
            new Archetype("finger_toe_skull_nose_tooth", 0, 4, design -> {
                bornForIcd10(design);
                LocalDate day = StudyWindow.ICD10_SWITCH.plusDays(100);
                for (Bone bone : List.of(Bone.FINGER, Bone.TOE, Bone.SKULL, Bone.NOSE, Bone.TOOTH)) {
                    design.breaks(day, bone, unremarkable(design));
                    day = day.plusDays(design.draw().between(200, 400));
                }
            }),
            new Archetype("motor_vehicle_crashes", 5, 5, design -> {
                design.ages(5, 13);
                longBone(design, design.about(7), Energy.HIGH);
                longBone(design, design.about(8.5), Energy.HIGH);
            }),
            new Archetype("stress_fractures", 10, 4, design -> {
                design.ages(12, 18);
                for (double age : new double[] {14, 15.5}) {
                    design.breaks(design.about(age), Bone.LOWER_LEG, Energy.UNKNOWN, Nature.STRESS, RowPattern.USUAL);
                }
            }),
            new Archetype("clavicles_without_scan", 0, 3, design -> {
                design.ages(4, 12);
                design.breaks(design.about(6), Bone.CLAVICLE, unremarkable(design));
                design.breaks(design.about(8), Bone.CLAVICLE, unremarkable(design));
            }),
            new Archetype("abuse", 8, 5, design -> {
                design.ages(0, 6);
                design.breaks(design.at(0.5), Bone.FEMUR, Energy.ABUSE);
                design.breaks(design.at(1.4), Bone.RIB, Energy.ABUSE);
            }),
            new Archetype("birth_injury", 50, 4, design -> {
                design.ages(0, 8);
                design.breaks(
                        design.birth().plusDays(1),
                        Bone.CLAVICLE,
                        Energy.UNKNOWN,
                        Nature.BIRTH_INJURY,
                        RowPattern.SINGLE_ROW);
                longBone(design, design.about(4), Energy.MODERATE);
            }),
            new Archetype("rule_out_imaging", 100, 5, design -> {
                design.ages(4, 12);
                for (double age : new double[] {6, 7.5}) {
                    LocalDate day = design.about(age);
                    design.ill(Ailment.OBSERVED_AFTER_ACCIDENT, List.of(day), false);
                    design.cared(Care.FOREARM_FILM, day);
                }
            }),
            besidesOneFracture(
                    "curb_look_alike_code",
                    1,
                    Energy.UNKNOWN,
                    (design, day) -> design.ill(Ailment.ANTITRYPSIN_DEFICIENCY, List.of(day, day.plusDays(1)), false)),
            besidesOneFracture(
                    "follow_up_of_an_old_crash",
                    1,
                    Energy.LOW,
                    (design, day) -> design.ill(Ailment.OLD_CRASH, List.of(day), false)),
            besidesOneFracture(
                    "presymptomatic_diabetes",
                    2,
                    Energy.LOW,
                    (design, day) -> design.ill(
                            Ailment.PRESYMPTOMATIC_DIABETES, List.of(day.minusDays(400), day.minusDays(100)), false)),
            besidesOneFracture("replacement_hydrocortisone", 3, Energy.LOW, (design, day) -> {
                design.ill(Ailment.ADRENAL_HYPERPLASIA, StudyWindow.ICD10_SWITCH.plusDays(10));
                design.takesOn(Drug.HYDROCORTISONE, StudyWindow.ICD10_SWITCH.plusDays(20));
            }),
            besidesOneFracture("inhaled_and_topical_drugs", 6, Energy.LOW, (design, day) -> {
                design.ill(Ailment.ASTHMA, day.minusDays(500)).ill(Ailment.ECZEMA, day.minusDays(480));
                design.takes(Drug.BUDESONIDE_INHALED, day.minusDays(450), 600);
                design.takes(Drug.TRIAMCINOLONE_CREAM, day.minusDays(440), 400);
                design.takes(Drug.TACROLIMUS_OINTMENT, day.minusDays(430), 400);
                design.takes(Drug.DEXAMETHASONE_EYE_DROPS, day.minusDays(300), 200);
            }),
            besidesOneFracture("short_steroid_courses", 4, Energy.LOW, (design, day) -> {
                design.takes(Drug.PREDNISONE, day.minusDays(170), 60);
                design.takes(Drug.PREDNISONE, day.plusDays(560), 60);
            }),
            besidesOneFracture("fosphenytoin_once", 2, Energy.LOW, (design, day) -> {
                design.ill(Ailment.EPILEPSY, day.minusDays(200));
                design.takes(Drug.FOSPHENYTOIN, day.minusDays(30), 1);
            }),
            besidesOneFracture(
                    "crohn_ruled_out",
                    3,
                    Energy.LOW,
                    (design, day) -> design.ill(Ailment.CROHN, List.of(day.minusDays(300)), false)));

    private TrapArchetypes() {}

    /** One forearm fracture under ICD-10-CM, and beside it something that must not change its meaning. */
    private static Archetype besidesOneFracture(
            String name, double clinicWeight, Energy energy, BiConsumer<Design, LocalDate> trap) {
        return new Archetype(name, 0.5, clinicWeight, design -> {
            bornForIcd10(design);
            LocalDate day = StudyWindow.ICD10_SWITCH.plusDays(design.draw().between(560, 900));
            design.breaks(day, Bone.FOREARM, energy);
            trap.accept(design, day);
        });
    }

    private static void bornForIcd10(Design design) {
        design.born(
                StudyWindow.ICD10_SWITCH.minusYears(5).minusDays(design.draw().between(0, 300)));
    }
}
