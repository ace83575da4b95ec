package org.osteocohort.tag;

import java.io.Serializable;

/**
 * A laboratory value that stands for an item when it is below a limit.
 *
 * @param below the limit, exclusive
 * @param unit the unit of the limit, also taken for results without a unit
 * @param otherUnit another unit in use
 * @param otherPerUnit how many of the other unit make one of the limit's unit
 */
public record LabThreshold(double below, String unit, String otherUnit, double otherPerUnit) implements Serializable {
    /** The value in the limit's unit; null when there is none or its unit is not known here. */
    public Double converted(Double value, String recordedUnit) {
        if (value == null || recordedUnit == null || recordedUnit.equalsIgnoreCase(unit)) {
            return value;
        }
        return recordedUnit.equalsIgnoreCase(otherUnit) ? value / otherPerUnit : null;
    }
}
