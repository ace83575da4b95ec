package org.osteocohort.generate;

import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.osteocohort.generate.chart.Chart;
import org.osteocohort.generate.chart.Charting;
import org.osteocohort.generate.design.Archetype;
import org.osteocohort.generate.design.Archetypes;
import org.osteocohort.generate.design.DesignedPatient;
import org.osteocohort.generate.design.Draw;
import org.osteocohort.generate.design.StudyWindow;
import org.osteocohort.generate.truth.TruthRules;

/**
 * Makes children by number. A child depends on the options and its number only, never on another child. The first
 * numbers go once through all archetypes, so that a small population holds the rare ones too.
 */
public final class PopulationGenerator {
    /** Rows per child, visits included, that everyday care and the archetypes come to at the usual density. */
    public static final int USUAL_EVENTS_PER_PATIENT = 70;

    private final long seed;
    private final StudyWindow window;
    private final String site;
    private final double density;
    private final double[] weights;

    /** @param eventsPerPatient rows per child to aim at on average; more means more everyday care */
    public PopulationGenerator(long seed, Profile profile, StudyWindow window, String site, int eventsPerPatient) {
        this.seed = seed;
        this.window = Objects.requireNonNull(window, "window");
        this.site = Objects.requireNonNull(site, "site");
        this.density = (double) eventsPerPatient / USUAL_EVENTS_PER_PATIENT;
        this.weights = profile.weights();
    }

    /** The child of this number, from 0 up. */
    public SyntheticPatient patient(long number) {
        Draw draw = new Draw(seed, number);
        List<Archetype> archetypes = Archetypes.ALL;
        int choice = number < archetypes.size()
                ? (int) number
                : draw.fork("archetype").weighted(weights);
        DesignedPatient design = archetypes.get(choice).design(window, draw.fork("design"));
        Chart chart = Charting.chart(design, draw.fork("chart"), density);
        long personId = number + 1;
        return new SyntheticPatient(personId, design, chart, TruthRules.evaluate(site + ":" + personId, design));
    }

    /** So many children in the order of their numbers, each made when it is asked for. */
    public Stream<SyntheticPatient> patients(long count) {
        return LongStream.range(0, count).mapToObj(this::patient);
    }
}
