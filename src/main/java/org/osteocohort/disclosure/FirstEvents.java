package org.osteocohort.disclosure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osteocohort.measure.population.ItemKind;

/**
 * What incidence tells of all children of the study together: when they had their first events, and what became of those
 * who came into a class. Of something that is counted, as kind, item and class.
 */
final class FirstEvents {
    private static final CountSpace NOT_AT_RISK =
            CountSpace.of("first_events_not_at_risk", "kind", "item", Spaces.CASE_CLASS, "when");
    private static final String BEFORE_STUDY = "events_before_study";
    private static final List<String> WHEN = List.of(BEFORE_STUDY, "events_in_washout", "events_outside_observation");

    /** Of children who were no case as long as they contributed. */
    private static final String TOO_LATE = "events_after_contribution";

    /** Children with a first event by their last contributed day, and those of them who left the classes again. */
    private static final CountSpace EVER = CountSpace.of("ever", "kind", "item", Spaces.CASE_CLASS);

    private static final CountSpace LEFT = CountSpace.of("left", "kind", "item", Spaces.CASE_CLASS);
    private static final CountSpace NO_LONGER = CountSpace.of("no_longer", "kind", "item", Spaces.CASE_CLASS);

    private FirstEvents() {}

    /** The cells by the columns that hold them. */
    static Map<String, CellId> cells(List<String> what) {
        Map<String, CellId> cells = new LinkedHashMap<>();
        WHEN.forEach(when -> cells.put(when, notAtRisk(what, when)));
        cells.put(TOO_LATE, notAtRisk(what, TOO_LATE));
        cells.put("persons_ever", of(EVER, what));
        if (isPhenotype(what)) {
            cells.put("persons_left", of(LEFT, what));
            cells.put("persons_no_longer", of(NO_LONGER, what));
        }
        return cells;
    }

    /**
     * Whether it is published that no child was out of these classes again after it had been in one; of items always, which
     * are counted while they are in effect.
     */
    static boolean nobodyLeft(List<String> what, CellGraph graph) {
        return !isPhenotype(what) || graph.showsNobody(of(LEFT, what));
    }

    /** Says how they hang together with the events at risk, and with the cohort of a phenotype. */
    static void relate(List<String> what, CellId atRisk, CellGraph graph) {
        CellId ever = of(EVER, what);
        graph.part(ever, "first events", atRisk);
        WHEN.forEach(when -> graph.part(ever, "first events", notAtRisk(what, when)));
        if (isPhenotype(what)) {
            String all = CountSpace.TOTAL;
            graph.part(ever, "cohort", Spaces.COHORT.cell(what.get(1), what.get(2), all, all, all));
            graph.part(ever, "cohort", of(NO_LONGER, what));
            graph.contains(ever, of(LEFT, what));
            graph.contains(of(LEFT, what), of(NO_LONGER, what));
            Spaces.nestClasses(ever, graph);
            // Who was confirmed before the study was suspected before it, which is no matter of when it was observed.
            Spaces.nestClasses(notAtRisk(what, BEFORE_STUDY), graph);
        }
    }

    private static boolean isPhenotype(List<String> what) {
        return ItemKind.valueOf(what.get(0).toUpperCase(Locale.ROOT)) == ItemKind.PHENOTYPE;
    }

    private static CellId notAtRisk(List<String> what, String when) {
        return NOT_AT_RISK.cell(what.get(0), what.get(1), what.get(2), when);
    }

    private static CellId of(CountSpace space, List<String> what) {
        return space.cell(what.toArray(new String[0]));
    }
}
