package org.osteocohort.ehr;

import java.util.Objects;

/**
 * How much of a drug one record stands for. Every amount may be null: missing is never zero.
 *
 * @param daysSupply days the record lasts, as recorded
 * @param quantity dose units (tablets, millilitres, vials) in the record
 * @param strengthMilligrams milligrams of the ingredient in one dose unit
 */
public record DrugSupply(
        DrugRecordKind kind, DrugRoute route, Integer daysSupply, Double quantity, Double strengthMilligrams) {
    public DrugSupply {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(route, "route");
    }

    /** A record of which nothing is known but that it exists. */
    public static DrugSupply unknown() {
        return new DrugSupply(DrugRecordKind.UNKNOWN, DrugRoute.UNKNOWN, null, null, null);
    }

    /** The same without the days that it is said to last. */
    public DrugSupply withoutDays() {
        return new DrugSupply(kind, route, null, quantity, strengthMilligrams);
    }
}
