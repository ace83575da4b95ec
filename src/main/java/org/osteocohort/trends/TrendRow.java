package org.osteocohort.trends;

import org.osteocohort.table.Meaning;
import org.osteocohort.table.Table;

/** One row of the report {@code trends}; see the meanings of its columns. */
public record TrendRow(
        @Meaning("What is compared: period_prevalence, point_prevalence, incidence, treatment_coverage, fracture_rate "
                + "or rows_read")
        String measure,

        @Meaning("The phenotype that defines the cohort of treatment_coverage; null otherwise")
        String phenotype,

        @Meaning("Kind of the item as in the table of the measure; treatment, fracture or extract where it has none")
        String kind,

        @Meaning("Name of the phenotype, item, treatment, bone or table of the extract")
        String item,

        @Meaning("Classes of the phenotype counted together; all where there are none")
        String caseClass,

        @Meaning("Denominator, or basis of the share; rows for rows_read")
        String denominatorName,

        @Meaning("study, a calendar year, or the window of a treatment")
        String period,

        @Meaning("Site, or all") String site,

        @Meaning(
                value = "Numerator in the last run: cases, first events, treated, fracture events, or rows that could "
                        + "not be used; null when hidden or absent",
                unit = "children, events or rows")
        Long numeratorBefore,

        @Meaning(value = "The same in this run", unit = "children, events or rows")
        Long numeratorAfter,

        @Meaning(
                value = "numerator_after - numerator_before; null when one of them is",
                unit = "children, events or rows")
        Long numeratorDifference,

        @Meaning(
                value = "Denominator in the last run: children, children at risk or rows read; null when hidden or "
                        + "absent",
                unit = "children or rows")
        Long denominatorBefore,

        @Meaning(value = "The same in this run", unit = "children or rows")
        Long denominatorAfter,

        @Meaning(value = "denominator_after - denominator_before; null when one of them is", unit = "children or rows")
        Long denominatorDifference,

        @Meaning("Share or rate in the last run, in the unit of the table of the measure; null when hidden or absent")
        Double estimateBefore,

        @Meaning("The same in this run") Double estimateAfter,

        @Meaning("estimate_after - estimate_before; null when one of them is")
        Double estimateDifference,

        @Meaning("Difference of the estimates (of rows_read: of the denominators) / what it was before; null when one "
                + "of them is, or when it was zero")
        Double relativeChange,

        @Meaning("Largest relative change, up or down, that passes; null when none is demanded")
        Double threshold,

        @Meaning("passed, failed, or not_applicable when nothing is demanded or the change cannot be told")
        String status,

        @Meaning("value_status of the row in the last run; absent when it had no such row, or its table was written by "
                + "another version")
        String beforeStatus,

        @Meaning("value_status of the row in this run; absent when it has no such row")
        String afterStatus,

        @Meaning("released; suppressed when a number of the row is hidden in one of the runs; not_estimable when only "
                + "one run has the row or an estimate")
        String valueStatus,

        @Meaning("What differs between the runs that decides numbers, separated by semicolons: data, code_sets, rules, "
                + "phenotypes, engine, job; empty when nothing does")
        String why) {
    public static final Table<TrendRow> TABLE = Table.of(
            "trends",
            "measure, item, class, denominator, period and site, in the last run and in this",
            TrendRow.class);

    static final String PASSED = "passed";
    static final String FAILED = "failed";
    static final String NOT_APPLICABLE = "not_applicable";

    /** Whether it has changed more than the site expects. */
    public boolean drifted() {
        return status.equals(FAILED);
    }
}
