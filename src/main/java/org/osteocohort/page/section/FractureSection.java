package org.osteocohort.page.section;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osteocohort.measure.fracture.FractureRateRow;
import org.osteocohort.page.chart.Estimate;
import org.osteocohort.page.view.Cell;
import org.osteocohort.page.view.Figure;
import org.osteocohort.page.view.Section;

/** How often bones break, among all observed children. */
public final class FractureSection {
    private static final String ANY_BONE = "any";
    private static final String UNIT = "Fracture events per 10,000 person-years, with 95 % intervals";

    private FractureSection() {}

    /** Part of the page about fracture rates. */
    public static Section of(PublishedTables tables) {
        List<FractureRateRow> rows = tables.rows(FractureRateRow.TABLE).stream()
                .filter(row -> row.confirmation().equals(Names.ALL))
                .toList();
        List<Figure> figures = Stream.of(
                        byAgeAndSex(rows),
                        bars(
                                "By bone",
                                ", by broken bone.",
                                rows.stream()
                                        .filter(row -> ofEverybody(row)
                                                && row.traumaTier().equals(Names.ALL)
                                                && !row.bone().equals(ANY_BONE))
                                        .toList()),
                        bars(
                                "By energy of the accident",
                                ", any bone.",
                                rows.stream()
                                        .filter(row -> ofEverybody(row)
                                                && row.bone().equals(ANY_BONE)
                                                && !row.traumaTier().equals(Names.ALL))
                                        .toList()))
                .flatMap(Optional::stream)
                .toList();
        return Section.of(
                "fractures",
                "How often do bones break?",
                List.of("One accident is one event, however many bones broke and however often it was billed."),
                figures,
                List.of(
                        "How an accident happened is usually not coded; then its energy is unknown, which is not low.",
                        "Whether a billed code was a rule-out cannot be told; vertebral codes are the least precise."));
    }

    private static boolean ofEverybody(FractureRateRow row) {
        return Names.whole(row.sex(), row.ageGroup(), row.ageBand());
    }

    private static Optional<Figure> byAgeAndSex(List<FractureRateRow> rows) {
        List<FractureRateRow> groups = rows.stream()
                .filter(row -> row.bone().equals(ANY_BONE)
                        && row.traumaTier().equals(Names.ALL)
                        && !row.ageBand().equals(Names.ALL)
                        && Names.SEXES.contains(row.sex()))
                .toList();
        return new PanelFigure<FractureRateRow>(
                        Scale.RATE,
                        row -> "",
                        FractureRateRow::sex,
                        FractureRateRow::ageBand,
                        row -> estimate(row, group(row)))
                .of(
                        "By age and sex",
                        UNIT + ", by age in completed years.",
                        groups,
                        columns("Group"),
                        row -> line(row, group(row)));
    }

    private static String group(FractureRateRow row) {
        return Names.plain(row.sex()) + ", " + row.ageBand();
    }

    private static Optional<Figure> bars(String title, String caption, List<FractureRateRow> rows) {
        return new BarFigure<FractureRateRow>(
                        Scale.RATE,
                        FractureSection::kind,
                        row -> estimate(row, kind(row)),
                        columns("Kind"),
                        row -> line(row, kind(row)))
                .of(
                        title,
                        UNIT + caption,
                        Names.colour(2),
                        BarFigure.sorted(rows, row -> estimate(row, kind(row)), FractureSection::kind));
    }

    private static String kind(FractureRateRow row) {
        return Names.plain(row.bone().equals(ANY_BONE) ? "energy." + row.traumaTier() : row.bone());
    }

    private static Estimate estimate(FractureRateRow row, String what) {
        return Scale.RATE.estimate(what, row.rate(), row.ciLow(), row.ciHigh(), row.valueStatus());
    }

    private static List<String> columns(String first) {
        return List.of(first, "Events", "Children", "Person-years", "Per 10,000 years", "95 % interval");
    }

    private static List<Cell> line(FractureRateRow row, String first) {
        return List.of(
                Cell.words(first),
                Scale.count(row.events(), row.valueStatus()),
                Scale.count(row.children(), row.valueStatus()),
                Scale.years(row.personYears(), row.valueStatus()),
                Scale.RATE.cell(row.rate(), row.valueStatus()),
                Scale.RATE.cell(row.ciLow(), row.ciHigh(), row.valueStatus()));
    }
}
