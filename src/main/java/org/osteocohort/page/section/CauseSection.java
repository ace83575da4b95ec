package org.osteocohort.page.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osteocohort.measure.cohort.CauseProfileRow;
import org.osteocohort.measure.population.ItemKind;
import org.osteocohort.page.chart.Estimate;
import org.osteocohort.page.view.Cell;
import org.osteocohort.page.view.Figure;
import org.osteocohort.page.view.FigureGroup;
import org.osteocohort.page.view.Section;

/** Why bones are weak: the kind of osteoporosis, and the causes that are in effect. */
public final class CauseSection {
    private static final Set<String> ETIOLOGY = Set.of(ItemKind.ETIOLOGY.label());
    private static final Set<String> OVERLAP = Set.of(ItemKind.OVERLAP.label(), ItemKind.ANY.label());
    private static final Set<String> CAUSES = Set.of(ItemKind.SECONDARY_CAUSE.label(), ItemKind.SEED_ROW.label());
    private static final Set<String> MEDICATIONS =
            Set.of(ItemKind.MEDICATION.label(), ItemKind.MEDICATION_UNION.label());
    private static final Set<String> LIFESTYLE = Set.of(ItemKind.LIFESTYLE.label());
    private static final List<String> COLUMNS = List.of("Cause", "Children", "Of", "Share, %", "95 % interval");

    private CauseSection() {}

    /** Part of the page about causes, of the confirmed cases of each definition; the first is open. */
    public static Section of(PublishedTables tables, List<String> phenotypes) {
        List<CauseProfileRow> rows = tables.rows(CauseProfileRow.TABLE).stream()
                .filter(row -> row.caseClass().equals(Names.CONFIRMED)
                        && Names.whole(row.sex(), row.ageGroup(), row.ageBand()))
                .toList();
        List<FigureGroup> groups = new ArrayList<>();
        for (String phenotype : phenotypes) {
            List<Figure> figures = figures(phenotype, rows);
            if (!figures.isEmpty()) {
                groups.add(new FigureGroup(Names.definition(phenotype), groups.isEmpty(), figures));
            }
        }
        return Section.of(
                "causes",
                "Why?",
                List.of("A child may have several causes, take several medications and have both: these shares overlap "
                        + "and do not add up to 100 %. The kinds of osteoporosis exclude each other, and so do the four "
                        + "ways in which causes and medications come together."),
                groups,
                List.of(),
                List.of(
                        "Family history and genetic results are rarely structured: an unseen osteogenesis imperfecta is "
                                + "the chief false idiopathic case.",
                        "Puberty, motor function and calcium bought over the counter are hardly recorded."));
    }

    private static List<Figure> figures(String phenotype, List<CauseProfileRow> all) {
        List<CauseProfileRow> rows =
                all.stream().filter(row -> row.phenotype().equals(phenotype)).toList();
        String whose = "Percent of the confirmed cases of " + Names.definition(phenotype) + ", with 95 % intervals.";
        String inEffect = whose + " In effect on the index date.";
        return Stream.of(
                        figure("Kind of osteoporosis", whose + " Each child is of one kind.", 1, rows, ETIOLOGY),
                        figure(
                                "Causes and medications together",
                                inEffect + " Each child has a cause alone, a medication alone, both or neither.",
                                4,
                                rows,
                                OVERLAP),
                        figure("Secondary causes", inEffect, 0, rows, CAUSES),
                        figure("Medications", inEffect, 2, rows, MEDICATIONS),
                        figure("Lifestyle factors", inEffect, 3, rows, LIFESTYLE))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Figure> figure(
            String title, String caption, int colour, List<CauseProfileRow> rows, Set<String> kinds) {
        List<CauseProfileRow> chosen = BarFigure.sorted(
                rows.stream().filter(row -> kinds.contains(row.kind())).toList(),
                CauseSection::estimate,
                CauseProfileRow::item);
        return new BarFigure<>(Scale.PERCENT, CauseSection::name, CauseSection::estimate, COLUMNS, CauseSection::line)
                .of(title, caption, Names.colour(colour), chosen);
    }

    private static String name(CauseProfileRow row) {
        String any = row.kind().equals(ItemKind.ANY.label()) ? "any." : "";
        return Names.plain(any + row.item());
    }

    private static Estimate estimate(CauseProfileRow row) {
        return Scale.PERCENT.estimate(name(row), row.estimate(), row.ciLow(), row.ciHigh(), row.valueStatus());
    }

    private static List<Cell> line(CauseProfileRow row) {
        return List.of(
                Cell.words(name(row)),
                Scale.count(row.numerator(), row.valueStatus()),
                Scale.count(row.denominator(), row.valueStatus()),
                Scale.PERCENT.cell(row.estimate(), row.valueStatus()),
                Scale.PERCENT.cell(row.ciLow(), row.ciHigh(), row.valueStatus()));
    }
}
