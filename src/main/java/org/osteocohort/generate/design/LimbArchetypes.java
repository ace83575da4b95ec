package org.osteocohort.generate.design;

import static org.osteocohort.generate.design.Patterns.clinicCare;
import static org.osteocohort.generate.design.Patterns.longBone;
import static org.osteocohort.generate.design.Patterns.lowScan;
import static org.osteocohort.generate.design.Patterns.lowScanOn;
import static org.osteocohort.generate.design.Patterns.threeByNineteen;
import static org.osteocohort.generate.design.Patterns.twoByTen;
import static org.osteocohort.generate.design.Patterns.unremarkable;

import java.time.LocalDate;
import java.util.List;

/** Long bones counted by age: two by ten, three by nineteen, and every way of missing that by little. */
final class LimbArchetypes {
    static final List<Archetype> ALL = List.of(
            new Archetype("single_accidental_fracture", 0, 8, design -> {
                design.ages(3, 12);
                longBone(design, design.at(design.draw().between(4.0, 11.0)), Energy.MODERATE);
            }),
            new Archetype("two_by_ten_low_z", 8, 30, design -> {
                design.ages(4, 12.5);
                twoByTen(design, design.draw().between(5.2, 8.0));
                lowScan(design);
                clinicCare(design);
            }),
            new Archetype("three_by_nineteen_low_z", 6, 20, design -> {
                design.ages(9, 18.5);
                threeByNineteen(design, design.draw().between(10.3, 13.5));
                lowScan(design);
                clinicCare(design);
            }),
            new Archetype("two_by_ten_without_scan", 0, 6, design -> {
                design.ages(4, 12);
                twoByTen(design, design.draw().between(5.2, 8.0));
            }),
            new Archetype("three_by_nineteen_without_scan", 0, 6, design -> {
                design.ages(9, 18);
                threeByNineteen(design, design.draw().between(10.3, 14.0));
            }),
            new Archetype("two_by_ten_normal_z", 10, 12, design -> {
                design.ages(4, 12.5);
                twoByTen(design, design.draw().between(5.2, 8.0));
                Patterns.normalScan(design);
            }),
            new Archetype("fractures_at_9_9_and_10_1", 0, 1, design -> {
                design.ages(8, 13);
                design.breaks(design.at(9.9), Bone.HUMERUS, Energy.MODERATE);
                design.breaks(design.at(10.1), Bone.LOWER_LEG, Energy.MODERATE);
                lowScan(design);
            }),
            new Archetype("second_fracture_on_tenth_birthday", 0, 1, design -> {
                design.ages(6, 13);
                bySecondFractureOn(design, design.birthday(10));
            }),
            new Archetype("second_fracture_before_tenth_birthday", 0, 1, design -> {
                design.ages(6, 13);
                bySecondFractureOn(design, design.birthday(10).minusDays(1));
            }),
            new Archetype("leap_day_child_second_fracture_on_28_february", 0, 1, design -> {
                design.born(LocalDate.of(2008, 2, 29));
                bySecondFractureOn(design, LocalDate.of(2018, 2, 28));
            }),
            new Archetype("leap_day_child_second_fracture_on_1_march", 0, 1, design -> {
                design.born(LocalDate.of(2008, 2, 29));
                bySecondFractureOn(design, LocalDate.of(2018, 3, 1));
            }),
            new Archetype("third_fracture_on_nineteenth_birthday", 0, 1, design -> {
                design.ages(11, 21);
                longBone(design, design.about(13), unremarkable(design));
                longBone(design, design.about(15), unremarkable(design));
                longBone(design, design.birthday(19), Energy.MODERATE);
                lowScanOn(design, design.at(15.9));
            }),
            new Archetype("fractures_from_nineteen_on", 0, 1, design -> {
                design.ages(14, 24);
                longBone(design, design.about(19.3), unremarkable(design));
                longBone(design, design.about(20.6), Energy.LOW);
                longBone(design, design.about(22), unremarkable(design));
            }),
            new Archetype("left_truncated", 2, 3, design -> {
                design.ages(9, 16);
                design.observed(design.at(9.5), design.window().end());
                longBone(design, design.about(11), unremarkable(design));
                longBone(design, design.about(12.5), unremarkable(design));
                lowScan(design);
            }),
            new Archetype("short_observation", 2, 3, design -> {
                design.ages(6, 11);
                design.observed(design.at(7), design.at(9.4));
                longBone(design, design.at(7.2), unremarkable(design));
                longBone(design, design.at(8.6), unremarkable(design));
                lowScanOn(design, design.at(8.9));
            }),
            new Archetype("clavicles_low_z", 1, 2, design -> {
                design.ages(4, 12);
                design.breaks(design.about(6), Bone.CLAVICLE, unremarkable(design));
                design.breaks(design.about(8), Bone.CLAVICLE, unremarkable(design));
                lowScan(design);
            }),
            new Archetype("ankles_low_z", 1, 2, design -> {
                design.ages(9, 17);
                design.breaks(design.about(11), Bone.ANKLE, unremarkable(design));
                design.breaks(design.about(12.5), Bone.ANKLE, unremarkable(design));
                design.breaks(design.about(14), Bone.ANKLE, unremarkable(design));
                lowScan(design);
            }),
            new Archetype("low_trauma_curb", 0, 8, design -> {
                design.ages(5, 12);
                longBone(design, design.about(design.draw().between(6.0, 10.5)), Energy.LOW);
            }),
            new Archetype("low_trauma_low_z", 6, 12, design -> {
                design.ages(5, 13);
                longBone(design, design.about(design.draw().between(6.0, 10.5)), Energy.LOW);
                lowScan(design);
                clinicCare(design);
            }));

    private LimbArchetypes() {}

    private static void bySecondFractureOn(Design design, LocalDate day) {
        design.breaks(day.minusDays(design.draw().between(400, 800)), Bone.FOREARM, Energy.MODERATE);
        design.breaks(day, Bone.LOWER_LEG, Energy.MODERATE);
        lowScan(design);
    }
}
