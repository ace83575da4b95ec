package org.osteocohort.generate.design;

import static org.osteocohort.generate.design.Patterns.lowScan;

import java.time.LocalDate;
import java.util.List;

/** How fractures are billed: repeats, sides, merges, aftercare and the change of coding system. */
final class RowArchetypes {
    static final List<Archetype> ALL = List.of(
            new Archetype("both_forearms_in_one_accident", 0, 2, design -> {
                design.ages(4, 11);
                accident(
                        design,
                        design.about(7),
                        Energy.MODERATE,
                        RowPattern.USUAL,
                        List.of(
                                new BrokenBone(Bone.FOREARM, BodySide.RIGHT, 0),
                                new BrokenBone(Bone.FOREARM, BodySide.LEFT, 0)));
            }),
            new Archetype("two_bones_two_days_apart", 0, 2, design -> {
                design.ages(4, 11);
                accident(
                        design,
                        design.about(7),
                        Energy.MODERATE,
                        RowPattern.SINGLE_ROW,
                        List.of(
                                new BrokenBone(Bone.HUMERUS, BodySide.RIGHT, 0),
                                new BrokenBone(Bone.FEMUR, BodySide.RIGHT, 2)));
            }),
            new Archetype("refracture_after_120_days", 1, 2, design -> {
                design.ages(4, 11);
                LocalDate day = design.about(7);
                for (LocalDate broken : List.of(day, day.plusDays(120))) {
                    accident(
                            design,
                            broken,
                            Energy.UNKNOWN,
                            RowPattern.SINGLE_ROW,
                            List.of(new BrokenBone(Bone.FOREARM, BodySide.RIGHT, 0)));
                }
                lowScan(design);
            }),
            new Archetype("long_active_treatment", 0, 2, design -> {
                bornForIcd10(design);
                design.breaks(
                        icd10Day(design),
                        Bone.FOREARM,
                        Energy.MODERATE,
                        Nature.TRAUMATIC,
                        RowPattern.LONG_ACTIVE_TREATMENT);
            }),
            new Archetype("opposite_arms_40_days_apart", 1, 2, design -> {
                bornForIcd10(design);
                LocalDate day = icd10Day(design);
                accident(
                        design,
                        day,
                        Energy.UNKNOWN,
                        RowPattern.SINGLE_ROW,
                        List.of(new BrokenBone(Bone.FOREARM, BodySide.RIGHT, 0)));
                accident(
                        design,
                        day.plusDays(40),
                        Energy.UNKNOWN,
                        RowPattern.SINGLE_ROW,
                        List.of(new BrokenBone(Bone.FOREARM, BodySide.LEFT, 0)));
                lowScan(design);
            }),
            new Archetype("fracture_across_the_switch", 0, 2, design -> {
                design.born(StudyWindow.ICD10_SWITCH
                        .minusYears(7)
                        .minusDays(design.draw().between(0, 300)));
                design.breaks(
                        StudyWindow.ICD10_SWITCH.minusDays(design.draw().between(5, 25)),
                        Bone.LOWER_LEG,
                        Energy.MODERATE,
                        Nature.TRAUMATIC,
                        RowPattern.ACROSS_THE_SWITCH);
            }),
            new Archetype("aftercare_only", 0, 2, design -> {
                design.ages(4, 12);
                for (double age : new double[] {6, 8}) {
                    design.breaks(
                            design.about(age),
                            Bone.FOREARM,
                            Energy.UNKNOWN,
                            Nature.TRAUMATIC,
                            RowPattern.AFTERCARE_ONLY);
                }
            }),
            new Archetype("snomed_codes_only", 1, 3, design -> {
                design.ages(4, 12);
                for (double age : new double[] {6, 8}) {
                    accident(
                            design,
                            design.about(age),
                            Energy.UNKNOWN,
                            RowPattern.SNOMED_ONLY,
                            List.of(new BrokenBone(Bone.FEMUR, BodySide.UNSPECIFIED, 0)));
                }
                lowScan(design);
            }),
            new Archetype("pathologic_humerus", 3, 3, design -> {
                design.ages(4, 12);
                pathologicHumerus(design, design.about(8));
            }),
            new Archetype("humerus_in_bone_cyst", 5, 3, design -> {
                design.ages(4, 12);
                LocalDate day = design.about(8);
                pathologicHumerus(design, day);
                design.ill(Ailment.BONE_CYST, List.of(day.minusDays(20), day, day.plusDays(60)), false);
            }),
            new Archetype("cyst_200_days_before_icd10", 0, 1, design -> {
                bornForIcd10(design);
                LocalDate day = icd10Day(design);
                pathologicHumerus(design, day);
                design.ill(Ailment.BONE_CYST, List.of(day.minusDays(200)), false);
            }),
            new Archetype("cyst_200_days_before_icd9", 0, 1, design -> {
                LocalDate day = StudyWindow.ICD10_SWITCH.minusDays(design.draw().between(400, 600));
                design.born(day.minusYears(8).minusDays(design.draw().between(0, 300)));
                pathologicHumerus(design, day);
                design.ill(Ailment.BONE_CYST, List.of(day.minusDays(200)), false);
            }),
            new Archetype("femur_in_bone_cancer", 3, 3, design -> {
                design.ages(6, 14);
                LocalDate day = design.about(10);
                design.breaks(day, Bone.FEMUR, Energy.UNKNOWN, Nature.NEOPLASTIC, RowPattern.USUAL);
                design.ill(Ailment.BONE_CANCER, List.of(day, day.plusDays(40), day.plusDays(200)), true);
            }));

    private RowArchetypes() {}

    private static void accident(Design design, LocalDate day, Energy energy, RowPattern rows, List<BrokenBone> bones) {
        design.breaks(new DesignedFracture(day, bones, energy, Nature.TRAUMATIC, rows));
    }

    private static void pathologicHumerus(Design design, LocalDate day) {
        design.breaks(day, Bone.HUMERUS, Energy.UNKNOWN, Nature.PATHOLOGIC, RowPattern.USUAL);
    }

    /** Under eight three years after the switch to ICD-10-CM, which first told sides. */
    private static void bornForIcd10(Design design) {
        design.born(
                StudyWindow.ICD10_SWITCH.minusYears(4).minusDays(design.draw().between(0, 300)));
    }

    private static LocalDate icd10Day(Design design) {
        return StudyWindow.ICD10_SWITCH.plusDays(design.draw().between(250, 900));
    }
}
