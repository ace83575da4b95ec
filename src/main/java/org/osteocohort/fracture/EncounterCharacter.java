package org.osteocohort.fracture;

import java.util.Map;
import org.osteocohort.codes.CodeKey;
import org.osteocohort.codes.Vocabulary;

/**
 * What the seventh character of an ICD-10-CM fracture code says of the encounter. Source: ICD-10-CM FY2026 tabular
 * list and guidelines I.C.13.c-d and I.C.19.a, c.
 */
enum EncounterCharacter {
    /** Active treatment. The character stays on every visit of active treatment, so such rows repeat. */
    ACTIVE,
    /** Healing, delayed healing, non-union, mal-union or sequela of an earlier fracture. */
    LATER,
    /** The code was cut short. */
    MISSING,
    /** The vocabulary has no such character. */
    NONE;

    private static final int POSITION = 6;
    /** Characters of active treatment by the first three characters of the code; all other families know A only. */
    private static final Map<String, String> ACTIVE_BY_CATEGORY = Map.ofEntries(
            Map.entry("S52", "ABC"),
            Map.entry("S72", "ABC"),
            Map.entry("S82", "ABC"),
            Map.entry("S42", "AB"),
            Map.entry("S62", "AB"),
            Map.entry("S92", "AB"),
            Map.entry("S99", "AB"),
            Map.entry("S02", "AB"),
            Map.entry("S12", "AB"),
            Map.entry("S22", "AB"),
            Map.entry("S32", "AB"));

    static EncounterCharacter of(CodeKey key) {
        String code = key.code();
        if (key.vocabulary() != Vocabulary.ICD10CM || !carriesCharacter(code)) {
            return NONE;
        }
        if (code.length() <= POSITION) {
            return MISSING;
        }
        String active = ACTIVE_BY_CATEGORY.getOrDefault(code.substring(0, 3), "A");
        return active.indexOf(code.charAt(POSITION)) >= 0 ? ACTIVE : LATER;
    }

    /** Injuries, external causes and fractures in bone disease carry it; birth injuries and histories do not. */
    private static boolean carriesCharacter(String code) {
        return code.startsWith("S")
                || code.startsWith("M80")
                || code.startsWith("M84")
                || code.startsWith("M484")
                || code.startsWith("M485");
    }

    /**
     * Whether an external-cause or maltreatment row belongs to the injury's own encounter. Categories without the
     * character (such as Y07) always do.
     */
    static boolean ofFirstEncounter(CodeKey key) {
        boolean full = key.vocabulary() == Vocabulary.ICD10CM && key.code().length() > POSITION;
        return !full || key.code().charAt(POSITION) == 'A';
    }
}
