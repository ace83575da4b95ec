package org.osteocohort.measure.incidence;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osteocohort.job.PeriodKind;
import org.osteocohort.measure.population.AgeLevel;
import org.osteocohort.measure.population.Counted;
import org.osteocohort.measure.population.Denominator;
import org.osteocohort.measure.population.ReportPeriod;
import org.osteocohort.measure.population.Stratification;
import org.osteocohort.measure.population.Stratum;
import org.osteocohort.measure.population.StudyFrame;
import org.osteocohort.measure.tally.Tally;
import org.osteocohort.measure.tally.ValueStatus;
import org.osteocohort.statistics.Confidence;
import org.osteocohort.statistics.PoissonRate;

/** The counts of a tally by the cells of the table, and the rows that they make. */
final class IncidenceCells {
    private final Map<Cell, Long> counts = new HashMap<>();
    private final Map<Counted, Map<NotAtRisk, Long>> notAtRisk = new HashMap<>();
    private final Map<Counted, Map<Leaving, Long>> left = new HashMap<>();
    private final Stratification stratification;

    private IncidenceCells(StudyFrame frame) {
        this.stratification = Stratification.byPlaceAndPerson(frame);
    }

    private record Cell(IncidenceCount count, Counted what, String denominator, String period, Stratum stratum) {}

    static IncidenceCells of(Tally tally, StudyFrame frame) {
        IncidenceCells cells = new IncidenceCells(frame);
        tally.forEach(IncidenceMeasure.NAME, cells::spread);
        tally.forEach(IncidenceMeasure.NOT_AT_RISK, cells::spreadNotAtRisk);
        tally.forEach(IncidenceMeasure.LEFT, cells::spreadLeft);
        return cells;
    }

    /** Every stratum of the table. */
    List<Stratum> grid() {
        return stratification.grid();
    }

    /** Adds a finest cell to every group, denominator and stratum that holds it. */
    private void spread(List<String> parts, long number) {
        IncidenceCount count = IncidenceCount.valueOf(parts.get(9));
        Stratum finest = Stratum.of(parts.subList(0, 4), new AgeLevel(parts.get(10), parts.get(11)));
        boolean withoutAge = finest.age().equals(AgeLevel.ALL);
        if (withoutAge) {
            stratification.seeButAge(finest);
        } else if (count == IncidenceCount.DAYS) {
            stratification.see(finest);
        }
        // Days and events add up over ages; a child of two bands is one person of all ages.
        boolean addsUp = count == IncidenceCount.DAYS || count == IncidenceCount.EVENTS;
        Iterable<Stratum> strata =
                addsUp ? stratification.containing(finest) : stratification.containingAtItsAge(finest);
        Counted what = Counted.parse(parts.subList(6, 9));
        for (String denominator : Denominator.split(parts.get(5))) {
            for (Stratum stratum : strata) {
                counts.merge(new Cell(count, what, denominator, parts.get(4), stratum), number, Math::addExact);
            }
        }
    }

    private void spreadNotAtRisk(List<String> parts, long number) {
        NotAtRisk reason = NotAtRisk.valueOf(parts.get(3));
        notAtRisk
                .computeIfAbsent(Counted.parse(parts), key -> new EnumMap<>(NotAtRisk.class))
                .merge(reason, number, Math::addExact);
    }

    private long count(IncidenceCount count, Counted what, String denominator, String period, Stratum stratum) {
        return counts.getOrDefault(new Cell(count, what, denominator, period, stratum), 0L);
    }

    IncidenceRow row(Counted what, Denominator denominator, ReportPeriod period, Stratum stratum) {
        String among = denominator.label();
        String name = period.name();
        long followed = count(IncidenceCount.PERSONS, Counted.EVERYONE, among, name, stratum);
        long earlier = count(IncidenceCount.PERSONS, what, among, name, stratum);
        Long notFollowed = stratum.age().equals(AgeLevel.ALL)
                ? (Long) count(IncidenceCount.NOT_FOLLOWED, Counted.EVERYONE, among, name, stratum)
                : null;
        long days = count(IncidenceCount.DAYS, Counted.EVERYONE, among, name, stratum)
                - count(IncidenceCount.DAYS, what, among, name, stratum);
        long events = count(IncidenceCount.EVENTS, what, among, name, stratum);
        double personYears = IncidenceRow.personYears(days);
        PoissonRate rate = PoissonRate.of(events, personYears, IncidenceRow.PER_PERSON_YEARS);
        boolean whole = denominator == Denominator.OBSERVED
                && period.kind() == PeriodKind.STUDY
                && stratum.equals(Stratum.EVERYONE);
        return new IncidenceRow(
                what.kind(),
                what.item(),
                what.caseClass(),
                among,
                period.kind().label(),
                name,
                period.start(),
                period.end(),
                period.complete(),
                period.blurred(),
                stratum.sex(),
                stratum.ageGroup(),
                stratum.ageBand(),
                stratum.race(),
                stratum.ethnicity(),
                stratum.site(),
                notFollowed,
                followed,
                earlier,
                followed - earlier,
                events,
                days,
                personYears,
                rate.estimate(),
                rate.low(),
                rate.high(),
                Confidence.LEVEL,
                PoissonRate.METHOD,
                whole ? notAtRisk(what, NotAtRisk.BEFORE_STUDY) : null,
                whole ? notAtRisk(what, NotAtRisk.IN_WASHOUT) : null,
                whole ? notAtRisk(what, NotAtRisk.OUTSIDE_OBSERVATION) : null,
                whole ? notAtRisk(what, NotAtRisk.AFTER_CONTRIBUTION) : null,
                whole ? ever(what, events) : null,
                whole && what.isPhenotype() ? left(what, Leaving.LEFT) : null,
                whole && what.isPhenotype() ? left(what, Leaving.NO_LONGER) : null,
                ValueStatus.of(rate.estimable()).label());
    }

    private void spreadLeft(List<String> parts, long number) {
        left.computeIfAbsent(Counted.parse(parts), key -> new EnumMap<>(Leaving.class))
                .merge(Leaving.valueOf(parts.get(3)), number, Math::addExact);
    }

    private Long left(Counted what, Leaving how) {
        return left.getOrDefault(what, Map.of()).getOrDefault(how, 0L);
    }

    private Long ever(Counted what, long events) {
        return events
                + notAtRisk(what, NotAtRisk.BEFORE_STUDY)
                + notAtRisk(what, NotAtRisk.IN_WASHOUT)
                + notAtRisk(what, NotAtRisk.OUTSIDE_OBSERVATION);
    }

    /** Boxed, since most rows have none of these columns. */
    private Long notAtRisk(Counted what, NotAtRisk reason) {
        return notAtRisk.getOrDefault(what, Map.of()).getOrDefault(reason, 0L);
    }
}
