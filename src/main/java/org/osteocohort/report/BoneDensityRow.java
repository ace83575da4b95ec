package org.osteocohort.report;

import java.time.LocalDate;
import org.osteocohort.table.Meaning;
import org.osteocohort.table.Source;

/** One row of the restricted table {@code bone_density}; see the meanings of its columns. */
public record BoneDensityRow(
        @Meaning("Identifier of the patient") String patientId,
        @Meaning("Day of the scan") LocalDate scanDate,
        @Meaning("Site of the skeleton") String site,

        @Meaning(value = "Areal bone mineral density", unit = "g/cm2")
        Double bmdGCm2,

        @Meaning(value = "Z-score for age and sex", unit = "SD")
        Double zRaw,

        @Meaning(value = "Z-score adjusted for height", unit = "SD", source = Source.DENSITY)
        Double zHeightAdjusted,

        @Meaning(value = "The Z-score that decides", unit = "SD")
        Double zUsed,

        @Meaning("Where z_used comes from") String zSource,

        @Meaning(value = "Height-for-age Z-score near the scan", unit = "SD")
        Double heightZ,

        @Meaning(value = "low, not_low or unknown", source = Source.DENSITY)
        String result) {}
