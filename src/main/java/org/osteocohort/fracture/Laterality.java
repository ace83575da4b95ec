package org.osteocohort.fracture;

import java.util.Set;
import org.osteocohort.codes.CodeKey;
import org.osteocohort.codes.Vocabulary;

/**
 * The side that an ICD-10-CM fracture code tells. Source: every leaf of S42, S49, S52, S59, S72, S79, S82 and S89 in the
 * FY2026 table; ICD-9-CM and SNOMED CT codes carry no side that is read here.
 */
final class Laterality {
    private static final Set<String> INJURIES = Set.of("S42", "S49", "S52", "S59", "S72", "S79", "S82", "S89");
    /** Two bones share these subcategories: 1 and 2 are the sides of ulna or tibia, 3 and 4 of radius or fibula. */
    private static final Set<String> TWO_BONES = Set.of("M8443", "M8446", "M8463", "M8466");
    /** One bone a subcategory: 1 is right, 2 is left. */
    private static final Set<String> ONE_BONE = Set.of(
            "M8002", "M8003", "M8005", "M8006", "M8082", "M8083", "M8085", "M8086", "M8442", "M8445", "M8462", "M8465");

    private Laterality() {}

    static Side of(CodeKey key) {
        String code = key.code();
        if (key.vocabulary() != Vocabulary.ICD10CM || code.length() < 6) {
            return Side.UNKNOWN;
        }
        if (INJURIES.contains(code.substring(0, 3))) {
            return code.charAt(5) == 'X' ? side(code.charAt(4), "14", "25") : side(code.charAt(5), "147", "258");
        }
        String subcategory = code.substring(0, 5);
        if (TWO_BONES.contains(subcategory)) {
            return side(code.charAt(5), "13", "24");
        }
        return ONE_BONE.contains(subcategory) ? side(code.charAt(5), "1", "2") : Side.UNKNOWN;
    }

    private static Side side(char character, String right, String left) {
        if (right.indexOf(character) >= 0) {
            return Side.RIGHT;
        }
        return left.indexOf(character) >= 0 ? Side.LEFT : Side.UNKNOWN;
    }
}
