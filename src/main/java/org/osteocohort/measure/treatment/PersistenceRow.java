package org.osteocohort.measure.treatment;

import org.osteocohort.table.Meaning;
import org.osteocohort.table.Source;
import org.osteocohort.table.Table;

/** One row of the report {@code persistence}; see the meanings of its columns. */
public record PersistenceRow(
        @Meaning("Name of the phenotype that defines the cohort")
        String phenotype,

        @Meaning("Classes of the phenotype in the cohort: confirmed, confirmed_or_probable or any")
        String caseClass,

        @Meaning("Drug") String treatment,
        @Meaning("Stratum: female, male, unknown, or all") String sex,

        @Meaning(value = "Stratum: coarse group of ages on the index date, or all", unit = "years")
        String ageGroup,

        @Meaning(value = "Day since the first use; the day of first use is 0", unit = "days")
        Integer day,

        @Meaning(
                value = "Children with a first use within two years of the index date, as in time_to_treatment",
                unit = "children")
        Long initiators,

        @Meaning(value = "Initiators observed on the day, alive and of the population's age", unit = "children")
        Long observed,

        @Meaning(value = "Observed initiators with the drug on the day, by supply or effect window", unit = "children")
        Long covered,

        @Meaning("covered / observed") Double estimate,
        @Meaning("Lower end of the confidence interval") Double ciLow,
        @Meaning("Upper end of the confidence interval") Double ciHigh,

        @Meaning("Level of the confidence intervals, two-sided")
        Double ciLevel,

        @Meaning(value = "Method of the confidence interval of estimate", source = Source.SHARE_INTERVAL)
        String ciMethod,

        @Meaning(
                value =
                        "Initiators who were first seen without the drug by the day: their first unbroken use had ended",
                unit = "children")
        Long discontinued,

        @Meaning("Share who had stopped by the day had nobody left: 1 - Kaplan-Meier of the first unbroken use")
        Double discontinuation,

        @Meaning("Lower end of the confidence interval of discontinuation; null before the first event")
        Double discontinuationLow,

        @Meaning("Upper end of the confidence interval of discontinuation; null before the first event")
        Double discontinuationHigh,

        @Meaning(value = "Method of discontinuation and its interval", source = Source.KAPLAN_MEIER)
        String discontinuationMethod,

        @Meaning("released; suppressed when a number of the row is hidden; not_estimable when nobody was observed")
        String valueStatus) {
    public static final Table<PersistenceRow> TABLE =
            Table.of("persistence", "cohort, class, drug, stratum and day since first use", PersistenceRow.class);
}
