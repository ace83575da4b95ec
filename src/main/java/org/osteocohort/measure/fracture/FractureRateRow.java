package org.osteocohort.measure.fracture;

import org.osteocohort.table.Meaning;
import org.osteocohort.table.Source;
import org.osteocohort.table.Table;

/** One row of the report {@code fracture_rates}; see the meanings of its columns. */
public record FractureRateRow(
        @Meaning("Broken bone: humerus, forearm, femur, lower_leg, ankle, vertebral, other, or any; an event with "
                + "several bones counts once for each and once in any")
        String bone,

        @Meaning("Energy of the accident: unknown, low, moderate, high or abuse, or all")
        String traumaTier,

        @Meaning("all, or confirmed: with imaging or a cast coded near the event")
        String confirmation,

        @Meaning("Stratum: female, male, unknown, or all") String sex,

        @Meaning(
                value = "Stratum: coarse group of ages, which holds the age band of the row if that is not all; "
                        + "or all",
                unit = "years")
        String ageGroup,

        @Meaning(
                value = "Stratum: age on the day, uncertain when the birth date is too imprecise, or all",
                unit = "years")
        String ageBand,

        @Meaning(value = "Counted fracture events on contributed days of the study", unit = "events")
        Long events,

        @Meaning(value = "Children with such an event", unit = "children")
        Long children,

        @Meaning(value = "Children who contribute time", unit = "children")
        Long childrenObserved,

        @Meaning(value = "Contributed days / 365.25", unit = "years")
        Double personYears,

        @Meaning(value = "events per 10,000 person-years", unit = "per 10,000 years")
        Double rate,

        @Meaning("Lower end of the confidence interval") Double ciLow,
        @Meaning("Upper end of the confidence interval") Double ciHigh,

        @Meaning("Level of the confidence interval, two-sided")
        Double ciLevel,

        @Meaning(value = "Method of the confidence interval", source = Source.RATE_INTERVAL)
        String ciMethod,

        @Meaning("released; suppressed when a number of the row is hidden; not_estimable when nobody contributes time")
        String valueStatus) {
    public static final Table<FractureRateRow> TABLE =
            Table.of("fracture_rates", "bone, trauma tier, confirmation and stratum", FractureRateRow.class);
}
