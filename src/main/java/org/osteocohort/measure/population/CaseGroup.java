package org.osteocohort.measure.population;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.osteocohort.phenotype.CaseClass;

/** The classes of a definition that are counted together, the surest first; each group is within the next. */
public enum CaseGroup {
    CONFIRMED(CaseClass.CONFIRMED),
    CONFIRMED_OR_PROBABLE(CaseClass.PROBABLE),
    /** Every class but not met. */
    ANY(CaseClass.SUSPECTED);

    private final String label = name().toLowerCase(Locale.ROOT);

    private final CaseClass leastSure;

    CaseGroup(CaseClass leastSure) {
        this.leastSure = leastSure;
    }

    public boolean includes(CaseClass caseClass) {
        return caseClass.compareTo(leastSure) <= 0;
    }

    /** The groups that a class belongs to; none for not met. */
    public static List<CaseGroup> including(CaseClass caseClass) {
        return Arrays.stream(values())
                .filter(group -> group.includes(caseClass))
                .toList();
    }

    public String label() {
        return label;
    }
}
