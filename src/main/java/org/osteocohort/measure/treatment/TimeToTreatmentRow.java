package org.osteocohort.measure.treatment;

import org.osteocohort.table.Meaning;
import org.osteocohort.table.Source;
import org.osteocohort.table.Table;

/** One row of the report {@code time_to_treatment}; see the meanings of its columns. */
public record TimeToTreatmentRow(
        @Meaning("Name of the phenotype that defines the cohort")
        String phenotype,

        @Meaning("Classes of the phenotype in the cohort: confirmed, confirmed_or_probable or any")
        String caseClass,

        @Meaning("Treatment or evaluation") String treatment,
        @Meaning("Stratum: female, male, unknown, or all") String sex,

        @Meaning(value = "Stratum: coarse group of ages on the index date, or all", unit = "years")
        String ageGroup,

        @Meaning(value = "Day of follow-up; the index date is 0", unit = "days")
        Integer day,

        @Meaning(
                value = "Children followed: observed on the index date, without the treatment in the year before",
                unit = "children")
        Long followed,

        @Meaning(value = "Children of the cohort with the treatment in the year before", unit = "children")
        Long treatedBefore,

        @Meaning(value = "Other children of the cohort, not observed on the index date", unit = "children")
        Long notObserved,

        @Meaning(value = "Followed children still observed and without the treatment after the day", unit = "children")
        Long atRisk,

        @Meaning(value = "Followed children with a first record of the treatment by the day", unit = "children")
        Long events,

        @Meaning(
                value = "Followed children last observed by the day without the treatment: they left, died, or "
                        + "outgrew the population, or two years were over",
                unit = "children")
        Long censored,

        @Meaning("Share treated by the day had nobody left: 1 - Kaplan-Meier; null when nobody was followed so long")
        Double estimate,

        @Meaning("Lower end of the confidence interval; null before the first event")
        Double ciLow,

        @Meaning("Upper end of the confidence interval; null before the first event")
        Double ciHigh,

        @Meaning("Level of the confidence interval, two-sided")
        Double ciLevel,

        @Meaning(value = "Method of the estimate and its interval", source = Source.KAPLAN_MEIER)
        String ciMethod,

        @Meaning("released; suppressed when a number of the row is hidden; not_estimable when there is no estimate")
        String valueStatus) {
    public static final Table<TimeToTreatmentRow> TABLE =
            Table.of("time_to_treatment", "cohort, class, treatment, stratum and day", TimeToTreatmentRow.class);
}
