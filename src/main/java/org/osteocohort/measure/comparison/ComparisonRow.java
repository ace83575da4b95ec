package org.osteocohort.measure.comparison;

import org.osteocohort.table.Meaning;
import org.osteocohort.table.Source;
import org.osteocohort.table.Table;

/** One row of the report {@code comparisons}; see the meanings of its columns. */
public record ComparisonRow(
        @Meaning("trend_over_age_bands or trend_over_years (of period prevalence), prevalence_ratio or "
                + "incidence_rate_ratio; all of observed children and, but for trend_over_years, the whole study")
        String comparison,

        @Meaning("Name of the phenotype") String phenotype,

        @Meaning("Classes of the phenotype counted together: confirmed, confirmed_or_probable or any")
        String caseClass,

        @Meaning("What is compared: age_band, year, sex, race, ethnicity or site")
        String comparedColumn,

        @Meaning("The level that is compared, for example male; null for a trend, which compares all levels")
        String level,

        @Meaning(
                "The level it is compared with: female, or the race, ethnicity or site of most children; null for a trend")
        String referenceLevel,

        @Meaning("Whether calendar years are compared and the dates of an extract were shifted")
        Boolean periodBlurred,

        @Meaning(
                value = "Cases or first events of the level; of a trend, of all levels that it compares, a child once "
                        + "in each of its years",
                unit = "children or events")
        Long numerator,

        @Meaning(
                value = "Children of the level, or those at risk; of a trend, of all levels that it compares, a child "
                        + "once in each of its years",
                unit = "children")
        Long denominator,

        @Meaning(value = "Days at risk of the level; null unless rates are compared", unit = "days")
        Long personDays,

        @Meaning(value = "Cases or first events of the reference level; null for a trend", unit = "children or events")
        Long referenceNumerator,

        @Meaning(value = "Children of the reference level, or those at risk; null for a trend", unit = "children")
        Long referenceDenominator,

        @Meaning(value = "Days at risk of the reference level; null unless rates are compared", unit = "days")
        Long referencePersonDays,

        @Meaning("The normal statistic of a trend, above zero when prevalence rises; null for a ratio")
        Double statistic,

        @Meaning("The ratio of the level to the reference level; null for a trend, and when nobody of the reference is "
                + "a case")
        Double estimate,

        @Meaning("Lower end of the confidence interval") Double ciLow,
        @Meaning("Upper end of the confidence interval") Double ciHigh,

        @Meaning("Level of the confidence interval, two-sided")
        Double ciLevel,

        @Meaning("Probability of a trend at least as strong by chance, two-sided; null for a ratio, whose interval "
                + "tells as much. Over years it is descriptive only: the test takes each year for other children, "
                + "while a child is counted in each of its years. So it is too large for two years; for more it may "
                + "be too large, as when the same children stay for all of them and a case stays one, or too small, "
                + "as when each stays for a few of many")
        Double pValue,

        @Meaning(value = "Method of the test or of the interval", source = Source.COMPARISON)
        String method,

        @Meaning("released; suppressed when a number of the row or of a level behind it is hidden; not_estimable when "
                + "nothing can be compared")
        String valueStatus) {
    public static final Table<ComparisonRow> TABLE =
            Table.of("comparisons", "comparison, phenotype, class and level", ComparisonRow.class);
}
