package org.osteocohort.generate.pcornet;

import org.osteocohort.generate.chart.DrugFact;
import org.osteocohort.generate.chart.TermVocabulary;
import org.osteocohort.generate.design.Drug;

/** The rows of drugs: claims of pharmacies, doses given on a ward, and prescriptions. */
final class DrugRows {
    /** The tables of drugs. */
    enum DrugTable {
        PRESCRIBING,
        DISPENSING,
        ADMINISTRATION
    }

    private DrugRows() {}

    static DrugTable table(DrugFact drug) {
        if (drug.encounter() != null) {
            return DrugTable.ADMINISTRATION;
        }
        return isPackage(drug) ? DrugTable.DISPENSING : DrugTable.PRESCRIBING;
    }

    private static boolean isPackage(DrugFact drug) {
        return drug.term().vocabulary() == TermVocabulary.NDC;
    }

    static DrugRow.Prescribing prescribing(String row, String person, DrugFact drug) {
        return new DrugRow.Prescribing(
                row,
                person,
                null,
                drug.date(),
                drug.date(),
                drug.daysSupply() == null ? drug.date() : drug.date().plusDays(drug.daysSupply() - 1L),
                drug.term().code(),
                drug.quantity(),
                drug.daysSupply(),
                route(drug.way()),
                drug.way().name(),
                drug.term().name());
    }

    static DrugRow.Dispensing dispensing(String row, String person, DrugFact drug) {
        return new DrugRow.Dispensing(
                row,
                person,
                drug.date(),
                drug.term().code(),
                drug.daysSupply() == null ? null : drug.daysSupply().doubleValue(),
                drug.quantity(),
                route(drug.way()),
                drug.way().name(),
                drug.term().name());
    }

    static DrugRow.Administration administration(String row, String person, String encounter, DrugFact drug) {
        return new DrugRow.Administration(
                row,
                person,
                encounter,
                drug.date(),
                drug.date(),
                isPackage(drug) ? "ND" : "RX",
                drug.term().code(),
                drug.quantity(),
                drug.term().name().contains("/ML") ? "mL" : "{vial}",
                route(drug.way()),
                drug.way().name(),
                drug.term().name());
    }

    private static String route(Drug.Way way) {
        return switch (way) {
            case ORAL -> "26643006";
            case INFUSION -> "47625008";
            case TOPICAL -> "6064005";
            case SUBCUTANEOUS, INHALED, EYE -> "OT";
        };
    }
}
