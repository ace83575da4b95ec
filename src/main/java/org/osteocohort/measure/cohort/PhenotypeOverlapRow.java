package org.osteocohort.measure.cohort;

import org.osteocohort.table.Meaning;
import org.osteocohort.table.Source;
import org.osteocohort.table.Table;

/** One row of the report {@code phenotype_overlap}; see the meanings of its columns. */
public record PhenotypeOverlapRow(
        @Meaning("Name of the one phenotype") String phenotype,

        @Meaning("Name of the other phenotype, later in the job")
        String otherPhenotype,

        @Meaning("Classes counted as cases of both: confirmed, confirmed_or_probable or any")
        String caseClass,

        @Meaning("Stratum: female, male, unknown, or all") String sex,

        @Meaning(value = "Children in the cohorts of both", unit = "children")
        Long both,

        @Meaning(value = "Children in the cohort of the one only", unit = "children")
        Long onlyPhenotype,

        @Meaning(value = "Children in the cohort of the other only", unit = "children")
        Long onlyOther,

        @Meaning(value = "Children who contribute a day to the study and are in neither", unit = "children")
        Long neither,

        @Meaning(
                value = "Cohen's kappa: agreement of the two beyond chance, among all who contribute a day",
                source = Source.KAPPA)
        Double kappa,

        @Meaning("Lower end of the confidence interval") Double ciLow,
        @Meaning("Upper end of the confidence interval") Double ciHigh,

        @Meaning("Level of the confidence interval, two-sided")
        Double ciLevel,

        @Meaning(value = "Method of the confidence interval", source = Source.KAPPA)
        String ciMethod,

        @Meaning("released; suppressed when a number of the row is hidden; not_estimable when all are in one class")
        String valueStatus) {
    public static final Table<PhenotypeOverlapRow> TABLE =
            Table.of("phenotype_overlap", "pair of phenotypes, class and sex", PhenotypeOverlapRow.class);
}
