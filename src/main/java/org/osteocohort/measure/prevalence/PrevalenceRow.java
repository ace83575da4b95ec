package org.osteocohort.measure.prevalence;

import java.time.LocalDate;
import org.osteocohort.table.Meaning;
import org.osteocohort.table.Source;
import org.osteocohort.table.Table;

/** One row of the report {@code prevalence}; see the meanings of its columns. */
public record PrevalenceRow(
        @Meaning("What the item is: phenotype, secondary_cause, seed_row (a cause of several "
                + "items), medication, medication_union or lifestyle")
        String kind,

        @Meaning("Name of the phenotype or of the item") String item,

        @Meaning("Classes of the phenotype counted together: confirmed, confirmed_or_probable or any; all for an item")
        String caseClass,

        @Meaning(
                "period (all contributed days of the period) or point (one day of it; not for day_one and whole_period)")
        String prevalenceType,

        @Meaning("Whom the share is of: observed (any day of the period), day_one (its first day), whole_period "
                + "(every day), regular_care (observed, with regular outpatient visits) or dxa_tested (observed, "
                + "with a bone density Z-score by then), always while of the population's age; of a point, those who are "
                + "so that day")
        String denominatorName,

        @Meaning("study, year or month") String periodKind,

        @Meaning("The period: study, a calendar year such as 2020, or a month such as 2020-07")
        String period,

        @Meaning("First day of the period") LocalDate periodStart,
        @Meaning("Last day of the period") LocalDate periodEnd,

        @Meaning(
                "Whether the calendar year or month lies wholly in the study, and the period was over when the extracts "
                        + "were made")
        Boolean periodComplete,

        @Meaning("Whether the dates of an extract were shifted, so that a calendar year or month holds other days too; "
                + "false for the study itself")
        Boolean periodBlurred,

        @Meaning("The day of a point prevalence; null otherwise")
        LocalDate pointDate,

        @Meaning("Stratum: female, male, unknown, or all") String sex,

        @Meaning(
                value = "Stratum: coarse group of ages, which holds the age band of the row if that is not all; "
                        + "or all",
                unit = "years")
        String ageGroup,

        @Meaning(
                value = "Stratum: completed years (or months, with an m) on the first contributed day of the period, "
                        + "or on the day of the point, uncertain "
                        + "when the birth date is too imprecise, or all",
                unit = "years")
        String ageBand,

        @Meaning("Stratum: race as recorded, unknown, or all")
        String race,

        @Meaning("Stratum: ethnicity as recorded, unknown, or all")
        String ethnicity,

        @Meaning("Stratum: site, or all") String site,

        @Meaning(
                value = "Children in the denominator who are in one of the classes, as was known then, on their last "
                        + "contributed day of the period, or have the item in effect on a contributed day",
                unit = "children")
        Long numerator,

        @Meaning(value = "Children in the denominator", unit = "children")
        Long denominator,

        @Meaning("numerator / denominator") Double estimate,
        @Meaning("Lower end of the confidence interval") Double ciLow,
        @Meaning("Upper end of the confidence interval") Double ciHigh,

        @Meaning("Level of the confidence interval, two-sided")
        Double ciLevel,

        @Meaning(value = "Method of the confidence interval", source = Source.SHARE_INTERVAL)
        String ciMethod,

        @Meaning("released; suppressed when a number of the row is hidden; not_estimable when the denominator is zero")
        String valueStatus) {
    public static final Table<PrevalenceRow> TABLE =
            Table.of("prevalence", "phenotype or item, class, denominator, period and stratum", PrevalenceRow.class);
}
