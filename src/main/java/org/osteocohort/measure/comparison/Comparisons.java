package org.osteocohort.measure.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.osteocohort.job.PeriodKind;
import org.osteocohort.measure.incidence.IncidenceRow;
import org.osteocohort.measure.population.AgeBands;
import org.osteocohort.measure.population.AgeLevel;
import org.osteocohort.measure.population.Counted;
import org.osteocohort.measure.population.Denominator;
import org.osteocohort.measure.population.ReportPeriod;
import org.osteocohort.measure.population.Stratum;
import org.osteocohort.measure.population.StudyFrame;
import org.osteocohort.measure.prevalence.PrevalenceRow;
import org.osteocohort.measure.tally.TableRows;
import org.osteocohort.measure.tally.ValueStatus;
import org.osteocohort.statistics.Confidence;
import org.osteocohort.statistics.TrendTest;

/**
 * Tests and ratios between strata of the prevalence and incidence of each phenotype, among observed children. A
 * comparison of strata that the job does not ask for is not made, and unknown levels are compared with none.
 */
public final class Comparisons {
    private static final double MONTHS_OF_A_YEAR = 12;
    private static final String OBSERVED = Denominator.OBSERVED.label();
    private static final String STUDY = PeriodKind.STUDY.label();

    private final StudyFrame frame;
    private final RowIndex<PrevalenceRow> prevalence;
    private final RowIndex<IncidenceRow> incidence;
    private final List<ComparedLevel> sexes;
    private final List<ComparedLevel> races;
    private final List<ComparedLevel> ethnicities;
    private final List<ComparedLevel> sites;

    private Comparisons(StudyFrame frame, List<PrevalenceRow> prevalence, List<IncidenceRow> incidence) {
        this.frame = frame;
        this.prevalence = RowIndex.ofPrevalence(prevalence);
        this.incidence = RowIndex.ofIncidence(incidence);
        // The reference first.
        this.sexes = List.of(ComparedLevel.ofSex("female"), ComparedLevel.ofSex("male"));
        this.races = levels(prevalence, PrevalenceRow::race, ComparedLevel::ofRace);
        this.ethnicities = levels(prevalence, PrevalenceRow::ethnicity, ComparedLevel::ofEthnicity);
        this.sites = levels(prevalence, PrevalenceRow::site, ComparedLevel::ofSite);
    }

    /** The table, from the rows that the same frame made of the same children. */
    public static TableRows<ComparisonRow> of(
            StudyFrame frame, List<PrevalenceRow> prevalence, List<IncidenceRow> incidence) {
        return new TableRows<>(ComparisonRow.TABLE, new Comparisons(frame, prevalence, incidence).rows());
    }

    /** The known levels of a column with most children first, then by name. */
    private List<ComparedLevel> levels(
            List<PrevalenceRow> rows, Function<PrevalenceRow, String> column, Function<String, ComparedLevel> level) {
        Optional<Counted> any = Counted.all(frame).stream().findFirst();
        return rows.stream()
                .map(column)
                .distinct()
                .filter(name -> !name.equals(Stratum.ALL) && !name.equals(Stratum.UNKNOWN))
                .map(level)
                .sorted(Comparator.comparing(
                                (ComparedLevel one) -> any.flatMap(what -> prevalence(what, one.stratum()))
                                        .map(PrevalenceRow::denominator)
                                        .orElse(0L),
                                Comparator.reverseOrder())
                        .thenComparing(ComparedLevel::name))
                .toList();
    }

    private List<ComparisonRow> rows() {
        List<ComparisonRow> rows = new ArrayList<>();
        for (Counted what : Counted.all(frame)) {
            if (what.isPhenotype()) {
                addTrend(ComparisonKind.TREND_OVER_AGE_BANDS, "age_band", what, ageBands(what), rows);
                addTrend(ComparisonKind.TREND_OVER_YEARS, "year", what, years(what), rows);
                for (List<ComparedLevel> levels : List.of(sexes, races, ethnicities, sites)) {
                    for (int other = 1; other < levels.size(); other++) {
                        addRatios(what, levels.get(other), levels.get(0), rows);
                    }
                }
            }
        }
        return rows;
    }

    private List<TrendTest.Group> ageBands(Counted what) {
        List<TrendTest.Group> groups = new ArrayList<>();
        for (AgeBands.AgeBand band : new AgeBands(frame).bands()) {
            AgeLevel age = band.level();
            double middle = (band.firstMonth() + band.afterLastMonth()) / 2.0 / MONTHS_OF_A_YEAR;
            prevalence(what, new Stratum(Stratum.ALL, age.group(), age.band(), Stratum.ALL, Stratum.ALL, Stratum.ALL))
                    .ifPresent(row -> groups.add(new TrendTest.Group(middle, row.numerator(), row.denominator())));
        }
        return groups;
    }

    private List<TrendTest.Group> years(Counted what) {
        List<TrendTest.Group> groups = new ArrayList<>();
        for (ReportPeriod period : ReportPeriod.of(frame)) {
            if (period.kind() == PeriodKind.YEAR && period.complete()) {
                prevalence
                        .row(what, OBSERVED, period.name(), Stratum.EVERYONE)
                        .ifPresent(row -> groups.add(
                                new TrendTest.Group(period.start().getYear(), row.numerator(), row.denominator())));
            }
        }
        return groups;
    }

    private void addTrend(
            ComparisonKind kind, String column, Counted what, List<TrendTest.Group> groups, List<ComparisonRow> rows) {
        if (groups.isEmpty()) {
            return;
        }
        ComparedCounts all = new ComparedCounts(
                groups.stream().mapToLong(TrendTest.Group::cases).sum(),
                groups.stream().mapToLong(TrendTest.Group::total).sum(),
                null);
        ComparisonResult result = ComparisonResult.of(TrendTest.cochranArmitage(groups));
        rows.add(row(kind, what, column, null, null, all, ComparedCounts.NONE, result));
    }

    private void addRatios(Counted what, ComparedLevel level, ComparedLevel reference, List<ComparisonRow> rows) {
        prevalence(what, level.stratum())
                .map(ComparedCounts::of)
                .ifPresent(cases -> prevalence(what, reference.stratum())
                        .map(ComparedCounts::of)
                        .map(others -> ratio(
                                ComparisonKind.PREVALENCE_RATIO,
                                what,
                                level,
                                reference,
                                cases,
                                others,
                                ComparisonResult.ofPrevalence(cases, others)))
                        .ifPresent(rows::add));
        incidence(what, level.stratum())
                .map(ComparedCounts::of)
                .ifPresent(events -> incidence(what, reference.stratum())
                        .map(ComparedCounts::of)
                        .map(others -> ratio(
                                ComparisonKind.INCIDENCE_RATE_RATIO,
                                what,
                                level,
                                reference,
                                events,
                                others,
                                ComparisonResult.ofIncidence(events, others)))
                        .ifPresent(rows::add));
    }

    private ComparisonRow ratio(
            ComparisonKind kind,
            Counted what,
            ComparedLevel level,
            ComparedLevel reference,
            ComparedCounts counts,
            ComparedCounts others,
            ComparisonResult result) {
        return row(kind, what, level.column(), level.name(), reference.name(), counts, others, result);
    }

    private Optional<PrevalenceRow> prevalence(Counted what, Stratum stratum) {
        return prevalence.row(what, OBSERVED, STUDY, stratum);
    }

    private Optional<IncidenceRow> incidence(Counted what, Stratum stratum) {
        return incidence.row(what, OBSERVED, STUDY, stratum);
    }

    private ComparisonRow row(
            ComparisonKind kind,
            Counted what,
            String column,
            String level,
            String referenceLevel,
            ComparedCounts counts,
            ComparedCounts reference,
            ComparisonResult result) {
        return new ComparisonRow(
                kind.label(),
                what.item(),
                what.caseClass(),
                column,
                level,
                referenceLevel,
                kind == ComparisonKind.TREND_OVER_YEARS && frame.blurredCalendar(),
                counts.numerator(),
                counts.denominator(),
                counts.personDays(),
                reference.numerator(),
                reference.denominator(),
                reference.personDays(),
                result.statistic(),
                result.estimate(),
                result.low(),
                result.high(),
                Confidence.LEVEL,
                result.pValue(),
                result.method(),
                ValueStatus.of(result.estimable()).label());
    }
}
