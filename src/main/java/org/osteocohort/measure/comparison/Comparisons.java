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
import org.osteocohort.statistics.RateRatio;
import org.osteocohort.statistics.RiskRatio;
import org.osteocohort.statistics.TrendTest;

/**
 * Tests and ratios between strata of the prevalence and incidence of each phenotype, among observed children. A
 * comparison of strata that the job does not ask for is not made, and unknown levels are compared with none.
 */
public final class Comparisons {
    private static final double MONTHS_OF_A_YEAR = 12;
    private static final String OBSERVED = Denominator.OBSERVED.label();
    private static final String STUDY = ReportPeriod.label(PeriodKind.STUDY);

    private final StudyFrame frame;
    private final RowIndex<PrevalenceRow> prevalence;
    private final RowIndex<IncidenceRow> incidence;
    private final List<Level> sexes;
    private final List<Level> races;
    private final List<Level> ethnicities;

    private Comparisons(StudyFrame frame, List<PrevalenceRow> prevalence, List<IncidenceRow> incidence) {
        this.frame = frame;
        this.prevalence = RowIndex.ofPrevalence(prevalence);
        this.incidence = RowIndex.ofIncidence(incidence);
        // The reference first.
        this.sexes = List.of(Level.ofSex("female"), Level.ofSex("male"));
        this.races = levels(prevalence, PrevalenceRow::race, Level::ofRace);
        this.ethnicities = levels(prevalence, PrevalenceRow::ethnicity, Level::ofEthnicity);
    }

    /** A level of a column, as the stratum of the children at it. */
    private record Level(String column, String name, Stratum stratum) {
        private static final String ALL = Stratum.ALL;

        static Level ofSex(String sex) {
            return new Level("sex", sex, new Stratum(sex, ALL, ALL, ALL, ALL, ALL));
        }

        static Level ofRace(String race) {
            return new Level("race", race, new Stratum(ALL, ALL, ALL, race, ALL, ALL));
        }

        static Level ofEthnicity(String ethnicity) {
            return new Level("ethnicity", ethnicity, new Stratum(ALL, ALL, ALL, ALL, ethnicity, ALL));
        }
    }

    /** The table, from the rows that the same frame made of the same children. */
    public static TableRows<ComparisonRow> of(
            StudyFrame frame, List<PrevalenceRow> prevalence, List<IncidenceRow> incidence) {
        return new TableRows<>(ComparisonRow.TABLE, new Comparisons(frame, prevalence, incidence).rows());
    }

    /** The known levels of a column with most children first, then by name. */
    private List<Level> levels(
            List<PrevalenceRow> rows, Function<PrevalenceRow, String> column, Function<String, Level> level) {
        Optional<Counted> any = Counted.all(frame).stream().findFirst();
        return rows.stream()
                .map(column)
                .distinct()
                .filter(name -> !name.equals(Stratum.ALL) && !name.equals(Stratum.UNKNOWN))
                .map(level)
                .sorted(Comparator.comparing(
                                (Level one) -> any.flatMap(what -> prevalence(what, one.stratum()))
                                        .map(PrevalenceRow::denominator)
                                        .orElse(0L),
                                Comparator.reverseOrder())
                        .thenComparing(Level::name))
                .toList();
    }

    private List<ComparisonRow> rows() {
        List<ComparisonRow> rows = new ArrayList<>();
        for (Counted what : Counted.all(frame)) {
            if (what.isPhenotype()) {
                addTrend(ComparisonKind.TREND_OVER_AGE_BANDS, "age_band", what, ageBands(what), rows);
                addTrend(ComparisonKind.TREND_OVER_YEARS, "year", what, years(what), rows);
                for (List<Level> levels : List.of(sexes, races, ethnicities)) {
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
        TrendTest test = TrendTest.cochranArmitage(groups);
        Counts all = new Counts(
                groups.stream().mapToLong(TrendTest.Group::cases).sum(),
                groups.stream().mapToLong(TrendTest.Group::total).sum(),
                null);
        rows.add(row(
                kind,
                what,
                column,
                null,
                null,
                all,
                Counts.NONE,
                new Result(test.z(), null, null, null, test.pValue(), TrendTest.METHOD, test.estimable())));
    }

    private void addRatios(Counted what, Level level, Level reference, List<ComparisonRow> rows) {
        Optional<Counts> cases = prevalence(what, level.stratum()).map(Counts::of);
        Optional<Counts> referenceCases = prevalence(what, reference.stratum()).map(Counts::of);
        if (cases.isPresent() && referenceCases.isPresent()) {
            Result ratio = Result.of(cases.get().riskRatio(referenceCases.get()));
            rows.add(row(
                    ComparisonKind.PREVALENCE_RATIO,
                    what,
                    level.column(),
                    level.name(),
                    reference.name(),
                    cases.get(),
                    referenceCases.get(),
                    ratio));
        }
        Optional<Counts> events = incidence(what, level.stratum()).map(Counts::of);
        Optional<Counts> referenceEvents = incidence(what, reference.stratum()).map(Counts::of);
        if (events.isPresent() && referenceEvents.isPresent()) {
            Result ratio = Result.of(events.get().rateRatio(referenceEvents.get()));
            rows.add(row(
                    ComparisonKind.INCIDENCE_RATE_RATIO,
                    what,
                    level.column(),
                    level.name(),
                    reference.name(),
                    events.get(),
                    referenceEvents.get(),
                    ratio));
        }
    }

    private Optional<PrevalenceRow> prevalence(Counted what, Stratum stratum) {
        return prevalence.row(what, OBSERVED, STUDY, stratum);
    }

    private Optional<IncidenceRow> incidence(Counted what, Stratum stratum) {
        return incidence.row(what, OBSERVED, STUDY, stratum);
    }

    /** The counts of a level; null what does not apply. */
    private record Counts(Long numerator, Long denominator, Long personDays) {
        private static final Counts NONE = new Counts(null, null, null);

        static Counts of(PrevalenceRow row) {
            return new Counts(row.numerator(), row.denominator(), null);
        }

        static Counts of(IncidenceRow row) {
            return new Counts(row.events(), row.personsAtRisk(), row.personDays());
        }

        RiskRatio riskRatio(Counts reference) {
            return RiskRatio.of(numerator, denominator, reference.numerator, reference.denominator);
        }

        RateRatio rateRatio(Counts reference) {
            return RateRatio.of(numerator, personDays, reference.numerator, reference.personDays);
        }
    }

    private record Result(
            Double statistic,
            Double estimate,
            Double low,
            Double high,
            Double pValue,
            String method,
            boolean estimable) {
        static Result of(RiskRatio ratio) {
            return new Result(
                    null, ratio.estimate(), ratio.low(), ratio.high(), null, RiskRatio.METHOD, ratio.estimable());
        }

        static Result of(RateRatio ratio) {
            return new Result(
                    null, ratio.estimate(), ratio.low(), ratio.high(), null, RateRatio.METHOD, ratio.estimable());
        }
    }

    private ComparisonRow row(
            ComparisonKind kind,
            Counted what,
            String column,
            String level,
            String referenceLevel,
            Counts counts,
            Counts reference,
            Result result) {
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
