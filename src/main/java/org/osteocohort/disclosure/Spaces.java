package org.osteocohort.disclosure;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.osteocohort.measure.population.CaseGroup;
import org.osteocohort.measure.population.Denominator;

/** The counts that several tables publish, and the chains in which one group lies within the next. */
final class Spaces {
    static final String SEX = "sex";
    static final String AGE_GROUP = "age_group";
    static final String AGE_BAND = "age_band";
    static final String PREVALENCE_TYPE = "prevalence_type";
    static final String CASE_CLASS = "case_class";
    static final String DENOMINATOR = "denominator_name";

    static final List<String> STRATA = List.of(SEX, AGE_GROUP, AGE_BAND, "race", "ethnicity", "site");

    static final Set<String> SEX_AND_AGE = Set.of(SEX, AGE_GROUP, AGE_BAND);
    static final Set<String> SEX_AND_AGE_GROUP = Set.of(SEX, AGE_GROUP);

    /** Children who contribute time. */
    static final CountSpace POPULATION = new CountSpace(
            "population",
            List.of(PREVALENCE_TYPE, DENOMINATOR, "period", SEX, AGE_GROUP, AGE_BAND, "race", "ethnicity", "site"),
            Set.copyOf(STRATA));

    /** Children of the population with a phenotype or an item. */
    static final CountSpace PREVALENT = new CountSpace(
            "prevalent",
            List.of(
                    "kind",
                    "item",
                    CASE_CLASS,
                    PREVALENCE_TYPE,
                    DENOMINATOR,
                    "period",
                    SEX,
                    AGE_GROUP,
                    AGE_BAND,
                    "race",
                    "ethnicity",
                    "site"),
            Set.copyOf(STRATA));

    /** Children in a phenotype's cohort. */
    static final CountSpace COHORT =
            new CountSpace("cohort", List.of("phenotype", CASE_CLASS, SEX, AGE_GROUP, AGE_BAND), SEX_AND_AGE);

    private static final List<String> CASE_CLASSES =
            Arrays.stream(CaseGroup.values()).map(CaseGroup::label).toList();

    private Spaces() {}

    /**
     * Says that the cell lies within those of each wider grouping of classes, and is the same number where the groupings
     * hold the same children.
     */
    static void nestClasses(CellId cell, CellGraph graph) {
        nest(cell, CASE_CLASS, CASE_CLASSES, graph);
        for (String wider : widerClasses(cell.level(CASE_CLASS))) {
            CellId around = cell.with(CASE_CLASS, wider);
            // First what is soon seen: most numbers differ from the one around them.
            if (graph.sameCount(around, cell)
                    && !whole(cell).equals(cell)
                    && graph.sameCount(whole(around), whole(cell))) {
                // One lies within the other, so that none can be in one alone, whatever group is looked at.
                graph.part(around, "the same children as " + cell.level(CASE_CLASS), cell);
            }
        }
    }

    /**
     * The number of all observed children of which the cell is a part, on the same day or in the same period: in another one
     * a child may be of another class.
     */
    private static CellId whole(CellId cell) {
        CellId whole = cell.total();
        boolean divided = cell.space().axes().contains(DENOMINATOR);
        return divided ? whole.with(DENOMINATOR, Denominator.OBSERVED.label()) : whole;
    }

    /** The groupings of classes that hold this one. */
    static List<String> widerClasses(String caseClass) {
        int place = CASE_CLASSES.indexOf(caseClass);
        return place < 0 ? List.of() : CASE_CLASSES.subList(place + 1, CASE_CLASSES.size());
    }

    /**
     * Says that the cell lies within those of each later level of a chain. All of them, since a difference of two that
     * are not neighbours shows also when what lies between is hidden.
     */
    static void nest(CellId cell, String axis, List<String> chain, CellGraph graph) {
        int place = chain.indexOf(cell.level(axis));
        List<String> wider = place < 0 ? Collections.emptyList() : chain.subList(place + 1, chain.size());
        wider.forEach(level -> graph.contains(cell.with(axis, level), cell));
    }
}
