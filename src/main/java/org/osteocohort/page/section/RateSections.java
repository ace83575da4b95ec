package org.osteocohort.page.section;

import java.util.List;
import org.osteocohort.page.view.Section;

/** How common osteoporosis is, and how often it begins. */
public final class RateSections {
    private RateSections() {}

    /** Part of the page about prevalence. */
    public static Section prevalence(PublishedTables tables) {
        return Section.of(
                "prevalence",
                "How common is it?",
                List.of(
                        "Prevalence counts every child who is a case on the last day on which it is observed in the period, "
                                + "among all children observed on any day of it."),
                new RateFigures(Scale.PER_10_000, "Cases", "Children").of("Prevalence", Rate.prevalence(tables)),
                List.of(
                        "Children who come to a hospital are sicker than children at large: prevalence among them is not "
                                + "that of the population."));
    }

    /** Part of the page about incidence. */
    public static Section incidence(PublishedTables tables) {
        return Section.of(
                "incidence",
                "How often does it begin?",
                List.of(
                        "Incidence counts the first day on which everything that a definition asks is on record, in the "
                                + "time for which children are observed and not yet cases."),
                new RateFigures(Scale.RATE, "First events", "Person-years").of("Incidence", Rate.incidence(tables)),
                List.of("A disease that was known before the record begins looks new when it is first recorded here."));
    }
}
