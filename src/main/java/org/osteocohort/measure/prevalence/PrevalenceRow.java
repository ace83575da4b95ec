package org.osteocohort.measure.prevalence;

import java.time.LocalDate;
import org.osteocohort.table.Meaning;
import org.osteocohort.table.Table;

/** One row of the report {@code prevalence}; see the meanings of its columns. */
public record PrevalenceRow(
        @Meaning("What the item is: phenotype, secondary_cause, seed_row (a cause of several "
                + "items), medication, medication_union or lifestyle")
        String kind,

        @Meaning("Name of the phenotype or of the item") String item,

        @Meaning("Classes of the phenotype counted together: confirmed, confirmed_or_probable or any; all for an item")
        String caseClass,

        @Meaning("Whom the share is of: observed (any day of the period), day_one (its first "
                + "day) or whole_period (every day), always while of the population's age")
        String denominatorName,

        @Meaning("The period: study, or a calendar year") String period,
        @Meaning("First day of the period") LocalDate periodStart,
        @Meaning("Last day of the period") LocalDate periodEnd,

        @Meaning("Whether a calendar year lies wholly in the study; true for the study itself")
        Boolean periodComplete,

        @Meaning("Stratum: female, male, unknown, or all") String sex,

        @Meaning(
                value = "Stratum: completed years on the first contributed day of the period, uncertain "
                        + "when the birth date is too imprecise, or all",
                unit = "years")
        String ageBand,

        @Meaning("Stratum: race as recorded, unknown, or all")
        String race,

        @Meaning("Stratum: ethnicity as recorded, unknown, or all")
        String ethnicity,

        @Meaning("Stratum: site, or all") String site,

        @Meaning(
                value = "Children in the denominator who are a case by their last contributed day of "
                        + "the period, or have the item in effect on a contributed day",
                unit = "children")
        Long numerator,

        @Meaning(value = "Children in the denominator", unit = "children")
        Long denominator,

        @Meaning("numerator / denominator") Double estimate,
        @Meaning("Lower end of the confidence interval") Double ciLow,
        @Meaning("Upper end of the confidence interval") Double ciHigh,

        @Meaning("Level of the confidence interval, two-sided")
        Double ciLevel,

        @Meaning("Method of the confidence interval") String ciMethod,

        @Meaning("released; suppressed when a number of the row is hidden; not_estimable when the denominator is zero")
        String valueStatus) {
    public static final Table<PrevalenceRow> TABLE =
            Table.of("prevalence", "phenotype or item, class, denominator, period and stratum", PrevalenceRow.class);
}
