package org.osteocohort.exposure;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osteocohort.codes.CodeRow;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.codes.Role;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.problem.Problem;

/** The rules by which drug records become eras; data, read from a file of the job. */
public final class DrugRules implements Serializable {
    /** The file's name beside the code sets. */
    public static final String FILE = "drug-rules.yaml";

    private static final long serialVersionUID = 1L;
    private static final Set<Role> DRUG_ROLES =
            EnumSet.of(Role.MED_CAUSE, Role.MED_CAUSE_OPTIONAL, Role.TREATMENT, Role.TREATMENT_OTHER);
    private static final Set<Vocabulary> DRUG_VOCABULARIES =
            EnumSet.of(Vocabulary.RXNORM, Vocabulary.ATC, Vocabulary.NDC);

    private final int leastDaysSupply;
    private final int mostDaysSupply;
    private final int longestRecordDays;
    private final int weightWindowDays;
    private final List<DrugClass> classes;
    private final Map<String, DrugClass> classByItem;

    DrugRules(
            int leastDaysSupply,
            int mostDaysSupply,
            int longestRecordDays,
            int weightWindowDays,
            List<DrugClass> classes) {
        this.leastDaysSupply = leastDaysSupply;
        this.mostDaysSupply = mostDaysSupply;
        this.longestRecordDays = longestRecordDays;
        this.weightWindowDays = weightWindowDays;
        this.classes = List.copyOf(classes);
        Map<String, DrugClass> byItem = new HashMap<>();
        classes.forEach(drugClass -> drugClass.items().forEach(item -> byItem.putIfAbsent(item, drugClass)));
        this.classByItem = Map.copyOf(byItem);
    }

    /**
     * Reads a YAML file of rules.
     *
     * @throws org.osteocohort.problem.BadJobException with every mistake: keys that are unknown or missing, numbers
     *     that are none or have no source, items, codes and names that do not fit together
     */
    public static DrugRules read(Path file) {
        return DrugRulesReader.read(file);
    }

    /** What is missing: active drug rows of the code sets whose item no class of these rules speaks for. */
    public List<Problem> missingFor(CodeSets codeSets) {
        List<Problem> problems = new ArrayList<>();
        for (CodeRow row : codeSets.rows()) {
            boolean drug = DRUG_ROLES.contains(row.role())
                    && DRUG_VOCABULARIES.contains(row.key().vocabulary());
            if (row.active() && drug && classOf(row.item()).isEmpty()) {
                problems.add(new Problem(row.place(), "the drug rules have no class with the item " + row.item()));
            }
        }
        return List.copyOf(problems);
    }

    static Set<Role> drugRoles() {
        return DRUG_ROLES;
    }

    Optional<DrugClass> classOf(String item) {
        return Optional.ofNullable(classByItem.get(item));
    }

    boolean plausibleDaysSupply(int days) {
        return days >= leastDaysSupply && days <= mostDaysSupply;
    }

    List<DrugClass> classes() {
        return classes;
    }

    int longestRecordDays() {
        return longestRecordDays;
    }

    int weightWindowDays() {
        return weightWindowDays;
    }
}
