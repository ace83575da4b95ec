package org.osteocohort.measure.treatment;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.osteocohort.codes.Role;
import org.osteocohort.density.BoneDensity;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.tag.CodedEvent;
import org.osteocohort.tag.Tag;

/**
 * A treatment, evaluation or investigation whose coverage is reported.
 *
 * @param required sets of items; a child has the treatment in a window when every set has a record there
 */
public record Treatment(String name, List<Set<String>> required) {
    private static final String DXA_SCAN = "dxa_scan";

    /** Codes near an item that say it was something else, for example a density scan that is no DXA. */
    private static final Set<Role> NOT_THE_ITEM = Set.of(Role.NOT_DXA);

    /** What the seed page says is done for children with osteoporosis, agent by agent, and the work-up. */
    static final List<Treatment> ALL = List.of(
            anyOf(
                    "bisphosphonate.any",
                    "bisphosphonate.any",
                    "bisphosphonate.zoledronic_acid",
                    "bisphosphonate.pamidronate",
                    "bisphosphonate.alendronate",
                    "bisphosphonate.other"),
            item("bisphosphonate.zoledronic_acid"),
            item("bisphosphonate.pamidronate"),
            item("bisphosphonate.alendronate"),
            item("bisphosphonate.other"),
            item("calcium_supplement"),
            item("vitamin_d_supplement"),
            item("nutrition_evaluation"),
            item("pt_evaluation"),
            item("weight_bearing_exercise"),
            item(DXA_SCAN),
            item("skeletal_xray"),
            // An order code rarely tells which analyte, so only results make a panel; any record makes lab_any.
            new Treatment(
                    "lab_panel", List.of(Set.of("lab.calcium"), Set.of("lab.phosphorus"), Set.of("lab.vitamin_d"))),
            anyOf(
                    "lab_any",
                    "lab.calcium",
                    "lab.phosphorus",
                    "lab.vitamin_d",
                    "lab.calcitriol",
                    "lab.urine_calcium",
                    "lab.urine_phosphorus",
                    "lab.pth",
                    "lab.alkaline_phosphatase",
                    "lab.any"));

    public Treatment {
        Objects.requireNonNull(name, "name");
        required = List.copyOf(required);
    }

    private static Treatment item(String item) {
        return anyOf(item, item);
    }

    private static Treatment anyOf(String name, String... items) {
        return new Treatment(name, List.of(Set.of(items)));
    }

    /** The names of the other treatments that a child with this one in a window always has there too. */
    public static List<String> impliedBy(String name) {
        Optional<Treatment> treatment =
                ALL.stream().filter(one -> one.name.equals(name)).findFirst();
        return ALL.stream()
                .filter(other -> !other.name.equals(name)
                        && treatment.isPresent()
                        && treatment.get().implies(other))
                .map(Treatment::name)
                .toList();
    }

    private boolean implies(Treatment other) {
        return other.required.stream().allMatch(anyOf -> required.stream().anyMatch(own -> anyOf.containsAll(own)));
    }

    /** The child's record days of each required set, in the order of the sets. */
    List<SortedSet<LocalDate>> days(Assessment child) {
        return required.stream().map(items -> days(child, items)).toList();
    }

    private static SortedSet<LocalDate> days(Assessment child, Set<String> items) {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (Tag tag : child.tags()) {
            if (items.contains(tag.item())) {
                tag.evidence().stream()
                        .filter(event -> !NOT_THE_ITEM.contains(event.row().role()))
                        .map(CodedEvent::date)
                        .forEach(days::add);
            }
        }
        if (items.contains(DXA_SCAN)) {
            // A result proves the scan, even when its procedure was coded elsewhere.
            child.boneDensity().stream().map(BoneDensity::scanDate).forEach(days::add);
        }
        return days;
    }
}
