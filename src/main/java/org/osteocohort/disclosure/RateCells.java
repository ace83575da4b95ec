package org.osteocohort.disclosure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.osteocohort.measure.prevalence.PrevalenceType;

/**
 * The cells of period prevalence and of incidence by their place: what is counted (kind, item, class), denominator,
 * period and stratum (in the order of {@link Spaces#STRATA}).
 */
final class RateCells {
    /** The stratum of all children. */
    static final List<String> ALL = Collections.nCopies(Spaces.STRATA.size(), CountSpace.TOTAL);

    private RateCells() {}

    static CellId population(String denominator, String period, List<String> stratum) {
        return cell(Spaces.POPULATION, List.of(PrevalenceType.PERIOD.label(), denominator, period), stratum);
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
