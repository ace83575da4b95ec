package org.osteocohort.measure.incidence;

import java.time.LocalDate;
import org.osteocohort.table.Meaning;
import org.osteocohort.table.Source;
import org.osteocohort.table.Table;

/** One row of the report {@code incidence}; see the meanings of its columns. */
public record IncidenceRow(
        @Meaning("What the item is: phenotype, secondary_cause, seed_row (a cause of several "
                + "items), medication, medication_union or lifestyle")
        String kind,

        @Meaning("Name of the phenotype or of the item") String item,

        @Meaning("Classes of the phenotype counted together: confirmed, confirmed_or_probable or any; all for an item")
        String caseClass,

        @Meaning("Whose time is counted: observed (contributes any day of the period), day_one (its first day), "
                + "whole_period (every day), regular_care (observed, with regular outpatient visits) or dxa_tested "
                + "(observed, with a bone density Z-score by their last day, and so tested after much of their time)")
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

        @Meaning("Stratum: female, male, unknown, or all") String sex,

        @Meaning(
                value = "Stratum: coarse group of ages, which holds the age band of the row if that is not all; "
                        + "or all",
                unit = "years")
        String ageGroup,

        @Meaning(
                value =
                        "Stratum: completed years (or months, with an m) on each day, so that a child moves on with its "
                                + "birthday; uncertain when the birth date is too imprecise, or all",
                unit = "years")
        String ageBand,

        @Meaning("Stratum: race as recorded, unknown, or all")
        String race,

        @Meaning("Stratum: ethnicity as recorded, unknown, or all")
        String ethnicity,

        @Meaning("Stratum: site, or all") String site,

        @Meaning(
                value =
                        "Children of the denominator without a day after the washout; null for a stratum of ages, which "
                                + "prevalence tells on another day",
                unit = "children")
        Long personsNotFollowed,

        @Meaning(
                value = "Children who contribute a day after the washout, whether or not they had the event before; "
                        + "a child who moves from one age band to another is a person of both",
                unit = "children")
        Long personsFollowed,

        @Meaning(value = "Those of them who had their first event before the first of these days", unit = "children")
        Long personsWithEarlierEvent,

        @Meaning(value = "The others, who have a day at risk", unit = "children")
        Long personsAtRisk,

        @Meaning(
                value =
                        "First events in a life on a day at risk: the first day in one of these classes, or on which the "
                                + "item is in effect; a child has at most one",
                unit = "events")
        Long events,

        @Meaning(value = "Days at risk, up to and with the day of the event", unit = "days")
        Long personDays,

        @Meaning(value = "person_days / 365.25", unit = "years")
        Double personYears,

        @Meaning(value = "10,000 * events / person_years", unit = "events per 10,000 person-years")
        Double estimate,

        @Meaning(value = "Lower end of the confidence interval", unit = "events per 10,000 person-years")
        Double ciLow,

        @Meaning(value = "Upper end of the confidence interval", unit = "events per 10,000 person-years")
        Double ciHigh,

        @Meaning("Level of the confidence interval, two-sided")
        Double ciLevel,

        @Meaning(value = "Method of the confidence interval", source = Source.RATE_INTERVAL)
        String ciMethod,

        @Meaning(
                value = "First events before the study, of children who contribute to it; told once, in the row of all "
                        + "observed children and the study, and null elsewhere",
                unit = "events")
        Long eventsBeforeStudy,

        @Meaning(
                value = "First events in the study before enough days of observation, told in the same row only",
                unit = "events")
        Long eventsInWashout,

        @Meaning(
                value = "First events in the study on a day without observation or at another age, of children who "
                        + "contribute a later day, told in the same row only",
                unit = "events")
        Long eventsOutsideObservation,

        @Meaning(
                value =
                        "First events in the study after the last day that the child contributes, of which no cohort of "
                                + "the study knows; told in the same row only",
                unit = "events")
        Long eventsAfterContribution,

        @Meaning(
                value =
                        "Children with a first event by the last day that they contribute: the sum of events, "
                                + "events_before_study, events_in_washout and events_outside_observation; told in the same row only",
                unit = "children",
                since = "1.5")
        Long personsEver,

        @Meaning(
                value =
                        "Those of them who were out of these classes again on some day up to the last that they contribute, as "
                                + "when bone density proved normal; told in the same row only, and null for an item",
                unit = "children",
                since = "1.5")
        Long personsLeft,

        @Meaning(
                value =
                        "Those of them who are out of these classes on that day: the others are the cohort; told in the same "
                                + "row only, and null for an item",
                unit = "children",
                since = "1.5")
        Long personsNoLonger,

        @Meaning("released; suppressed when a number of the row is hidden; not_estimable when nobody is at risk")
        String valueStatus) {
    public static final Table<IncidenceRow> TABLE =
            Table.of("incidence", "phenotype or item, class, denominator, period and stratum", IncidenceRow.class);

    /** Person-years for which rates are told. */
    public static final int PER_PERSON_YEARS = 10_000;

    private static final double DAYS_OF_A_YEAR = 365.25;

    static double personYears(long days) {
        return days / DAYS_OF_A_YEAR;
    }
}
