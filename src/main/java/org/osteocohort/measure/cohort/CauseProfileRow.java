package org.osteocohort.measure.cohort;

import org.osteocohort.table.Meaning;
import org.osteocohort.table.Source;
import org.osteocohort.table.Table;

/** One row of the report {@code cause_profile}; see the meanings of its columns. */
public record CauseProfileRow(
        @Meaning("Name of the phenotype that defines the cohort")
        String phenotype,

        @Meaning("Classes of the phenotype in the cohort: confirmed, confirmed_or_probable or any")
        String caseClass,

        @Meaning("What the item is: etiology and overlap (their levels exclude each other: why the child has "
                + "osteoporosis, and whether secondary causes, medications, both or neither are in effect), any (all "
                + "items of the kind that it names, a child counted once), secondary_cause, seed_row (a cause of "
                + "several items), medication, medication_union or lifestyle; a child may have several of these")
        String kind,

        @Meaning("Name of the cause") String item,
        @Meaning("Stratum: female, male, unknown, or all") String sex,

        @Meaning(
                value = "Stratum: coarse group of ages, which holds the age band of the row if that is not all; "
                        + "or all",
                unit = "years")
        String ageGroup,

        @Meaning(
                value = "Stratum: completed years on the index date, uncertain when the birth date is "
                        + "too imprecise, outside when not of the population's age, or all",
                unit = "years")
        String ageBand,

        @Meaning(
                value = "Children of the cohort with the cause in effect at the index date or found by the end of the "
                        + "work-up (causeDaysAfterIndex of the etiology rules)",
                unit = "children")
        Long numerator,

        @Meaning(
                value = "Children of the cohort: cases by the last day that they contribute to the study",
                unit = "children")
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
    public static final Table<CauseProfileRow> TABLE =
            Table.of("cause_profile", "cohort, class, cause and stratum", CauseProfileRow.class);
}
