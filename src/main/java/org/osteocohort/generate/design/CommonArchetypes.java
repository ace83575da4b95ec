package org.osteocohort.generate.design;

import java.time.LocalDate;
import java.util.List;
import org.osteocohort.ehr.Sex;

/** What most children are: healthy or with one of the commoner diseases, and now and then with a broken bone. */
final class CommonArchetypes {
    /** Accidental fractures per 1,000 child-years at each age in years; order of magnitude of Cooper 2004, Moon 2016. */
    private static final int[] BOYS = {
        4, 9, 11, 10, 11, 12, 13, 14, 15, 16, 18, 21, 24, 28, 31, 26, 21, 17, 14, 10, 10, 10, 10, 10, 10, 10
    };

    private static final int[] GIRLS = {
        3, 8, 10, 10, 11, 11, 12, 12, 13, 16, 19, 21, 16, 12, 9, 7, 6, 5, 5, 4, 4, 4, 4, 4, 4, 4
    };

    private static final List<Bone> BONES = List.of(
            Bone.FOREARM,
            Bone.HUMERUS,
            Bone.LOWER_LEG,
            Bone.FEMUR,
            Bone.CLAVICLE,
            Bone.HAND,
            Bone.FOOT,
            Bone.ANKLE,
            Bone.FINGER,
            Bone.TOE,
            Bone.SKULL);
    private static final double[] BONE_WEIGHTS = {40, 9, 9, 2, 9, 7, 5, 5, 9, 3, 2};
    private static final List<Energy> ENERGIES = List.of(Energy.UNKNOWN, Energy.LOW, Energy.MODERATE, Energy.HIGH);
    private static final double[] ENERGY_WEIGHTS = {62, 8, 22, 8};
    /** Far enough apart that the rows of one fracture never reach the next. */
    private static final int DAYS_BETWEEN_FRACTURES = 200;

    private static final double DAYS_PER_YEAR = 365.25;

    static final List<Archetype> ALL = List.of(
            new Archetype("healthy", 890_000, 4_400, design -> {
                somewhere(design);
                accidents(design, design.observedFrom());
            }),
            sickly("asthma_and_eczema", 60_000, 250, Ailment.ASTHMA, (design, onset) -> {
                design.ill(Ailment.ECZEMA, onset.plusDays(30));
                design.takes(Drug.BUDESONIDE_INHALED, onset.plusDays(20), 360);
                design.takes(Drug.TRIAMCINOLONE_CREAM, onset.plusDays(40), 30);
                design.takes(Drug.PREDNISOLONE, onset.plusDays(100), 5);
            }),
            sickly("cerebral_palsy", 2_500, 110, Ailment.CEREBRAL_PALSY, (design, onset) -> {}),
            sickly(
                    "epilepsy_on_levetiracetam",
                    4_000,
                    110,
                    Ailment.EPILEPSY,
                    (design, onset) -> design.takesOn(Drug.LEVETIRACETAM, onset.plusDays(10))),
            sickly(
                    "diabetes",
                    2_200,
                    100,
                    Ailment.TYPE1_DIABETES,
                    (design, onset) -> design.takesOn(Drug.INSULIN, onset)),
            sickly(
                    "arthritis",
                    800,
                    80,
                    Ailment.JUVENILE_ARTHRITIS,
                    (design, onset) -> design.takesOn(Drug.METHOTREXATE, onset.plusDays(20))),
            sickly(
                    "crohn",
                    500,
                    80,
                    Ailment.CROHN,
                    (design, onset) -> design.takesOn(Drug.AZATHIOPRINE, onset.plusDays(30))),
            sickly("coeliac_disease", 5_000, 80, Ailment.COELIAC, (design, onset) -> {}),
            sickly(
                    "nephrotic",
                    160,
                    40,
                    Ailment.NEPHROTIC_SYNDROME,
                    (design, onset) -> design.takesOn(Drug.PREDNISOLONE, onset.plusDays(5))),
            new Archetype("born_early", 25_000, 120, design -> {
                design.ages(0, 4);
                design.ill(
                        Ailment.PREMATURITY,
                        List.of(design.birth(), design.birth().plusDays(45)),
                        true);
            }),
            new Archetype("vitamin_d_deficient", 8_000, 80, design -> {
                design.ages(2, 8);
                LocalDate found = design.about(4);
                design.ill(Ailment.VITAMIN_D_DEFICIENCY, List.of(found, found.plusDays(90)), false);
                design.labs(found.minusDays(3), design.draw().between(9.0, 18.0));
                design.takes(Drug.VITAMIN_D, found.plusDays(5), 180);
            }),
            new Archetype("losing_weight", 1_500, 50, design -> {
                design.ages(11, 17);
                LocalDate found = design.about(13);
                design.ill(Ailment.WEIGHT_LOSS, List.of(found, found.plusDays(60)), false);
                design.cared(Care.NUTRITION, found.plusDays(14));
            }),
            new Archetype("died_young", 80, 8, design -> {
                design.ages(0, 6);
                design.died(design.about(design.draw().between(0.5, 5.0)));
            }));

    private CommonArchetypes() {}

    private interface Illness {
        void befalls(Design design, LocalDate onset);
    }

    /** A chronic disease from some day on, treated to the end; accidents only once it is long in effect. */
    private static Archetype sickly(
            String name, double perMillion, double clinicWeight, Ailment ailment, Illness illness) {
        return new Archetype(name, perMillion, clinicWeight, design -> {
            double onset = design.draw().between(1.5, 9.0);
            design.ages(onset - 0.5, onset + 5);
            LocalDate day = design.about(onset);
            design.ill(ailment, day);
            illness.befalls(design, day);
            LocalDate inEffect = day.plusDays(420);
            accidents(design, inEffect);
        });
    }

    /** Any child: born so that some of the first eighteen years fall into the window, observed for some or all of it. */
    private static void somewhere(Design design) {
        Draw draw = design.draw();
        StudyWindow window = design.window();
        design.born(draw.between(window.start().minusYears(17), window.end().minusYears(1)));
        LocalDate from = design.observedFrom();
        LocalDate to = design.observedTo();
        long days = to.toEpochDay() - from.toEpochDay();
        if (days > 800) {
            LocalDate joins = draw.chance(0.35) ? from.plusDays((long) (days * draw.unit() * 0.5)) : from;
            LocalDate leaves = draw.chance(0.45) ? to.minusDays((long) (days * draw.unit() * 0.45)) : to;
            design.observed(joins, leaves);
        }
    }

    private static void accidents(Design design, LocalDate first) {
        Draw draw = design.draw().fork("accidents");
        int[] rates = design.sex() == Sex.MALE ? BOYS : GIRLS;
        LocalDate free = first;
        int lastAge = Birthdays.age(design.birth(), design.observedTo());
        for (int age = 0; age <= lastAge; age++) {
            LocalDate day = design.birthday(age).plusDays(draw.between(0, 364));
            boolean breaks = draw.chance(rates[age] / 1000.0);
            if (breaks && !day.isBefore(free) && !day.isBefore(design.birth().plusDays((long) (DAYS_PER_YEAR / 2)))) {
                accident(design, draw, day);
                free = day.plusDays(DAYS_BETWEEN_FRACTURES);
            }
        }
    }

    private static void accident(Design design, Draw draw, LocalDate day) {
        Bone bone = BONES.get(draw.weighted(BONE_WEIGHTS));
        Energy energy = ENERGIES.get(draw.weighted(ENERGY_WEIGHTS));
        boolean toldApartSinceIcd10 = bone == Bone.FINGER || bone == Bone.TOE;
        if (toldApartSinceIcd10 && day.isBefore(StudyWindow.ICD10_SWITCH)) {
            bone = Bone.FOREARM;
        }
        design.breaks(day, bone, energy);
    }
}
