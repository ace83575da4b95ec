package org.osteocohort.phenotype;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A case definition, as data.
 *
 * @param title one line for people
 * @param source where the definition comes from
 * @param settings every threshold with its source, in the order of the file
 * @param fractureRules the rules for fracture events that this definition sets for itself, by name
 * @param classes ways into the classes; on each day the surest class wins, and within it the way that was open first
 * @param flags named remarks, each with its condition
 */
public record Phenotype(
        String name,
        String title,
        String source,
        List<Setting> settings,
        Map<String, Integer> fractureRules,
        List<ClassRule> classes,
        Map<String, Criterion> flags)
        implements Serializable {
    public Phenotype {
        Objects.requireNonNull(name, "name");
        settings = List.copyOf(settings);
        fractureRules = Map.copyOf(fractureRules);
        classes = List.copyOf(classes);
        flags = Collections.unmodifiableMap(new LinkedHashMap<>(flags));
    }

    /** The child's classes under this definition; the causes are judged apart, by {@link EtiologyEngine}. */
    Judgement judge(Findings findings) {
        List<Way> ways = new ArrayList<>();
        for (ClassRule rule : classes) {
            Outcome found = findings.outcome(rule.when());
            if (found.everMet()) {
                ways.add(new Way(rule, found));
            }
        }
        return new Judgement(Stay.of(ways), flags(findings));
    }

    /** Whether no child without a counted fracture can be a case. */
    public boolean asksForFracture() {
        return classes.stream().allMatch(rule -> rule.when().asksForFracture());
    }

    private SortedSet<String> flags(Findings findings) {
        SortedSet<String> raised = new TreeSet<>();
        flags.forEach((flag, criterion) -> {
            if (findings.outcome(criterion).met()) {
                raised.add(flag);
            }
        });
        return raised;
    }

    /** The definition in plain English, for a clinician to sign off. */
    public String describe() {
        return Description.of(this);
    }

    /**
     * The classes over time with their grounds, before the causes are known.
     *
     * @param stays in order of time
     */
    record Judgement(List<Stay> stays, SortedSet<String> flags) {}
}
