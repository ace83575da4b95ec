package org.osteocohort.page.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osteocohort.measure.cohort.PhenotypeOverlapRow;
import org.osteocohort.measure.comparison.StandardizedRateRow;
import org.osteocohort.measure.population.Denominator;
import org.osteocohort.measure.population.ItemKind;
import org.osteocohort.page.chart.Estimate;
import org.osteocohort.page.view.Cell;
import org.osteocohort.page.view.DataTable;
import org.osteocohort.page.view.Figure;
import org.osteocohort.page.view.Section;

/** Whether the definitions find the same children, and what remains of the differences after standardization. */
public final class ComparisonSection {
    private static final String STUDY = "study";
    private static final List<String> OVERLAP =
            List.of("Pair", "Both", "Only the first", "Only the second", "Neither", "Kappa", "95 % interval");
    private static final List<String> STANDARDIZED =
            List.of("Definition", "Measure", "Standard", "As they are", "Standardized", "95 % interval");

    private ComparisonSection() {}

    /** Part of the page that compares the definitions. */
    public static Section of(PublishedTables tables) {
        List<PhenotypeOverlapRow> pairs = tables.rows(PhenotypeOverlapRow.TABLE).stream()
                .filter(row -> row.caseClass().equals(Names.CONFIRMED) && Names.whole(row.sex()))
                .toList();
        Optional<Figure> kappa = new BarFigure<>(
                        Scale.KAPPA,
                        ComparisonSection::pair,
                        ComparisonSection::estimate,
                        OVERLAP,
                        ComparisonSection::line)
                .of(
                        "Agreement of the definitions",
                        "Cohen's kappa of confirmed cases, with 95 % intervals: 1 when two definitions find the same "
                                + "children, 0 when they agree as by chance.",
                        Names.colour(3),
                        pairs);
        return Section.of(
                "comparison",
                "Do the definitions agree?",
                List.of(
                        "Each definition reads the same records. Where they differ, the answer depends on the question."),
                Stream.of(kappa, standardized(tables)).flatMap(Optional::stream).toList(),
                List.of(
                        "The definitions are readings of position papers and were not validated against chart review."));
    }

    private static String pair(PhenotypeOverlapRow row) {
        return Names.definition(row.phenotype()) + " and " + Names.definition(row.otherPhenotype());
    }

    private static Estimate estimate(PhenotypeOverlapRow row) {
        return Scale.KAPPA.estimate(pair(row), row.kappa(), row.ciLow(), row.ciHigh(), row.valueStatus());
    }

    private static List<Cell> line(PhenotypeOverlapRow row) {
        return List.of(
                Cell.words(pair(row)),
                Scale.count(row.both(), row.valueStatus()),
                Scale.count(row.onlyPhenotype(), row.valueStatus()),
                Scale.count(row.onlyOther(), row.valueStatus()),
                Scale.count(row.neither(), row.valueStatus()),
                Scale.KAPPA.cell(row.kappa(), row.valueStatus()),
                Scale.KAPPA.cell(row.ciLow(), row.ciHigh(), row.valueStatus()));
    }

    private static Optional<Figure> standardized(PublishedTables tables) {
        List<List<Cell>> lines = new ArrayList<>();
        for (StandardizedRateRow row : tables.rows(StandardizedRateRow.TABLE)) {
            if (row.kind().equals(ItemKind.PHENOTYPE.label())
                    && row.caseClass().equals(Names.CONFIRMED)
                    && row.denominatorName().equals(Denominator.OBSERVED.label())
                    && row.period().equals(STUDY)) {
                lines.add(standardized(row));
            }
        }
        String title = "Standardized by age and sex";
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(Figure.of(
                        "Confirmed cases as if the children had the ages and sexes of a standard population: "
                                + "prevalence per 10,000 children, incidence per 10,000 person-years, gamma intervals.",
                        new DataTable(title, STANDARDIZED, lines)));
    }

    private static List<Cell> standardized(StandardizedRateRow row) {
        // A prevalence is told for one child, an incidence for 10,000 person-years already.
        Scale scale = row.per() == 1 ? Scale.PER_10_000 : Scale.RATE;
        return List.of(
                Cell.words(Names.definition(row.item())),
                Cell.words(Names.plain(row.measure())),
                Cell.words(row.standard()),
                scale.cell(row.crudeEstimate(), row.valueStatus()),
                scale.cell(row.estimate(), row.valueStatus()),
                scale.cell(row.ciLow(), row.ciHigh(), row.valueStatus()));
    }
}
