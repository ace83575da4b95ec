package org.osteocohort.codes;

/**
 * Check digits: LOINC's of modulus 10 (Luhn) and SNOMED CT's of the dihedral group of order 10 (Verhoeff). Both catch
 * every single wrong digit, and nearly every swap of neighbours.
 */
final class CodeSetLintCheckDigit {
    /** Sides of the pentagon whose turns and reflections are the group's ten elements. */
    private static final int SIDES = 5;

    private static final int DIGITS = 10;

    /** Verhoeff's permutation; a digit passes through it as often as it stands places from the right. */
    private static final int[] PERMUTATION = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};

    private CodeSetLintCheckDigit() {}

    /** True for a right check digit and for vocabularies without one; the code has the shape of its vocabulary. */
    static boolean holds(CodeKey key) {
        return switch (key.vocabulary()) {
            case LOINC -> luhn(key.code().replace("-", ""));
            case SNOMEDCT -> verhoeff(key.code());
            case ICD10CM, ICD9CM, ICD10PCS, ICD9PROC, RXNORM, ATC, HCPCS, CPT, NDC, LOCAL -> true;
        };
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            int digit = digit(digits, place);
            int weighted = place % 2 == 1 ? 2 * digit : digit;
            sum += weighted / DIGITS + weighted % DIGITS;
        }
        return sum % DIGITS == 0;
    }

    private static boolean verhoeff(String digits) {
        int product = 0;
        for (int place = 0; place < digits.length(); place++) {
            int digit = digit(digits, place);
            // The permutation repeats itself after eight steps.
            for (int step = 0; step < place % 8; step++) {
                digit = PERMUTATION[digit];
            }
            product = multiply(product, digit);
        }
        return product == 0;
    }

    /** 0 to 4 turn the pentagon, 5 to 9 reflect it first; a reflection turns what follows the other way round. */
    private static int multiply(int first, int second) {
        int turn = first < SIDES ? first + second : first - second;
        boolean reflected = first < SIDES == second >= SIDES;
        return Math.floorMod(turn, SIDES) + (reflected ? SIDES : 0);
    }

    /** Counted from the right. */
    private static int digit(String digits, int place) {
        return digits.charAt(digits.length() - 1 - place) - '0';
    }
}
