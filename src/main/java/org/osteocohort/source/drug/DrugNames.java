package org.osteocohort.source.drug;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.osteocohort.codes.CodeKey;
import org.osteocohort.codes.CodeMatch;
import org.osteocohort.codes.CodeRow;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.codes.Vocabulary;

/**
 * Finds a study's ingredients in a drug's written name by whole words; for extracts without a vocabulary. The words are
 * the descriptions of the RxNorm ingredient rows, up to a remark in brackets or after a comma, colon or semicolon.
 */
public final class DrugNames implements Serializable {
    private static final long serialVersionUID = 1L;
    /**
     * Ingredients that are also the salt in other drugs' names (atorvastatin calcium). They count only when they open
     * the name of a component and no other substance follows (calcium chloride).
     */
    private static final Set<String> SALTS = Set.of("calcium", "sodium", "potassium", "magnesium");
    /** What may follow a salt's name without making it another substance. */
    private static final Set<String> AFTER_SALT = Set.of(
            "oral", "tablet", "tablets", "tab", "chewable", "capsule", "supplement", "supplements", "plus", "with");

    private final LinkedHashMap<List<String>, CodeKey> ingredients = new LinkedHashMap<>();

    public DrugNames(CodeSets codeSets) {
        for (CodeRow row : codeSets.rows()) {
            if (row.active() && row.match() == CodeMatch.INGREDIENT && row.key().vocabulary() == Vocabulary.RXNORM) {
                List<String> words = words(row.description().split("[(,;:]", 2)[0]);
                if (!words.isEmpty()) {
                    ingredients.putIfAbsent(words, row.key());
                }
            }
        }
    }

    /** The ingredients in a name, in the order of their text; empty when there is none. */
    public List<CodeKey> ingredientsIn(String name) {
        Map<String, CodeKey> found = new LinkedHashMap<>();
        for (String component : name.split("\\s/\\s|[{}()+]")) {
            collect(words(component), found);
        }
        return new TreeSet<>(found.keySet()).stream().map(found::get).toList();
    }

    private void collect(List<String> words, Map<String, CodeKey> found) {
        int position = 0;
        while (position < words.size()) {
            int longest = 0;
            CodeKey key = null;
            for (Map.Entry<List<String>, CodeKey> ingredient : ingredients.entrySet()) {
                int length = ingredient.getKey().size();
                if (length > longest && standsAt(words, position, ingredient.getKey())) {
                    longest = length;
                    key = ingredient.getValue();
                }
            }
            if (key != null) {
                found.put(key.toString(), key);
            }
            position += Math.max(1, longest);
        }
    }

    private static boolean standsAt(List<String> words, int position, List<String> ingredient) {
        int end = position + ingredient.size();
        if (end > words.size() || !words.subList(position, end).equals(ingredient)) {
            return false;
        }
        return !(ingredient.size() == 1 && SALTS.contains(ingredient.get(0))) || isNoSalt(words, position, end);
    }

    private static boolean isNoSalt(List<String> words, int start, int end) {
        boolean opens = words.subList(0, start).stream().allMatch(DrugNames::isAmount);
        boolean ends = end == words.size() || isAmount(words.get(end)) || AFTER_SALT.contains(words.get(end));
        return opens && ends;
    }

    private static boolean isAmount(String word) {
        return Character.isDigit(word.charAt(0))
                || Set.of("ml", "mg", "hr", "actuat").contains(word);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z0-9.]+")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return List.copyOf(words);
    }
}
