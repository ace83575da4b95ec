package org.osteocohort.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.osteocohort.measure.population.Denominator;
import org.osteocohort.measure.prevalence.PrevalenceType;

/**
 * The cells of prevalence and of incidence by their place: what is counted (kind, item, class), denominator,
 * period and stratum (in the order of {@link Spaces#STRATA}).
 */
final class RateCells {
    /** The stratum of all children. */
    static final List<String> ALL = Collections.nCopies(Spaces.STRATA.size(), CountSpace.TOTAL);

    private RateCells() {}

    /**
     * Children of a denominator who contribute to a period. Those who contribute its first day are the same in every
     * period that begins then, and the same whom a point prevalence of that day counts.
     *
     * @param start the first day of the period
     */
    static CellId population(String denominator, String period, LocalDate start, List<String> stratum) {
        if (denominator.equals(Denominator.DAY_ONE.label())) {
            return populationOn(start, Denominator.OBSERVED.label(), stratum);
        }
        return cell(Spaces.POPULATION, List.of(PrevalenceType.PERIOD.label(), denominator, period), stratum);
    }

    /** Children who contribute any day of a period. */
    static CellId observed(String period, List<String> stratum) {
        return cell(
                Spaces.POPULATION,
                List.of(PrevalenceType.PERIOD.label(), Denominator.OBSERVED.label(), period),
                stratum);
    }

    /** Children of a denominator who contribute a day of a period. */
    static CellId populationOn(LocalDate day, String denominator, List<String> stratum) {
        List<String> place = List.of(PrevalenceType.POINT.label(), denominator, day.toString());
        return cell(Spaces.POPULATION, place, stratum);
    }

    /** Those of them with a phenotype or an item on that day. */
    static CellId prevalentOn(LocalDate day, List<String> what, String denominator, List<String> stratum) {
        List<String> place = new ArrayList<>(what);
        place.addAll(List.of(PrevalenceType.POINT.label(), denominator, day.toString()));
        return cell(Spaces.PREVALENT, place, stratum);
    }

    static CellId prevalent(List<String> what, String denominator, String period, List<String> stratum) {
        List<String> place = new ArrayList<>(what);
        place.addAll(List.of(PrevalenceType.PERIOD.label(), denominator, period));
        return cell(Spaces.PREVALENT, place, stratum);
    }

    static CellId followed(String denominator, String period, List<String> stratum) {
        return cell(IncidenceRules.FOLLOWED, List.of(denominator, period), stratum);
    }

    /** A cell of incidence: events, children or days at risk. */
    static CellId rate(CountSpace space, List<String> what, String denominator, String period, List<String> stratum) {
        List<String> place = new ArrayList<>(what);
        place.addAll(List.of(denominator, period));
        return cell(space, place, stratum);
    }

    /** The stratum of one level of one axis. */
    static List<String> stratum(String axis, String level) {
        List<String> stratum = new ArrayList<>(ALL);
        stratum.set(Spaces.STRATA.indexOf(axis), level);
        return stratum;
    }

    private static CellId cell(CountSpace space, List<String> place, List<String> stratum) {
        List<String> levels = new ArrayList<>(place);
        levels.addAll(stratum);
        return space.cell(levels.toArray(new String[0]));
    }
}
