package org.osteocohort.codes;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * All code set rows of a study, asked what a code means. Rows compete for a code within their family of roles: the
 * longest prefix wins, and at one length the role that stands first in {@link Role}. Outside the fracture and trauma
 * families rows of different items do not compete, so one code may speak for several items.
 */
public final class CodeSets implements Serializable {
    private static final long serialVersionUID = 1L;

    private final List<CodeRow> rows;
    private final Map<CodeKey, List<CodeRow>> exact = new HashMap<>();
    private final Map<Vocabulary, Map<String, List<CodeRow>>> prefixes = new EnumMap<>(Vocabulary.class);
    private final int longestPrefix;

    public CodeSets(List<CodeRow> rows) {
        this.rows = List.copyOf(rows);
        int longest = 0;
        for (CodeRow row : rows) {
            if (row.active()) {
                String code = row.key().code();
                boolean prefix = row.match() == CodeMatch.PREFIX || row.match() == CodeMatch.CLASS;
                List<CodeRow> same = prefix
                        ? prefixes.computeIfAbsent(row.key().vocabulary(), vocabulary -> new HashMap<>())
                                .computeIfAbsent(code, key -> new ArrayList<>())
                        : exact.computeIfAbsent(row.key(), key -> new ArrayList<>());
                same.add(row);
                longest = prefix ? Math.max(longest, code.length()) : longest;
            }
        }
        this.longestPrefix = longest;
    }

    /** Every row of the study, also those switched off. */
    public List<CodeRow> rows() {
        return rows;
    }

    /**
     * The rows that speak for a recorded code.
     *
     * @param resolved keys that a vocabulary or a name resolved the code to; empty when the code speaks for itself
     */
    public List<CodeRow> match(CodeKey code, Collection<CodeKey> resolved) {
        if (resolved.isEmpty()) {
            return match(code);
        }
        Set<CodeRow> candidates = new LinkedHashSet<>(candidates(code));
        resolved.forEach(key -> candidates.addAll(candidates(key)));
        return winners(candidates);
    }

    /** The rows that speak for a code, each family and item once. */
    public List<CodeRow> match(CodeKey code) {
        return winners(candidates(code));
    }

    private List<CodeRow> candidates(CodeKey code) {
        List<CodeRow> found = new ArrayList<>(exact.getOrDefault(code, List.of()));
        Map<String, List<CodeRow>> ofVocabulary = prefixes.getOrDefault(code.vocabulary(), Map.of());
        int longest = Math.min(longestPrefix, code.code().length());
        for (int length = longest; length > 0; length--) {
            found.addAll(ofVocabulary.getOrDefault(code.code().substring(0, length), List.of()));
        }
        return found;
    }

    /** One row for each group of competitors, in the order of roles and items. */
    private static List<CodeRow> winners(Collection<CodeRow> candidates) {
        Map<String, CodeRow> best = new TreeMap<>();
        for (CodeRow candidate : candidates) {
            best.merge(contest(candidate), candidate, (first, second) -> beats(second, first) ? second : first);
        }
        return List.copyOf(best.values());
    }

    private static String contest(CodeRow row) {
        Role.Family family = row.role().family();
        if (family == Role.Family.FRACTURE || family == Role.Family.TRAUMA) {
            return family.name();
        }
        // A drug of an ATC class is not also another drug of the wider class.
        boolean classOfTreatment = family == Role.Family.TREATMENT && row.match() == CodeMatch.CLASS;
        return family + "|" + (classOfTreatment ? CodeMatch.CLASS : row.item());
    }

    /**
     * Whether the challenger speaks for the code rather than the holder. Lengths are compared within a vocabulary of
     * prefixes only; concepts that a hierarchy resolved to have no length, so the role's rank alone decides.
     */
    private static boolean beats(CodeRow challenger, CodeRow holder) {
        boolean prefixes = challenger.key().vocabulary() == holder.key().vocabulary()
                && challenger.match() != CodeMatch.DESCENDANTS
                && holder.match() != CodeMatch.DESCENDANTS;
        int challengerLength = prefixes ? challenger.key().code().length() : 0;
        int holderLength = prefixes ? holder.key().code().length() : 0;
        if (challengerLength != holderLength) {
            return challengerLength > holderLength;
        }
        if (challenger.role() != holder.role()) {
            return challenger.role().compareTo(holder.role()) < 0;
        }
        return challenger.place().compareTo(holder.place()) < 0;
    }
}
