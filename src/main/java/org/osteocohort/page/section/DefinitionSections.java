package org.osteocohort.page.section;

import java.util.List;
import org.osteocohort.page.view.Definition;
import org.osteocohort.page.view.Section;
import org.osteocohort.phenotype.Phenotype;

/** What the numbers mean: the definitions in plain English, and what the data cannot tell. */
public final class DefinitionSections {
    private DefinitionSections() {}

    /** Part of the page about the definitions. */
    public static Section definitions(List<Phenotype> phenotypes) {
        List<Definition> definitions = phenotypes.stream()
                .map(phenotype ->
                        new Definition(Names.definition(phenotype.name()), phenotype.title(), phenotype.describe()))
                .toList();
        return new Section(
                "definitions",
                "What is a case?",
                List.of("Each definition as the computer applies it, in plain English. A Z-score compares bone density "
                        + "with children of the same age and sex. The index date is the first day on which everything "
                        + "that a definition asks is on record. Unknown is never taken for normal."),
                List.of(),
                List.of(),
                List.of(),
                definitions,
                List.of());
    }

    /** Part of the page about the limits of the data. */
    public static Section limits() {
        return Section.of(
                "limits",
                "What can a de-identified EHR extract not tell?",
                List.of(),
                List.of(),
                List.of(
                        "Fractures treated elsewhere, before the record begins, or not coded.",
                        "How an accident happened, when no external cause was coded, which is the usual state.",
                        "Whether a billed code was a rule-out; vertebral codes are the least precise.",
                        "Calcium and vitamin D bought over the counter; low coverage is a floor.",
                        "Puberty, motor function, family history and genetic results, which are rarely structured.",
                        "Doses that were not recorded; then only days of exposure are known.",
                        "Calendar years of shifted dates: intervals are kept, years are blurred.",
                        "How good the definitions are: they were not validated against chart review."));
    }
}
