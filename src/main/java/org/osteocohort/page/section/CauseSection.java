package org.osteocohort.page.section;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osteocohort.measure.cohort.CauseProfileRow;
import org.osteocohort.measure.population.ItemKind;
import org.osteocohort.page.chart.Estimate;
import org.osteocohort.page.view.Cell;
import org.osteocohort.page.view.Figure;
import org.osteocohort.page.view.Section;

/** Why bones are weak: the kind of osteoporosis, and the causes that are in effect. */
public final class CauseSection {
    static final String ETIOLOGY = "etiology";

    private static final Set<String> CAUSES = Set.of(ItemKind.SECONDARY_CAUSE.label(), ItemKind.SEED_ROW.label());
    private static final Set<String> MEDICATIONS =
            Set.of(ItemKind.MEDICATION.label(), ItemKind.MEDICATION_UNION.label());
    private static final Set<String> LIFESTYLE = Set.of(ItemKind.LIFESTYLE.label());
    private static final List<String> COLUMNS = List.of("Cause", "Children", "Of", "Share, %", "95 % interval");

    private CauseSection() {}

    /** Part of the page about causes, of the confirmed cases of one definition. */
    public static Section of(PublishedTables tables, String phenotype) {
        List<CauseProfileRow> rows = tables.rows(CauseProfileRow.TABLE).stream()
                .filter(row -> row.phenotype().equals(phenotype)
                        && row.caseClass().equals(Names.CONFIRMED)
                        && Names.whole(row.sex(), row.ageGroup(), row.ageBand()))
                .toList();
        String whose = "Share of the confirmed cases of " + Names.definition(phenotype) + ", with 95 % intervals.";
        List<Figure> figures = Stream.of(
                        figure(
                                "Kind of osteoporosis",
                                whose + " Each child is of one kind.",
                                1,
                                rows,
                                Set.of(ETIOLOGY)),
                        figure("Secondary causes", whose + " In effect on the index date.", 0, rows, CAUSES),
                        figure("Medications", whose + " In effect on the index date.", 2, rows, MEDICATIONS),
                        figure("Lifestyle factors", whose + " In effect on the index date.", 3, rows, LIFESTYLE))
                .flatMap(Optional::stream)
                .toList();
        return Section.of(
                "causes",
                "Why?",
                List.of("A child may have several causes, take several medications and have both: these shares overlap "
                        + "and do not add up to 100 %. The kinds of osteoporosis exclude each other."),
                figures,
                List.of(
                        "Family history and genetic results are rarely structured: an unseen osteogenesis imperfecta is "
                                + "the chief false idiopathic case.",
                        "Puberty, motor function and calcium bought over the counter are hardly recorded."));
    }

    private static Optional<Figure> figure(
            String title, String caption, int colour, List<CauseProfileRow> rows, Set<String> kinds) {
        List<CauseProfileRow> chosen = BarFigure.sorted(
                rows.stream().filter(row -> kinds.contains(row.kind())).toList(),
                CauseProfileRow::estimate,
                CauseProfileRow::item);
        return new BarFigure<>(Scale.PERCENT, CauseSection::name, CauseSection::estimate, COLUMNS, CauseSection::line)
                .of(title, caption, Names.colour(colour), chosen);
    }

    private static String name(CauseProfileRow row) {
        String union = row.kind().equals(ItemKind.SEED_ROW.label()) ? ", all kinds" : "";
        return Names.plain(row.item()) + union;
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
