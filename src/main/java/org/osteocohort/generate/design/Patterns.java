package org.osteocohort.generate.design;

import java.time.LocalDate;
import java.util.List;

/** Fracture histories, scans and care that several archetypes share. */
final class Patterns {
    static final List<Bone> LONG_BONES = List.of(Bone.HUMERUS, Bone.FOREARM, Bone.FEMUR, Bone.LOWER_LEG);
    /** Energies that neither make a fracture low-trauma nor take it out. */
    private static final List<Energy> UNREMARKABLE = List.of(Energy.UNKNOWN, Energy.UNKNOWN, Energy.MODERATE);

    private Patterns() {}

    static Energy unremarkable(Design design) {
        return design.draw().pick(UNREMARKABLE);
    }

    static void longBone(Design design, LocalDate day, Energy energy) {
        design.breaks(day, design.draw().pick(LONG_BONES), energy);
    }

    /** Two long bones before the tenth birthday, the first within forty days of this age (at most 8). */
    static void twoByTen(Design design, double age) {
        longBone(design, design.about(age), unremarkable(design));
        longBone(design, design.about(age + 1.6), unremarkable(design));
    }

    /** Three long bones between the tenth and the nineteenth birthday, the first near this age (10.2 to 15). */
    static void threeByNineteen(Design design, double age) {
        longBone(design, design.about(age), unremarkable(design));
        longBone(design, design.about(age + 1.3), unremarkable(design));
        longBone(design, design.about(age + 2.6), unremarkable(design));
    }

    /** A vertebra that gave way without an accident. */
    static void vertebra(Design design, double age, Energy energy) {
        Draw draw = design.draw();
        design.breaks(new DesignedFracture(
                design.about(age),
                List.of(new BrokenBone(Bone.VERTEBRA_COMPRESSED, BodySide.UNSPECIFIED, 0)),
                energy,
                draw.chance(0.3) ? Nature.PATHOLOGIC : Nature.TRAUMATIC,
                RowPattern.USUAL));
    }

    /** A low Z-score, adjusted or raw, one to ten months after the last fracture. */
    static void lowScan(Design design) {
        LocalDate day = design.lastFracture().plusDays(design.draw().between(30, 300));
        lowScanOn(design, day);
    }

    static void lowScanOn(Design design, LocalDate day) {
        Draw draw = design.draw();
        double z = -2 - draw.between(0, 180) / 100.0;
        switch (draw.between(0, 3)) {
            case 0 -> design.scan(day, DensityMeasure.SPINE_Z_ADJUSTED, z).scan(day, DensityMeasure.SPINE_Z, z - 0.3);
            case 1 -> design.scan(day, DensityMeasure.BODY_Z_ADJUSTED, z).scan(day, DensityMeasure.SPINE_Z, -1.1);
            case 2 -> design.scan(day, DensityMeasure.BODY_Z, z);
            default -> design.scan(day, DensityMeasure.SPINE_Z, z);
        }
        design.scan(day, DensityMeasure.SPINE_AREAL, 0.5 + draw.unit() * 0.2);
        if (draw.chance(0.4)) {
            design.scan(day, DensityMeasure.SPINE_T, z - 1.2);
        }
    }

    static void normalScan(Design design) {
        LocalDate day = design.lastFracture().plusDays(design.draw().between(30, 300));
        double z = design.draw().between(-1.8, 1.2);
        design.scan(day, DensityMeasure.SPINE_Z, z).scan(day, DensityMeasure.BODY_Z, z + 0.2);
    }

    /** What a bone clinic does once the last scan is in; every part of it for some children only. */
    static void clinicCare(Design design) {
        Draw draw = design.draw();
        LocalDate decided = design.lastScan().plusDays(draw.between(7, 60));
        if (draw.chance(0.55)) {
            LocalDate coded = design.lastScan();
            design.ill(
                    Ailment.OSTEOPOROSIS, List.of(coded, coded.plusDays(45), coded.plusDays(190)), draw.chance(0.15));
        }
        if (draw.chance(0.65)) {
            bisphosphonate(design, decided);
        }
        supplements(design, decided);
        evaluations(design, decided);
    }

    static void bisphosphonate(Design design, LocalDate start) {
        Draw draw = design.draw();
        switch (draw.weighted(new double[] {45, 30, 25})) {
            case 0 -> design.takes(Drug.ZOLEDRONIC_ACID, start, draw.between(100, 800));
            case 1 -> design.takes(Drug.PAMIDRONATE, start, draw.between(80, 500));
            default -> design.takes(Drug.ALENDRONATE, start, draw.between(84, 600));
        }
    }

    private static void supplements(Design design, LocalDate decided) {
        Draw draw = design.draw();
        if (draw.chance(0.2)) {
            design.takes(Drug.CALCIUM_WITH_VITAMIN_D, decided, draw.between(60, 500));
            return;
        }
        if (draw.chance(0.4)) {
            design.takes(Drug.CALCIUM, decided, draw.between(60, 500));
        }
        if (draw.chance(0.65)) {
            design.takes(Drug.VITAMIN_D, decided, draw.between(60, 700));
        }
    }

    private static void evaluations(Design design, LocalDate decided) {
        Draw draw = design.draw();
        if (draw.chance(0.6)) {
            design.cared(Care.NUTRITION, decided.plusDays(draw.between(0, 90)));
        }
        if (draw.chance(0.5)) {
            LocalDate evaluated = decided.plusDays(draw.between(0, 90));
            design.cared(Care.PHYSICAL_THERAPY, evaluated);
            if (draw.chance(0.6)) {
                design.cared(Care.EXERCISE, evaluated.plusDays(7)).cared(Care.EXERCISE, evaluated.plusDays(14));
            }
        }
        if (draw.chance(0.7)) {
            design.labs(decided, draw.between(24, 45));
        }
        if (draw.chance(0.6)) {
            design.cared(Care.SKELETAL_SURVEY, decided.minusDays(5)).cared(Care.SPINE_FILM, decided.minusDays(5));
        }
    }
}
