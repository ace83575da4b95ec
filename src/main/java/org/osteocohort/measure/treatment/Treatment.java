package org.osteocohort.measure.treatment;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osteocohort.codes.Role;
import org.osteocohort.density.BoneDensity;
import org.osteocohort.ehr.Visit;
import org.osteocohort.ehr.VisitKind;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.tag.CodedEvent;
import org.osteocohort.tag.Tag;

/**
 * A treatment, evaluation or investigation whose coverage is reported.
 *
 * @param required sets of items; a child has the treatment in a window when every set has a record there
 * @param proof what makes a record count
 * @param expectation what the study's source expects; null when it says nothing
 */
public record Treatment(String name, List<Set<String>> required, Proof proof, Expectation expectation) {
    private static final String DXA_SCAN = "dxa_scan";

    /** No code tells that a history was taken; it is taken when a child is seen by appointment. */
    private static final String OUTPATIENT_VISIT = "outpatient_visit";

    private static final Set<String> BISPHOSPHONATES = Set.of(
            "bisphosphonate.any",
            "bisphosphonate.zoledronic_acid",
            "bisphosphonate.pamidronate",
            "bisphosphonate.alendronate",
            "bisphosphonate.other");

    /** Codes near an item that say it was something else, for example a density scan that is no DXA. */
    private static final Set<Role> NOT_THE_ITEM = Set.of(Role.NOT_DXA);

    /** What the seed page says is done for children with osteoporosis, agent by agent, and the work-up. */
    static final List<Treatment> ALL = List.of(
            new Treatment("bisphosphonate.any", List.of(BISPHOSPHONATES), Proof.DRUG, Expectation.MOST),
            new Treatment("bisphosphonate.persistent", List.of(BISPHOSPHONATES), Proof.PERSISTENT_USE, null),
            drug("bisphosphonate.zoledronic_acid"),
            drug("bisphosphonate.pamidronate"),
            drug("bisphosphonate.alendronate"),
            drug("bisphosphonate.other"),
            drug("calcium_supplement"),
            drug("vitamin_d_supplement"),
            new Treatment(
                    "nutrition_evaluation", List.of(Set.of("nutrition_evaluation")), Proof.RECORD, Expectation.ALL),
            new Treatment("pt_evaluation", List.of(Set.of("pt_evaluation")), Proof.RECORD, Expectation.ALL),
            new Treatment(
                    "weight_bearing_exercise",
                    List.of(Set.of("weight_bearing_exercise")),
                    Proof.RECORD,
                    Expectation.ALL),
            item(DXA_SCAN),
            item("skeletal_xray"),
            // An order code rarely tells which analyte, so only results make a panel; any record makes lab_any.
            allOf("lab_panel", "lab.calcium", "lab.phosphorus", "lab.vitamin_d"),
            // The seed page: review of the history, X-rays, DXA scan, blood tests (clinical reference, section 10).
            allOf(
                    "full_work_up",
                    OUTPATIENT_VISIT,
                    "skeletal_xray",
                    DXA_SCAN,
                    "lab.calcium",
                    "lab.phosphorus",
                    "lab.vitamin_d"),
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
        Objects.requireNonNull(proof, "proof");
        required = List.copyOf(required);
    }

    /** What makes a record count. */
    public enum Proof {
        RECORD,
        /** A record of a drug, whose supply tells for how long. */
        DRUG,
        /** Only a record that shows that the drug was kept: see {@link PersistentUse}. */
        PERSISTENT_USE
    }

    private static Treatment drug(String item) {
        return new Treatment(item, List.of(Set.of(item)), Proof.DRUG, null);
    }

    private static Treatment item(String item) {
        return anyOf(item, item);
    }

    private static Treatment anyOf(String name, String... items) {
        return new Treatment(name, List.of(Set.of(items)), Proof.RECORD, null);
    }

    private static Treatment allOf(String name, String... items) {
        return new Treatment(name, Arrays.stream(items).map(Set::of).toList(), Proof.RECORD, null);
    }

    /** What is expected in a window; nothing (null) when it is over before anybody could know of the disease. */
    Expectation expectation(TreatmentWindow window) {
        return window.lastDay() < 0 ? null : expectation;
    }

    /** Those that are drugs, for which it can be told how long they were taken. */
    static List<Treatment> drugs() {
        return ALL.stream().filter(treatment -> treatment.proof == Proof.DRUG).toList();
    }

    /** All items of all required sets. */
    Set<String> items() {
        return required.stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
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
        // Half a year of tablets proves persistence on a day that need not have a record of its own.
        return proof != Proof.PERSISTENT_USE
                && other.proof != Proof.PERSISTENT_USE
                && other.required.stream().allMatch(anyOf -> required.stream().anyMatch(own -> anyOf.containsAll(own)));
    }

    /** The child's record days of each required set, in the order of the sets. */
    List<SortedSet<LocalDate>> days(Assessment child) {
        return proof == Proof.PERSISTENT_USE
                ? List.of(PersistentUse.days(child, items()))
                : required.stream().map(items -> days(child, items)).toList();
    }

    static SortedSet<LocalDate> days(Assessment child, Set<String> items) {
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
        if (items.contains(OUTPATIENT_VISIT)) {
            child.history().visits().stream()
                    .filter(visit -> visit.kind() == VisitKind.OUTPATIENT)
                    .map(Visit::start)
                    .forEach(days::add);
        }
        return days;
    }
}
