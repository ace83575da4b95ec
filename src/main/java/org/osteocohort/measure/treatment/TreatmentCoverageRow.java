package org.osteocohort.measure.treatment;

import org.osteocohort.table.Meaning;
import org.osteocohort.table.Source;
import org.osteocohort.table.Table;

/** One row of the report {@code treatment_coverage}; see the meanings of its columns. */
public record TreatmentCoverageRow(
        @Meaning("Name of the phenotype that defines the cohort")
        String phenotype,

        @Meaning("Classes of the phenotype in the cohort: confirmed, confirmed_or_probable or any")
        String caseClass,

        @Meaning("Treatment or evaluation") String treatment,
        @Meaning("Name of the window") String windowName,

        @Meaning(value = "First day of the window, relative to the index date", unit = "days")
        Integer windowStartDay,

        @Meaning(value = "Last day of the window, relative to the index date", unit = "days")
        Integer windowEndDay,

        @Meaning("Basis of the share: all_in_cohort, or observed_whole_window (observed on every "
                + "day of the window, alive and of the population's age at its end)")
        String denominatorName,

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

        @Meaning(value = "Children on this basis", unit = "children")
        Long denominator,

        @Meaning(value = "With a record of the treatment in the window", unit = "children")
        Long treated,

        @Meaning(value = "Observed for the whole window, without a record", unit = "children")
        Long untreated,

        @Meaning(value = "Without a record, and not observed for the whole window", unit = "children")
        Long notInObservation,

        @Meaning(
                value = "Without a record, and died or outgrew the population before the window ended",
                unit = "children")
        Long notEligible,

        @Meaning(value = "Without a record, and not observed on the index date itself", unit = "children")
        Long unknown,

        @Meaning(
                "What the study's source expects: all, most (more than half), or null, as in a window before the index date")
        String expectation,

        @Meaning("By how much treated / denominator stays below what is expected; 0 when it does not, null without "
                + "expectation")
        Double gap,

        @Meaning("treated / denominator") Double estimate,
        @Meaning("Lower end of the confidence interval") Double ciLow,
        @Meaning("Upper end of the confidence interval") Double ciHigh,

        @Meaning("Level of the confidence interval, two-sided")
        Double ciLevel,

        @Meaning(value = "Method of the confidence interval", source = Source.SHARE_INTERVAL)
        String ciMethod,

        @Meaning("released; suppressed when a number of the row is hidden; not_estimable when the denominator is zero")
        String valueStatus) {
    public static final Table<TreatmentCoverageRow> TABLE = Table.of(
            "treatment_coverage", "cohort, class, treatment, window, basis and stratum", TreatmentCoverageRow.class);
}
