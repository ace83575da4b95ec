package org.osteocohort.phenotype;

import java.io.Serializable;
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
 * @param classes ways into the classes; the surest class wins, and within it the earliest day
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

    /** The child's class under this definition; the causes are judged apart, by {@link EtiologyEngine}. */
    Judgement judge(Findings findings) {
        ClassRule best = null;
        Outcome outcome = Outcome.NOT_MET;
        for (ClassRule rule : classes) {
            boolean surer = best == null || rule.caseClass().compareTo(best.caseClass()) < 0;
            if (surer || rule.caseClass() == best.caseClass()) {
                Outcome found = findings.outcome(rule.when());
                if (found.met() && (surer || earlier(found, outcome))) {
                    best = rule;
                    outcome = found;
                }
            }
        }
        return new Judgement(best, outcome, flags(findings));
    }

    /** Whether no child without a counted fracture can be a case. */
    public boolean asksForFracture() {
        return classes.stream().allMatch(rule -> rule.when().asksForFracture());
    }

    private static boolean earlier(Outcome challenger, Outcome holder) {
        return holder.on() != null && challenger.on() != null && challenger.on().isBefore(holder.on());
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

    /** A class with its grounds, before the causes are known. */
    record Judgement(ClassRule rule, Outcome outcome, SortedSet<String> flags) {}
}
