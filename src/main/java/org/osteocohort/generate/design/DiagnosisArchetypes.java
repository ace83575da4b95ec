package org.osteocohort.generate.design;

import static org.osteocohort.generate.design.Patterns.bisphosphonate;
import static org.osteocohort.generate.design.Patterns.longBone;
import static org.osteocohort.generate.design.Patterns.lowScanOn;
import static org.osteocohort.generate.design.Patterns.twoByTen;

import java.time.LocalDate;
import java.util.List;

/** Children with the diagnosis, with its treatment, or with no cause to be found. */
final class DiagnosisArchetypes {
    static final List<Archetype> ALL = List.of(
            new Archetype("osteoporosis_code_on_two_dates", 5, 6, design -> {
                LocalDate day = withCode(design);
                design.ill(Ailment.OSTEOPOROSIS, List.of(day, day.plusDays(90)), false);
            }),
            new Archetype("osteoporosis_code_30_days_apart", 1, 1, design -> {
                LocalDate day = withCode(design);
                design.ill(Ailment.OSTEOPOROSIS, List.of(day, day.plusDays(30)), false);
            }),
            new Archetype("osteoporosis_code_29_days_apart", 1, 1, design -> {
                LocalDate day = withCode(design);
                design.ill(Ailment.OSTEOPOROSIS, List.of(day, day.plusDays(29)), false);
            }),
            new Archetype("osteoporosis_code_once_in_hospital", 1, 3, design -> {
                LocalDate day = withCode(design);
                design.ill(Ailment.OSTEOPOROSIS, List.of(day), true);
            }),
            new Archetype("osteopenia_code_only", 8, 4, design -> {
                LocalDate day = withCode(design);
                design.ill(Ailment.OSTEOPENIA, List.of(day, day.plusDays(90)), false);
            }),
            new Archetype("fractures_and_code_without_scan", 3, 8, design -> {
                design.ages(9, 16);
                longBone(design, design.about(11), Energy.LOW);
                longBone(design, design.about(12.6), Energy.LOW);
                LocalDate day = design.lastFracture().plusDays(30);
                design.ill(Ailment.OSTEOPOROSIS, List.of(day, day.plusDays(60)), false);
            }),
            new Archetype("osteoporotic_fracture_codes", 2, 5, design -> {
                design.ages(4, 12);
                LocalDate day = design.about(6);
                design.breaks(day, Bone.FOREARM, Energy.LOW);
                design.ill(Ailment.OSTEOPOROSIS, List.of(day.plusDays(100), day.plusDays(200)), false);
                design.breaks(design.about(7.6), Bone.HUMERUS, Energy.UNKNOWN, Nature.OSTEOPOROTIC, RowPattern.USUAL);
                lowScanOn(design, design.lastFracture().plusDays(50));
            }),
            new Archetype("bisphosphonate_without_scan", 2, 5, design -> {
                design.ages(4, 12);
                twoByTen(design, 6);
                bisphosphonate(design, design.lastFracture().plusDays(60));
            }),
            new Archetype("bisphosphonate_before_fractures", 1, 2, design -> {
                design.ages(4, 12);
                design.takes(Drug.PAMIDRONATE, design.at(5.1), 80);
                twoByTen(design, 6);
            }),
            new Archetype("idiopathic_with_complete_labs", 5, 25, design -> {
                idiopathic(design);
                LocalDate scanned = design.lastScan();
                LocalDate sampled = scanned.minusDays(10);
                design.labs(sampled, design.draw().between(24, 45)).labs(sampled.minusDays(200), 31);
                design.takes(
                        Drug.ZOLEDRONIC_ACID,
                        scanned.plusDays(40),
                        design.draw().between(400, 750));
                design.takes(Drug.CALCIUM, scanned.plusDays(20), 360).takes(Drug.VITAMIN_D, scanned.plusDays(20), 360);
                design.cared(Care.NUTRITION, scanned.plusDays(25)).cared(Care.PHYSICAL_THERAPY, scanned.plusDays(30));
                design.cared(Care.EXERCISE, scanned.plusDays(44)).cared(Care.SKELETAL_SURVEY, scanned.minusDays(30));
            }),
            new Archetype("idiopathic_without_labs", 3, 10, DiagnosisArchetypes::idiopathic));

    private DiagnosisArchetypes() {}

    private static LocalDate withCode(Design design) {
        design.ages(8, 15);
        return design.about(10);
    }

    /** Two long bones and a vertebra before ten, a low Z-score at once, years of observation on either side. */
    private static void idiopathic(Design design) {
        design.ages(4, 12.5);
        twoByTen(design, 5.6);
        LocalDate last = design.lastFracture().plusDays(design.draw().between(210, 260));
        design.breaks(last, Bone.VERTEBRA_COMPRESSED, Energy.LOW);
        lowScanOn(design, last.plusDays(30));
    }
}
