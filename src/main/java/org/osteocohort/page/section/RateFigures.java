package org.osteocohort.page.section;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osteocohort.page.chart.Estimate;
import org.osteocohort.page.view.Cell;
import org.osteocohort.page.view.Figure;

/** Rates by calendar year, and by age and sex. */
final class RateFigures {
    private final Scale scale;
    private final String cases;
    private final String base;

    /**
     * Figures of rates.
     *
     * @param cases what the rates count, as a heading
     * @param base what they are counted in, as a heading
     */
    RateFigures(Scale scale, String cases, String base) {
        this.scale = scale;
        this.cases = cases;
        this.base = base;
    }

    List<Figure> of(String measure, List<Rate> rates) {
        return Stream.of(overTime(measure, rates), byAgeAndSex(measure, rates))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Figure> overTime(String measure, List<Rate> rates) {
        List<Rate> years = rates.stream().filter(Rate::ofAYear).toList();
        String caption = measure + " " + scale.unit() + " in each calendar year, confirmed cases, with 95 % intervals.";
        if (years.stream().anyMatch(Rate::blurred)) {
            caption += " Dates of an extract were shifted, so that a year holds days of its neighbours too.";
        }
        return new PanelFigure<>(scale, Rate::phenotype, rate -> "", Rate::period, this::estimate)
                .of(measure + " over time", caption, years, columns("Year"), rate -> line(rate, rate.period()));
    }

    private Optional<Figure> byAgeAndSex(String measure, List<Rate> rates) {
        List<Rate> groups = rates.stream().filter(Rate::ofAgeAndSex).toList();
        String caption = measure + " " + scale.unit()
                + " over the whole study by age in completed years and by sex, confirmed cases, with 95 % intervals.";
        return new PanelFigure<>(scale, Rate::phenotype, Rate::sex, Rate::ageBand, this::estimate)
                .of(measure + " by age and sex", caption, groups, columns("Group"), rate -> line(rate, group(rate)));
    }

    private static String group(Rate rate) {
        return Names.plain(rate.sex()) + ", " + rate.ageBand();
    }

    private Estimate estimate(Rate rate) {
        String what = rate.ofAYear() ? rate.period() : group(rate);
        return scale.estimate(what, rate.estimate(), rate.low(), rate.high(), rate.status());
    }

    private List<String> columns(String group) {
        return List.of("Definition", group, cases, base, capital(scale.unit()), "95 % interval");
    }

    private List<Cell> line(Rate rate, String group) {
        return List.of(
                Cell.words(Names.definition(rate.phenotype())),
                Cell.words(group),
                Scale.count(rate.cases(), rate.status()),
                rate.base(),
                scale.cell(rate.estimate(), rate.status()),
                scale.cell(rate.low(), rate.high(), rate.status()));
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
