package org.osteocohort.generate.design;

import java.time.LocalDate;

/**
 * One blood sample: calcium, phosphate, 25-hydroxyvitamin D, parathyroid hormone, alkaline phosphatase and creatinine,
 * all within range but for the vitamin.
 *
 * @param vitaminD 25-hydroxyvitamin D in ng/mL; deficient below 20
 */
public record DesignedLabs(LocalDate date, double vitaminD) {
    /** From here on vitamin D is sufficient, ng/mL. */
    public static final double SUFFICIENT_VITAMIN_D = 20;

    public boolean normal() {
        return vitaminD >= SUFFICIENT_VITAMIN_D;
    }
}
