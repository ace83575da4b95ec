package org.osteocohort.page.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.osteocohort.measure.treatment.Expectation;
import org.osteocohort.measure.treatment.TreatmentCoverageRow;
import org.osteocohort.page.chart.Share;
import org.osteocohort.page.chart.StackedShares;
import org.osteocohort.page.view.Cell;
import org.osteocohort.page.view.DataTable;
import org.osteocohort.page.view.Figure;
import org.osteocohort.page.view.FigureGroup;
import org.osteocohort.page.view.Legend;
import org.osteocohort.page.view.Panel;
import org.osteocohort.page.view.Section;

/** How many are treated and evaluated, and how far that is from what the study's source expects. */
public final class CoverageSection {
    static final String ANY_BISPHOSPHONATE = "bisphosphonate.any";

    /** The window that suits a treatment: drugs in the first year, evaluations around it, work-up before and after. */
    private static final List<String> WINDOWS = List.of("one_year", "evaluation", "full_work_up", "work_up");

    static final String WHOLE_COHORT = "all_in_cohort";
    private static final double PERCENT = 100;
    private static final List<String> COLUMNS = List.of(
            "Treatment",
            "Days from index",
            "Children",
            "Treated",
            "Untreated",
            "Not in observation",
            "Not eligible",
            "Unknown",
            "Treated, %",
            "95 % interval");
    private static final List<String> GAP_COLUMNS =
            List.of("Definition", "Treatment", "Expected", "Treated, %", "95 % interval", "Gap, %");

    private CoverageSection() {}

    /** Part of the page about treatment of the confirmed cases; the states of the first definition are open. */
    public static Section of(PublishedTables tables, List<String> phenotypes) {
        List<TreatmentCoverageRow> rows = tables.rows(TreatmentCoverageRow.TABLE).stream()
                .filter(row -> row.caseClass().equals(Names.CONFIRMED)
                        && row.denominatorName().equals(WHOLE_COHORT)
                        && row.windowName().equals(window(row.treatment()))
                        && Names.whole(row.sex(), row.ageGroup(), row.ageBand()))
                .toList();
        List<FigureGroup> groups = new ArrayList<>();
        for (String phenotype : phenotypes) {
            List<TreatmentCoverageRow> own = rows.stream()
                    .filter(row -> row.phenotype().equals(phenotype))
                    .toList();
            states(phenotype, own)
                    .ifPresent(figure -> groups.add(
                            new FigureGroup(Names.definition(phenotype), groups.isEmpty(), List.of(figure))));
        }
        return Section.of(
                "treatment",
                "How many are treated?",
                List.of("A child without a record is untreated only if it was observed for the whole window. Who left, "
                        + "died or grew up before its end, or was not observed on the index date, is told apart."),
                groups,
                gap(rows).stream().toList(),
                List.of(
                        "Coverage among all children of the cohort is a floor: who left counts as not treated.",
                        "Calcium and vitamin D bought over the counter are not on record; low coverage is a floor."));
    }

    /** The window in which the page looks for a treatment. */
    static String window(String treatment) {
        if (treatment.startsWith("bisphosphonate") || treatment.endsWith("supplement")) {
            return WINDOWS.get(0);
        }
        if (treatment.endsWith("evaluation") || treatment.equals("weight_bearing_exercise")) {
            return WINDOWS.get(1);
        }
        return treatment.equals("full_work_up") ? WINDOWS.get(2) : WINDOWS.get(3);
    }

    private record State(String name, String colour, Function<TreatmentCoverageRow, Long> count) {}

    private static final List<State> STATES = List.of(
            new State("treated", "series-1", TreatmentCoverageRow::treated),
            new State("untreated", "series-2", TreatmentCoverageRow::untreated),
            new State("not in observation", "rest-1", TreatmentCoverageRow::notInObservation),
            new State("not eligible", "rest-2", TreatmentCoverageRow::notEligible),
            new State("unknown", "rest-3", TreatmentCoverageRow::unknown));

    private static Optional<Figure> states(String phenotype, List<TreatmentCoverageRow> rows) {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        String title = "Treatment and evaluation";
        List<String> names =
                rows.stream().map(row -> Names.plain(row.treatment())).toList();
        List<Boolean> hidden =
                rows.stream().map(CoverageSection::hidesSomething).toList();
        List<StackedShares.Part> parts = new ArrayList<>();
        List<Legend> legend = new ArrayList<>();
        for (State state : STATES) {
            parts.add(new StackedShares.Part(
                    state.name(),
                    state.colour(),
                    rows.stream().map(row -> share(row, state)).toList()));
            legend.add(new Legend(state.name(), state.colour()));
        }
        if (hidden.contains(true)) {
            legend.add(new Legend("hidden", "hatched"));
        }
        String caption = "Shares of all confirmed cases of " + Names.definition(phenotype)
                + ", in percent. Drugs: within a year from the index date; evaluations: from 90 days before to a year "
                + "after; work-up: from a year before to 90 days after.";
        DataTable table = new DataTable(
                title, COLUMNS, rows.stream().map(CoverageSection::line).toList());
        if (parts.stream().flatMap(part -> part.shares().stream()).noneMatch(share -> share.percent() != null)) {
            return Optional.of(Figure.ofHidden(caption, table));
        }
        Panel panel = new Panel(
                "",
                title + " of the confirmed cases of " + Names.definition(phenotype)
                        + ", as shares of all its children. The table below has all numbers.",
                rows.size(),
                StackedShares.of(names, parts, hidden));
        return Optional.of(Figure.of(caption, legend, List.of(panel), table));
    }

    private static boolean hidesSomething(TreatmentCoverageRow row) {
        return Scale.isHidden(row.valueStatus())
                && (row.denominator() == null
                        || STATES.stream().anyMatch(state -> state.count().apply(row) == null));
    }

    private static Share share(TreatmentCoverageRow row, State state) {
        Long count = state.count().apply(row);
        String what = Names.plain(row.treatment()) + "\n" + state.name() + ": ";
        if (count == null || row.denominator() == null || row.denominator() == 0) {
            return new Share(null, what + Cell.HIDDEN);
        }
        double percent = PERCENT * count / row.denominator();
        String words = Scale.count(count, row.valueStatus()).text() + " of "
                + Scale.count(row.denominator(), row.valueStatus()).text();
        return new Share(percent, what + words + String.format(java.util.Locale.ROOT, " (%.1f %%)", percent));
    }

    private static List<Cell> line(TreatmentCoverageRow row) {
        String status = row.valueStatus();
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.words(Names.plain(row.treatment())));
        cells.add(Cell.words(row.windowStartDay() + " to " + row.windowEndDay()));
        cells.add(Scale.count(row.denominator(), status));
        STATES.forEach(state -> cells.add(Scale.count(state.count().apply(row), status)));
        cells.add(Scale.PERCENT.cell(row.estimate(), status));
        cells.add(Scale.PERCENT.cell(row.ciLow(), row.ciHigh(), status));
        return cells;
    }

    /** All definitions, for the treatments of which the source expects something. */
    private static Optional<Figure> gap(List<TreatmentCoverageRow> rows) {
        // The definitions of one treatment below each other; treatments as the tables have them.
        List<String> treatments =
                rows.stream().map(TreatmentCoverageRow::treatment).distinct().toList();
        List<TreatmentCoverageRow> expected = rows.stream()
                .filter(row -> row.expectation() != null)
                .sorted(Comparator.comparingInt(row -> treatments.indexOf(row.treatment())))
                .toList();
        return new BarFigure<>(
                        Scale.PERCENT,
                        CoverageSection::definitionAndTreatment,
                        row -> Scale.PERCENT.estimate(
                                definitionAndTreatment(row),
                                row.estimate(),
                                row.ciLow(),
                                row.ciHigh(),
                                row.valueStatus()),
                        GAP_COLUMNS,
                        CoverageSection::gapLine)
                .of(
                        "Gap to what the source expects",
                        "Treated or evaluated confirmed cases in percent, with 95 % intervals. The clinic page that the "
                                + "study started from says that all are evaluated, and that most, more than half, take "
                                + "a bisphosphonate.",
                        Names.colour(0),
                        expected,
                        expected.stream()
                                .map(row -> PERCENT
                                        * Expectation.ofLabel(row.expectation()).share())
                                .toList());
    }

    private static String definitionAndTreatment(TreatmentCoverageRow row) {
        return Names.plain(row.treatment()) + "\n" + Names.definition(row.phenotype());
    }

    private static List<Cell> gapLine(TreatmentCoverageRow row) {
        return List.of(
                Cell.words(Names.definition(row.phenotype())),
                Cell.words(Names.plain(row.treatment())),
                Cell.words(row.expectation()),
                Scale.PERCENT.cell(row.estimate(), row.valueStatus()),
                Scale.PERCENT.cell(row.ciLow(), row.ciHigh(), row.valueStatus()),
                Scale.PERCENT.cell(row.gap(), row.valueStatus()));
    }
}
