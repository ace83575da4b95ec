package org.osteocohort.generate.design;

import static org.osteocohort.generate.design.Patterns.clinicCare;
import static org.osteocohort.generate.design.Patterns.longBone;
import static org.osteocohort.generate.design.Patterns.lowScan;
import static org.osteocohort.generate.design.Patterns.lowScanOn;
import static org.osteocohort.generate.design.Patterns.threeByNineteen;
import static org.osteocohort.generate.design.Patterns.twoByTen;
import static org.osteocohort.generate.design.Patterns.vertebra;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.osteocohort.ehr.Sex;

/** Osteoporosis with a cause, each ill since long before the first fracture, fractured, and with a low Z-score. */
final class CauseArchetypes {
    static final List<Archetype> ALL = List.of(
            young("osteogenesis_imperfecta", 40, 60, Ailment.OSTEOGENESIS_IMPERFECTA, design -> {
                longBone(design, design.about(3.2), Energy.LOW);
                twoByTen(design, 5.2);
            }),
            new Archetype("osteogenesis_imperfecta_one_fracture", 10, 10, design -> {
                design.ages(0.5, 8);
                design.ill(Ailment.OSTEOGENESIS_IMPERFECTA, design.at(0.6));
                design.breaks(design.about(4), Bone.FOREARM, Energy.UNKNOWN);
            }),
            young("cerebral_palsy_on_anticonvulsants", 30, 60, Ailment.CEREBRAL_PALSY, design -> {
                design.ill(Ailment.EPILEPSY, design.about(2)).ill(Ailment.WHEELCHAIR, design.about(2.5));
                design.takesOn(design.draw().chance(0.5) ? Drug.PHENYTOIN : Drug.DIVALPROEX, design.about(2.1));
                longBone(design, design.about(4.4), Energy.LOW);
                design.breaks(design.about(6.2), Bone.FEMUR, Energy.LOW);
            }),
            young("leukemia_on_steroids", 15, 35, Ailment.LEUKEMIA, design -> {
                design.takes(Drug.PREDNISONE, design.at(1.2), 1500);
                design.takes(Drug.MERCAPTOPURINE, design.at(1.3), 1700);
                vertebra(design, 3.2, Energy.UNKNOWN);
            }),
            new Archetype("leukemia_and_death", 1, 2, design -> {
                design.ages(2, 9.5);
                design.died(design.about(7));
                design.ill(Ailment.LEUKEMIA, design.about(2.2));
                design.takes(Drug.DEXAMETHASONE, design.about(2.4), 900);
                vertebra(design, 4, Energy.UNKNOWN);
                lowScan(design);
            }),
            young("duchenne_on_deflazacort", 20, 40, Ailment.DUCHENNE, design -> {
                design.sex(Sex.MALE);
                design.takesOn(Drug.DEFLAZACORT, design.about(2));
                vertebra(design, 5, Energy.LOW);
                longBone(design, design.about(6.2), Energy.LOW);
            }),
            older("crohn_on_steroids_and_infliximab", 15, 40, Ailment.CROHN, design -> {
                design.takesOn(Drug.PREDNISONE, design.about(9.2));
                design.takesOn(Drug.INFLIXIMAB, design.about(9.4));
                threeByNineteen(design, 11.2);
            }),
            older("juvenile_arthritis_on_methotrexate", 10, 15, Ailment.JUVENILE_ARTHRITIS, design -> {
                design.takesOn(Drug.METHOTREXATE, design.about(9.2));
                threeByNineteen(design, 11.2);
            }),
            older("type1_diabetes", 8, 10, Ailment.TYPE1_DIABETES, design -> {
                design.takesOn(Drug.INSULIN, design.about(9));
                threeByNineteen(design, 11.2);
            }),
            young("nephrotic_on_prednisolone", 10, 25, Ailment.NEPHROTIC_SYNDROME, design -> {
                design.takesOn(Drug.PREDNISOLONE, design.about(1.3));
                vertebra(design, 4, Energy.UNKNOWN);
            }),
            new Archetype("prematurity", 8, 12, design -> {
                design.ages(0, 5);
                design.ill(
                        Ailment.PREMATURITY,
                        List.of(design.birth(), design.birth().plusDays(50)),
                        true);
                longBone(design, design.at(0.6), Energy.LOW);
                longBone(design, design.at(1.4), Energy.LOW);
                design.scan(design.at(1.7), DensityMeasure.SPINE_Z, -2.4);
                design.takes(Drug.VITAMIN_D, design.at(1.8), 300);
            }),
            young("biliary_atresia", 3, 8, Ailment.BILIARY_ATRESIA, design -> twoByTen(design, 3)),
            young("homocystinuria", 1, 5, Ailment.HOMOCYSTINURIA, design -> twoByTen(design, 4)),
            young("gaucher", 1, 5, Ailment.GAUCHER, design -> twoByTen(design, 4)),
            young("mucopolysaccharidosis", 1, 4, Ailment.MUCOPOLYSACCHARIDOSIS, design -> twoByTen(design, 4)),
            older("hyperparathyroidism", 1, 5, Ailment.HYPERPARATHYROIDISM, design -> threeByNineteen(design, 11.2)),
            older("cushing", 1, 5, Ailment.CUSHING, design -> vertebra(design, 11.5, Energy.LOW)),
            older("anorexia_nervosa", 8, 12, Ailment.ANOREXIA, design -> {
                design.sex(Sex.FEMALE);
                design.ill(Ailment.WEIGHT_LOSS, design.about(9));
                threeByNineteen(design, 11.2);
            }),
            young("coeliac", 4, 8, Ailment.COELIAC, design -> twoByTen(design, 4)),
            young("vitamin_d_deficiency", 6, 12, Ailment.VITAMIN_D_DEFICIENCY, design -> {
                design.labs(design.about(1.1), design.draw().between(9.0, 17.0));
                twoByTen(design, 4);
            }),
            older("energy_imbalance", 3, 6, Ailment.WEIGHT_LOSS, design -> {
                design.ill(Ailment.VITAMIN_D_DEFICIENCY, design.about(8.9));
                threeByNineteen(design, 11.2);
            }),
            young("spina_bifida_immobile", 6, 10, Ailment.SPINA_BIFIDA, design -> {
                design.ill(Ailment.WHEELCHAIR, design.about(2.5));
                twoByTen(design, 4);
            }),
            older("epilepsy_on_phenytoin", 8, 10, Ailment.EPILEPSY, design -> {
                design.takesOn(Drug.PHENYTOIN, design.about(9));
                threeByNineteen(design, 11.2);
            }),
            new Archetype("crohn_found_late", 1, 5, design -> {
                design.ages(4, 13);
                twoByTen(design, 5.5);
                lowScanOn(design, design.lastFracture().plusDays(45));
                LocalDate found = design.lastScan().plusDays(design.draw().between(180, 240));
                design.ill(Ailment.CROHN, List.of(found, found.plusDays(60), found.plusDays(300)), false);
            }),
            new Archetype("low_trauma_in_crohn_without_scan", 15, 15, design -> {
                design.ages(8, 15);
                design.ill(Ailment.CROHN, design.about(8.3));
                design.takesOn(Drug.AZATHIOPRINE, design.about(8.5));
                longBone(design, design.about(11), Energy.LOW);
            }));

    private CauseArchetypes() {}

    /** Ill in the second year of life, fractured before ten. */
    private static Archetype young(
            String name, double perMillion, double clinicWeight, Ailment ailment, Consumer<Design> fractures) {
        return sick(name, perMillion, clinicWeight, ailment, 0.9, 9.5, fractures);
    }

    /** Ill before nine, fractured from eleven on. */
    private static Archetype older(
            String name, double perMillion, double clinicWeight, Ailment ailment, Consumer<Design> fractures) {
        return sick(name, perMillion, clinicWeight, ailment, 8.6, 17, fractures);
    }

    private static Archetype sick(
            String name,
            double perMillion,
            double clinicWeight,
            Ailment ailment,
            double onset,
            double lastAge,
            Consumer<Design> fractures) {
        return new Archetype(name, perMillion, clinicWeight, design -> {
            design.ages(onset, lastAge);
            design.ill(ailment, design.about(onset));
            fractures.accept(design);
            lowScan(design);
            clinicCare(design);
        });
    }
}
