package org.osteocohort.measure.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.osteocohort.measure.comparison.StandardGrid.Place;
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
import org.osteocohort.statistics.StandardizedRate;

/**
 * Period prevalence and incidence as they would be if the children had the ages and sexes of a standard population.
 *
 * <p>Every stratum of the standard within the study's ages counts with its weight; when one holds nobody the rate is not
 * estimable and the stratum is named. A child of unknown sex, or of an age that may be of two bands, has no place there.
 */
public final class StandardizedRates {
    static final String PREVALENCE = "prevalence";
    static final String INCIDENCE = "incidence";
    private static final List<Denominator> DENOMINATORS = List.of(Denominator.OBSERVED, Denominator.REGULAR_CARE);
    private static final List<String> PLACED_SEXES = List.of("female", "male");
    private static final String UNKNOWN_SEX = "unknown";

    private final StudyFrame frame;
    private final AgeLevel uncertain;
    private final List<StandardGrid> standards;
    private final RowIndex<PrevalenceRow> prevalence;
    private final RowIndex<IncidenceRow> incidence;

    private StandardizedRates(StudyFrame frame, List<PrevalenceRow> prevalence, List<IncidenceRow> incidence) {
        this.frame = frame;
        this.uncertain = new AgeBands(frame).uncertain();
        this.standards = frame.standards().stream()
                .map(standard -> StandardGrid.of(standard, frame))
                .toList();
        this.prevalence = RowIndex.ofPrevalence(prevalence);
        this.incidence = RowIndex.ofIncidence(incidence);
    }

    /** The table, from the rows that the same frame made of the same children. */
    public static TableRows<StandardizedRateRow> of(
            StudyFrame frame, List<PrevalenceRow> prevalence, List<IncidenceRow> incidence) {
        List<StandardizedRateRow> rows = new ArrayList<>();
        if (!frame.standards().isEmpty()) {
            new StandardizedRates(frame, prevalence, incidence).addTo(rows);
        }
        return new TableRows<>(StandardizedRateRow.TABLE, rows);
    }

    private void addTo(List<StandardizedRateRow> rows) {
        List<ReportPeriod> periods = ReportPeriod.of(frame);
        for (StandardGrid standard : standards) {
            for (Counted what : Counted.all(frame)) {
                for (Denominator denominator : DENOMINATORS) {
                    for (ReportPeriod period : periods) {
                        rows.add(prevalence(standard, what, denominator.label(), period));
                        rows.add(incidence(standard, what, denominator.label(), period));
                    }
                }
            }
        }
    }

    private StandardizedRateRow prevalence(
            StandardGrid standard, Counted what, String denominator, ReportPeriod period) {
        PrevalenceRow crude = prevalence(what, denominator, period, Stratum.EVERYONE);
        List<StandardizedRate.Stratum> strata = new ArrayList<>();
        long placed = 0;
        long placedCases = 0;
        for (Place place : standard.places()) {
            PrevalenceRow row = prevalence(what, denominator, period, place.stratum());
            strata.add(new StandardizedRate.Stratum(place.name(), place.weight(), row.numerator(), row.denominator()));
            placed += row.denominator();
            placedCases += row.numerator();
        }
        Crude beside = new Crude(
                crude.numerator(),
                crude.denominator(),
                null,
                null,
                crude.estimate(),
                placedCases,
                placed,
                crude.denominator() - placed);
        return row(PREVALENCE, 1, standard, what, denominator, period, beside, StandardizedRate.direct(strata, 1));
    }

    private StandardizedRateRow incidence(
            StandardGrid standard, Counted what, String denominator, ReportPeriod period) {
        IncidenceRow crude = incidence(what, denominator, period, Stratum.EVERYONE);
        List<StandardizedRate.Stratum> strata = new ArrayList<>();
        for (Place place : standard.places()) {
            IncidenceRow row = incidence(what, denominator, period, place.stratum());
            strata.add(new StandardizedRate.Stratum(place.name(), place.weight(), row.events(), row.personYears()));
        }
        Crude beside = new Crude(
                crude.events(),
                crude.personsAtRisk(),
                crude.personDays(),
                crude.personYears(),
                crude.estimate(),
                sum(standard, what, denominator, period, IncidenceRow::events),
                sum(standard, what, denominator, period, IncidenceRow::personsAtRisk),
                notPlacedAtRisk(what, denominator, period));
        int per = IncidenceRow.PER_PERSON_YEARS;
        return row(INCIDENCE, per, standard, what, denominator, period, beside, StandardizedRate.direct(strata, per));
    }

    private long sum(
            StandardGrid standard,
            Counted what,
            String denominator,
            ReportPeriod period,
            ToLongFunction<IncidenceRow> count) {
        return standard.places().stream()
                .map(place -> incidence(what, denominator, period, place.stratum()))
                .mapToLong(count)
                .sum();
    }

    /** Children with a day at risk that has no place: all of those of unknown sex, and the others' uncertain days. */
    private long notPlacedAtRisk(Counted what, String denominator, ReportPeriod period) {
        long children = atRisk(what, denominator, period, UNKNOWN_SEX, AgeLevel.ALL);
        for (String sex : PLACED_SEXES) {
            children += atRisk(what, denominator, period, sex, uncertain);
        }
        return children;
    }

    private long atRisk(Counted what, String denominator, ReportPeriod period, String sex, AgeLevel age) {
        Stratum stratum = new Stratum(sex, age.group(), age.band(), Stratum.ALL, Stratum.ALL, Stratum.ALL);
        return incidence
                .row(what, denominator, period.name(), stratum)
                .map(IncidenceRow::personsAtRisk)
                .orElse(0L);
    }

    private PrevalenceRow prevalence(Counted what, String denominator, ReportPeriod period, Stratum stratum) {
        return prevalence.row(what, denominator, period.name(), stratum).orElseThrow();
    }

    private IncidenceRow incidence(Counted what, String denominator, ReportPeriod period, Stratum stratum) {
        return incidence.row(what, denominator, period.name(), stratum).orElseThrow();
    }

    /** What stands beside the standardized rate. */
    private record Crude(
            long numerator,
            long denominator,
            Long personDays,
            Double personYears,
            Double estimate,
            long placedNumerator,
            long placedDenominator,
            long notPlaced) {}

    private static StandardizedRateRow row(
            String measure,
            int per,
            StandardGrid standard,
            Counted what,
            String denominator,
            ReportPeriod period,
            Crude crude,
            StandardizedRate rate) {
        return new StandardizedRateRow(
                measure,
                standard.standard(),
                what.kind(),
                what.item(),
                what.caseClass(),
                denominator,
                period.kind().label(),
                period.name(),
                period.start(),
                period.end(),
                period.complete(),
                period.blurred(),
                per,
                crude.numerator(),
                crude.denominator(),
                crude.personDays(),
                crude.personYears(),
                crude.estimate(),
                crude.placedNumerator(),
                crude.placedDenominator(),
                crude.notPlaced(),
                rate.estimate(),
                rate.low(),
                rate.high(),
                Confidence.LEVEL,
                StandardizedRate.METHOD,
                String.join(";", rate.emptyStrata()),
                ValueStatus.of(rate.estimable()).label());
    }
}
