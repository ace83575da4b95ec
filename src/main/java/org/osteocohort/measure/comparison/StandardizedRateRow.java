package org.osteocohort.measure.comparison;

import java.time.LocalDate;
import org.osteocohort.table.Meaning;
import org.osteocohort.table.Source;
import org.osteocohort.table.Table;

/** One row of the report {@code standardized_rates}; see the meanings of its columns. */
public record StandardizedRateRow(
        @Meaning("prevalence (over all contributed days of the period) or incidence")
        String measure,

        @Meaning("The standard population, as its file names it")
        String standard,

        @Meaning("What the item is: phenotype, secondary_cause, seed_row (a cause of several "
                + "items), medication, medication_union or lifestyle")
        String kind,

        @Meaning("Name of the phenotype or of the item") String item,

        @Meaning("Classes of the phenotype counted together: confirmed, confirmed_or_probable or any; all for an item")
        String caseClass,

        @Meaning("Who is counted: observed or regular_care, as in prevalence and incidence")
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

        @Meaning("How many the estimates are told for: 1 child for a prevalence, 10,000 person-years for an incidence")
        Integer per,

        @Meaning(value = "As in the table of the measure: cases, or first events", unit = "children or events")
        Long numerator,

        @Meaning(value = "As in the table of the measure: children, or those at risk", unit = "children")
        Long denominator,

        @Meaning(value = "Days at risk; null for a prevalence", unit = "days")
        Long personDays,

        @Meaning(value = "Years at risk; null for a prevalence", unit = "years")
        Double personYears,

        @Meaning("The prevalence or rate of the children as they are")
        Double crudeEstimate,

        @Meaning(value = "The cases or events that have a place in the standard", unit = "children or events")
        Long placedNumerator,

        @Meaning(
                value = "The children that have a place in the standard; of an incidence, once for each age band that "
                        + "they pass through",
                unit = "children")
        Long placedDenominator,

        @Meaning(
                value = "Children of unknown sex or of an age that may be of two bands, who have no place in the "
                        + "standard; of an incidence, with at least one such day at risk",
                unit = "children")
        Long personsNotPlaced,

        @Meaning(
                "The prevalence or rate directly standardized by age band and sex; null when a stratum of the standard "
                        + "is empty")
        Double estimate,

        @Meaning("Lower end of the confidence interval") Double ciLow,

        @Meaning("Upper end of the confidence interval; may exceed 1 for a prevalence of few children")
        Double ciHigh,

        @Meaning("Level of the confidence interval, two-sided")
        Double ciLevel,

        @Meaning(value = "Method of the confidence interval", source = Source.STANDARDIZED_INTERVAL)
        String ciMethod,

        @Meaning("Strata of the standard without children or time, separated by semicolons; empty when there is none")
        String emptyStrata,

        @Meaning("released; suppressed when a number of the row or of a stratum behind it is hidden; not_estimable "
                + "when a stratum of the standard is empty")
        String valueStatus) {
    public static final Table<StandardizedRateRow> TABLE = Table.of(
            "standardized_rates",
            "measure, standard, phenotype or item, class, denominator and period",
            StandardizedRateRow.class);
}
