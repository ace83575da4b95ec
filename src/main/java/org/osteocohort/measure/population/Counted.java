package org.osteocohort.measure.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.osteocohort.phenotype.CaseClass;
import org.osteocohort.phenotype.ClassSpan;

/**
 * What a row counts: a phenotype and the classes taken together, or an item. While children are counted the class may be
 * the child's own, as {@link CaseClass} names it; in a row it is a {@link CaseGroup}.
 *
 * @param kind the label of an {@link ItemKind}
 * @param caseClass {@link Stratum#ALL} for an item
 */
public record Counted(String kind, String item, String caseClass) {
    /** Everybody, whether or not anything is found: what all else is counted among. */
    public static final Counted EVERYONE = new Counted("population", Stratum.ALL, Stratum.ALL);

    public Counted {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(caseClass, "caseClass");
    }

    public static Counted of(StudyItem item) {
        return new Counted(item.kind().label(), item.item(), Stratum.ALL);
    }

    /** A child's own class, while children are counted. */
    public static Counted of(ClassSpan found) {
        return new Counted(
                ItemKind.PHENOTYPE.label(), found.phenotype(), found.caseClass().name());
    }

    public static Counted of(String phenotype, CaseGroup group) {
        return new Counted(ItemKind.PHENOTYPE.label(), phenotype, group.label());
    }

    /** Everything that has rows, in the order of the reports. */
    public static List<Counted> all(StudyFrame frame) {
        List<Counted> all = new ArrayList<>();
        for (StudyPhenotype phenotype : frame.phenotypes()) {
            for (CaseGroup group : CaseGroup.values()) {
                all.add(of(phenotype.name(), group));
            }
        }
        frame.items().forEach(item -> all.add(of(item)));
        return all;
    }

    /** What is counted in rows when a child is counted with this: the groups of its class, or the item itself. */
    public List<Counted> groups() {
        if (!isPhenotype()) {
            return List.of(this);
        }
        return CaseGroup.including(CaseClass.valueOf(caseClass)).stream()
                .map(group -> of(item, group))
                .toList();
    }

    public boolean isPhenotype() {
        return kind.equals(ItemKind.PHENOTYPE.label());
    }

    /** Reads what {@link #parts()} wrote. */
    public static Counted parse(List<String> parts) {
        return new Counted(parts.get(0), parts.get(1), parts.get(2));
    }

    public List<String> parts() {
        return List.of(kind, item, caseClass);
    }
}
