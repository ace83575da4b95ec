package org.osteocohort.page.section;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osteocohort.measure.treatment.PersistenceRow;
import org.osteocohort.measure.treatment.TimeToTreatmentRow;
import org.osteocohort.page.chart.Estimate;
import org.osteocohort.page.view.Cell;
import org.osteocohort.page.view.Figure;
import org.osteocohort.page.view.Section;

/** How soon a bisphosphonate is begun, and how long it is kept; on the days that the tables tell. */
public final class FollowUpSections {
    private FollowUpSections() {}

    /** Part of the page about the time to treatment. */
    public static Section timeToTreatment(PublishedTables tables) {
        List<TimeToTreatmentRow> rows = tables.rows(TimeToTreatmentRow.TABLE).stream()
                .filter(row -> row.treatment().equals(CoverageSection.ANY_BISPHOSPHONATE)
                        && row.caseClass().equals(Names.CONFIRMED)
                        && Names.whole(row.sex(), row.ageGroup()))
                .toList();
        Optional<Figure> figure = new PanelFigure<TimeToTreatmentRow>(
                        Scale.PERCENT,
                        TimeToTreatmentRow::phenotype,
                        row -> "",
                        row -> day(row.day()),
                        FollowUpSections::begun)
                .of(
                        "Time to a bisphosphonate",
                        "Share of confirmed cases who have begun a bisphosphonate by the day after the index date, in "
                                + "percent: Kaplan-Meier with log-log intervals. Who had it in the year before is not "
                                + "followed.",
                        rows,
                        List.of(
                                "Definition",
                                "Day",
                                "Followed",
                                "At risk",
                                "Begun",
                                "Censored",
                                "Share, %",
                                "95 % interval"),
                        FollowUpSections::line);
        return Section.of(
                "time-to-treatment",
                "How soon are they treated?",
                List.of("Children who leave observation are followed until then and not counted as untreated."),
                figure.stream().toList(),
                List.of(
                        "The line joins the days that are told, which stand side by side whatever lies between them; how the "
                                + "curve runs there is not known."));
    }

    private static Estimate begun(TimeToTreatmentRow row) {
        return Scale.PERCENT.estimate(day(row.day()), row.estimate(), row.ciLow(), row.ciHigh(), row.valueStatus());
    }

    private static List<Cell> line(TimeToTreatmentRow row) {
        String status = row.valueStatus();
        return List.of(
                Cell.words(Names.definition(row.phenotype())),
                Cell.words(day(row.day())),
                Scale.count(row.followed(), status),
                Scale.count(row.atRisk(), status),
                Scale.count(row.events(), status),
                Scale.count(row.censored(), status),
                Scale.PERCENT.cell(row.estimate(), status),
                Scale.PERCENT.cell(row.ciLow(), row.ciHigh(), status));
    }

    /** Part of the page about persistence. */
    public static Section persistence(PublishedTables tables) {
        List<PersistenceRow> rows = tables.rows(PersistenceRow.TABLE).stream()
                .filter(row -> row.treatment().equals(CoverageSection.ANY_BISPHOSPHONATE)
                        && row.caseClass().equals(Names.CONFIRMED)
                        && Names.whole(row.sex(), row.ageGroup()))
                .toList();
        Stream<Figure> figure = new PanelFigure<PersistenceRow>(
                        Scale.PERCENT,
                        PersistenceRow::phenotype,
                        row -> "",
                        row -> day(row.day()),
                        row -> Scale.PERCENT.estimate(
                                day(row.day()), row.estimate(), row.ciLow(), row.ciHigh(), row.valueStatus()))
                        .of(
                                "Persistence of a bisphosphonate",
                                "Share of the children still observed who have the drug on the day since their first use, in "
                                        + "percent, with 95 % intervals.",
                                rows,
                                List.of(
                                        "Definition",
                                        "Day",
                                        "Begun",
                                        "Observed",
                                        "Covered",
                                        "Covered, %",
                                        "95 % interval",
                                        "Stopped by then, %"),
                                row -> List.of(
                                        Cell.words(Names.definition(row.phenotype())),
                                        Cell.words(day(row.day())),
                                        Scale.count(row.initiators(), row.valueStatus()),
                                        Scale.count(row.observed(), row.valueStatus()),
                                        Scale.count(row.covered(), row.valueStatus()),
                                        Scale.PERCENT.cell(row.estimate(), row.valueStatus()),
                                        Scale.PERCENT.cell(row.ciLow(), row.ciHigh(), row.valueStatus()),
                                        Scale.PERCENT.cell(row.discontinuation(), row.valueStatus())))
                        .stream();
        return Section.of(
                "persistence",
                "How long do they keep it?",
                List.of("Infusions cover the months for which they work, tablets the days that were supplied."),
                figure.toList(),
                List.of("Doses that were given elsewhere are not on record and look like an end of treatment."));
    }

    private static String day(Integer day) {
        return day + " d";
    }
}
