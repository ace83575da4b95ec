package org.osteocohort.generate.design;

import static org.osteocohort.generate.design.Patterns.longBone;
import static org.osteocohort.generate.design.Patterns.twoByTen;
import static org.osteocohort.generate.design.Patterns.unremarkable;

import java.time.LocalDate;
import java.util.List;

/** The same fractures, two long bones by ten, with every sort of scan. */
final class DensityArchetypes {
    static final List<Archetype> ALL = List.of(
            scanned("z_at_threshold", 1, (design, day) -> design.scan(day, DensityMeasure.SPINE_Z, -2.0)),
            scanned("z_just_above_threshold", 1, (design, day) -> design.scan(day, DensityMeasure.SPINE_Z, -1.9)),
            scanned(
                    "raw_z_low_adjusted_z_normal",
                    3,
                    (design, day) -> design.scan(day, DensityMeasure.SPINE_Z, -2.2)
                            .scan(day, DensityMeasure.SPINE_Z_ADJUSTED, -1.4)),
            scanned(
                    "raw_z_normal_adjusted_z_low",
                    2,
                    (design, day) -> design.scan(day, DensityMeasure.BODY_Z, -1.7)
                            .scan(day, DensityMeasure.BODY_Z_ADJUSTED, -2.3)),
            scanned("t_score_only", 2, (design, day) -> design.scan(day, DensityMeasure.SPINE_T, -3.1)),
            scanned("areal_density_only", 3, (design, day) -> design.scan(day, DensityMeasure.SPINE_AREAL, 0.41)),
            scanned("hip_z_only", 1, (design, day) -> design.scan(day, DensityMeasure.HIP_Z, -2.6)),
            new Archetype("scan_on_last_day_of_window", 0, 1, design -> {
                design.ages(4, 12.5);
                twoByTen(design, design.draw().between(5.2, 7.5));
                design.scan(design.lastFracture().plusDays(730), DensityMeasure.BODY_Z_ADJUSTED, -2.4);
            }),
            new Archetype("scan_one_day_past_window", 0, 1, design -> {
                design.ages(4, 12.5);
                twoByTen(design, design.draw().between(5.2, 7.5));
                design.scan(design.lastFracture().plusDays(731), DensityMeasure.BODY_Z_ADJUSTED, -2.4);
            }),
            new Archetype("scan_on_first_day_of_window", 0, 1, design -> {
                design.ages(4, 12.5);
                LocalDate first = design.about(6);
                longBone(design, first, unremarkable(design));
                longBone(design, design.about(7.6), unremarkable(design));
                design.scan(first.minusDays(365), DensityMeasure.SPINE_Z, -2.5);
            }),
            new Archetype("low_z_without_fracture", 20, 10, design -> {
                design.ages(5, 13);
                Patterns.lowScanOn(design, design.about(9));
            }),
            new Archetype("falling_z_in_cerebral_palsy", 2, 4, design -> {
                design.ages(4, 13);
                design.ill(Ailment.CEREBRAL_PALSY, design.about(4.2));
                design.ill(Ailment.WHEELCHAIR, design.about(5));
                LocalDate day = design.about(8);
                design.breaks(day, Bone.FEMUR, Energy.LOW);
                design.scan(day.plusDays(40), DensityMeasure.BODY_Z, -0.8);
                design.scan(day.plusDays(405), DensityMeasure.BODY_Z, -1.5);
            }));

    private DensityArchetypes() {}

    private interface Scanning {
        void scan(Design design, LocalDate day);
    }

    private static Archetype scanned(String name, double clinicWeight, Scanning scanning) {
        return new Archetype(name, 0.5, clinicWeight, design -> {
            design.ages(4, 12.5);
            twoByTen(design, design.draw().between(5.2, 8.0));
            scanning.scan(design, design.lastFracture().plusDays(design.draw().between(30, 300)));
        });
    }
}
