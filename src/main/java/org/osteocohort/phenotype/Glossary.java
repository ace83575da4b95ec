package org.osteocohort.phenotype;

import java.util.LinkedHashMap;
import java.util.Map;

/** The named criteria that a description speaks of: shown by name where they are used, defined once. */
final class Glossary {
    private final Map<String, Clause> meanings = new LinkedHashMap<>();

    /** The name in quotation marks; the meaning is noted on first use. */
    String quoted(Named named) {
        String words = named.name().replace('_', ' ');
        if (!meanings.containsKey(words)) {
            // The name first: a name that its meaning uses in turn is then defined after it.
            meanings.put(words, Clause.of(""));
            meanings.put(words, named.criterion().describe(this));
        }
        return '"' + words + '"';
    }

    /** Meaning by name, in the order of first use. */
    Map<String, Clause> meanings() {
        return meanings;
    }
}
