package org.osteocohort.codes;

import java.util.Locale;
import java.util.Optional;

/**
 * A coding system. The vocabulary is part of the key of every code: with the dots removed, ICD-9 E880 (a fall on
 * stairs) and ICD-10 E88.0 (a protein disorder) would otherwise be one.
 */
public enum Vocabulary {
    ICD10CM,
    ICD9CM,
    ICD10PCS,
    ICD9PROC,
    SNOMEDCT,
    RXNORM,
    ATC,
    HCPCS,
    CPT,
    LOINC,
    NDC,
    /** Codes that a site made itself; they mean nothing outside its own code set file. */
    LOCAL;

    /** The vocabulary of this name in a code set file or a job, ignoring case; empty when there is none. */
    public static Optional<Vocabulary> named(String name) {
        for (Vocabulary vocabulary : values()) {
            if (vocabulary.name().equalsIgnoreCase(name.strip())) {
                return Optional.of(vocabulary);
            }
        }
        return Optional.empty();
    }

    /** The form in which codes are compared: upper case, without dots and blanks. */
    public static String normalized(String code) {
        StringBuilder kept = new StringBuilder(code.length());
        for (int position = 0; position < code.length(); position++) {
            char character = code.charAt(position);
            if (character != '.' && !Character.isWhitespace(character)) {
                kept.append(character);
            }
        }
        return kept.toString().toUpperCase(Locale.ROOT);
    }
}
