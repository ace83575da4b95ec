package org.osteocohort.report;

import java.time.LocalDate;
import org.osteocohort.table.Meaning;

/** One row of the restricted table {@code exposures}; see the meanings of its columns. */
public record ExposureRow(
        @Meaning("Identifier of the patient") String patientId,
        @Meaning("Item of the study") String item,
        @Meaning("Ingredient: code and name") String ingredient,
        @Meaning("First day") LocalDate startDate,
        @Meaning("Last day, inclusive") LocalDate endDate,

        @Meaning(value = "Days of supply, each day once, without bridged gaps", unit = "days")
        Integer days,

        @Meaning("What told the end of the last record") String endSource,

        @Meaning(value = "Mean dose over supplied days; null when any dose is unknown", unit = "mg/day")
        Double dailyMg,

        @Meaning(value = "Cumulative dose; null when any dose is unknown", unit = "mg")
        Double cumulativeMg,

        @Meaning(
                value = "Cumulative dose as prednisone; null when unknown or the ingredient is no glucocorticoid",
                unit = "mg")
        Double prednisoneEquivalentMg,

        @Meaning(
                value = "Daily dose by body weight, as prednisone for glucocorticoids; null when unknown",
                unit = "mg/kg/day")
        Double mgKgDay,

        @Meaning("Whether the rule for chronic use, over all ingredients of the item, holds on some day of the era")
        Boolean chronic) {}
