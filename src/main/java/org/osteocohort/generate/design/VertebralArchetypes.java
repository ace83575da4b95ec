package org.osteocohort.generate.design;

import static org.osteocohort.generate.design.Patterns.clinicCare;
import static org.osteocohort.generate.design.Patterns.lowScan;
import static org.osteocohort.generate.design.Patterns.normalScan;
import static org.osteocohort.generate.design.Patterns.vertebra;

import java.time.LocalDate;
import java.util.List;

/** Vertebral fractures of every shape and energy. */
final class VertebralArchetypes {
    static final List<Archetype> ALL = List.of(
            new Archetype("vertebra_low_trauma_without_scan", 1, 8, design -> {
                design.ages(6, 14);
                vertebra(design, design.draw().between(7.5, 12.0), Energy.LOW);
            }),
            new Archetype("vertebra_low_z", 3, 12, design -> {
                design.ages(6, 14);
                vertebra(design, design.draw().between(7.5, 12.0), Energy.UNKNOWN);
                lowScan(design);
                clinicCare(design);
            }),
            new Archetype("vertebra_moderate_trauma", 1, 3, design -> {
                design.ages(8, 15);
                vertebra(design, design.draw().between(9.5, 13.0), Energy.MODERATE);
            }),
            new Archetype("vertebra_normal_z", 1, 5, design -> {
                design.ages(8, 15);
                vertebra(design, design.draw().between(9.5, 13.0), Energy.LOW);
                normalScan(design);
            }),
            new Archetype("vertebra_high_energy", 8, 5, design -> {
                bornForIcd10(design, 14);
                design.breaks(icd10Day(design), Bone.VERTEBRA_COMPRESSED, Energy.HIGH);
            }),
            new Archetype("vertebra_burst_high_energy", 8, 3, design -> {
                bornForIcd10(design, 15);
                design.breaks(icd10Day(design), Bone.VERTEBRA_BURST, Energy.HIGH);
            }),
            new Archetype("vertebra_unspecified_alone", 4, 3, design -> {
                design.ages(7, 14);
                design.breaks(design.about(10), Bone.VERTEBRA_UNSPECIFIED, Energy.UNKNOWN);
            }),
            new Archetype("vertebra_unspecified_with_cerebral_palsy", 3, 4, design -> {
                design.ages(5, 14);
                design.ill(Ailment.CEREBRAL_PALSY, design.about(5.5));
                design.breaks(design.about(10), Bone.VERTEBRA_UNSPECIFIED, Energy.UNKNOWN);
            }),
            new Archetype("vertebra_with_spine_cancer", 2, 2, design -> {
                bornForIcd10(design, 12);
                LocalDate day = icd10Day(design);
                design.breaks(day, Bone.VERTEBRA_COMPRESSED, Energy.UNKNOWN);
                design.ill(Ailment.SPINE_CANCER, List.of(day.minusDays(40), day.minusDays(3), day.plusDays(60)), false);
            }),
            new Archetype("vertebra_aftercare_only", 4, 2, design -> {
                design.ages(7, 14);
                design.breaks(
                        design.about(10),
                        Bone.VERTEBRA_COMPRESSED,
                        Energy.UNKNOWN,
                        Nature.TRAUMATIC,
                        RowPattern.AFTERCARE_ONLY);
            }));

    private VertebralArchetypes() {}

    /** About this old three years after the switch to ICD-10-CM, which first told the shape of a vertebral fracture. */
    private static void bornForIcd10(Design design, int age) {
        design.born(StudyWindow.ICD10_SWITCH
                .plusYears(3L - age)
                .minusDays(design.draw().between(0, 365)));
    }

    private static LocalDate icd10Day(Design design) {
        return StudyWindow.ICD10_SWITCH.plusDays(design.draw().between(150, 1000));
    }
}
