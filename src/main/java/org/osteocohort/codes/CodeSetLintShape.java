package org.osteocohort.codes;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whether a row's code can occur in its vocabulary, and whether its way of matching makes sense there. */
final class CodeSetLintShape {
    /** Codes in comparable form: upper case, without dots. */
    private static final Pattern ICD10CM = Pattern.compile("[A-Z][0-9][0-9A-Z]{1,5}");

    private static final Pattern ICD9CM = Pattern.compile("[0-9]{3,5}|V[0-9]{2,4}|E[0-9]{3,4}");
    /** The letters I and O are not used, so that nobody reads them as digits. */
    private static final Pattern ICD10PCS = Pattern.compile("[0-9A-HJ-NP-Z]{7}");

    private static final Pattern ICD9PROC = Pattern.compile("[0-9]{2,4}");
    /** The last digit but two and the last but one say that it is a concept, not a description or a relationship. */
    private static final Pattern SNOMEDCT = Pattern.compile("[1-9][0-9]{2,14}[01]0[0-9]");

    private static final Pattern RXNORM = Pattern.compile("[1-9][0-9]{0,7}");
    private static final Pattern ATC = Pattern.compile("[A-Z]([0-9]{2}([A-Z]([A-Z]([0-9]{2})?)?)?)?");
    private static final Pattern HCPCS = Pattern.compile("[A-Z][0-9]{4}");
    private static final Pattern CPT = Pattern.compile("[0-9]{4}[0-9A-Z]");
    private static final Pattern LOINC = Pattern.compile("[0-9]{1,7}-[0-9]");
    private static final Pattern NDC = Pattern.compile("[0-9]{9,11}|[0-9]{4,5}-[0-9]{3,4}(-[0-9]{1,2})?");
    private static final Pattern LOCAL = Pattern.compile(".+");

    private CodeSetLintShape() {}

    /** What is wrong with the row's code or its way of matching; empty when nothing is. */
    static Optional<String> mistake(CodeRow row) {
        Vocabulary vocabulary = row.key().vocabulary();
        String code = row.key().code();
        if (!fits(row.match(), vocabulary)) {
            return Optional.of(vocabulary + " " + code + " has no "
                    + row.match().name().toLowerCase(Locale.ROOT) + " match, expected " + expectedMatch(vocabulary));
        }
        Matcher matcher = pattern(vocabulary).matcher(code);
        boolean whole = matcher.matches();
        // The matcher hits the end when more characters could still make it a whole code.
        boolean begins = row.match() == CodeMatch.PREFIX && matcher.hitEnd();
        if (!whole && !begins) {
            String kind = row.match() == CodeMatch.PREFIX ? "the beginning of a code" : "a code";
            return Optional.of(code + " is not " + kind + " of " + vocabulary + ", expected " + expected(vocabulary));
        }
        if (!CodeSetLintCheckDigit.holds(row.key())) {
            return Optional.of(
                    vocabulary + " " + code + " has a wrong check digit, so a digit is mistyped or two are swapped");
        }
        return Optional.empty();
    }

    private static boolean fits(CodeMatch match, Vocabulary vocabulary) {
        return switch (match) {
            case EXACT -> true;
            case PREFIX -> !numbered(vocabulary);
            case DESCENDANTS -> vocabulary != Vocabulary.LOCAL && vocabulary != Vocabulary.NDC;
            case INGREDIENT -> vocabulary == Vocabulary.RXNORM;
            case CLASS -> vocabulary == Vocabulary.ATC;
        };
    }

    /** Numbers that are given in turn: those that begin alike have nothing in common. */
    private static boolean numbered(Vocabulary vocabulary) {
        return vocabulary == Vocabulary.SNOMEDCT || vocabulary == Vocabulary.RXNORM || vocabulary == Vocabulary.LOINC;
    }

    private static String expectedMatch(Vocabulary vocabulary) {
        return switch (vocabulary) {
            case SNOMEDCT, LOINC -> "exact or descendants";
            case RXNORM -> "exact, ingredient or descendants";
            case ATC -> "exact, class, prefix or descendants";
            case NDC, LOCAL -> "exact or prefix";
            case ICD10CM, ICD9CM, ICD10PCS, ICD9PROC, HCPCS, CPT -> "exact, prefix or descendants";
        };
    }

    private static Pattern pattern(Vocabulary vocabulary) {
        return switch (vocabulary) {
            case ICD10CM -> ICD10CM;
            case ICD9CM -> ICD9CM;
            case ICD10PCS -> ICD10PCS;
            case ICD9PROC -> ICD9PROC;
            case SNOMEDCT -> SNOMEDCT;
            case RXNORM -> RXNORM;
            case ATC -> ATC;
            case HCPCS -> HCPCS;
            case CPT -> CPT;
            case LOINC -> LOINC;
            case NDC -> NDC;
            case LOCAL -> LOCAL;
        };
    }

    private static String expected(Vocabulary vocabulary) {
        return switch (vocabulary) {
            case ICD10CM -> "a letter, a digit and 1 to 5 letters or digits";
            case ICD9CM -> "3 to 5 digits, V and 2 to 4 digits, or E and 3 to 4 digits";
            case ICD10PCS -> "7 digits or letters without I and O";
            case ICD9PROC -> "2 to 4 digits";
            case SNOMEDCT -> "the number of a concept, 6 to 18 digits";
            case RXNORM -> "a number of at most 8 digits";
            case ATC -> "a whole level such as M, M05, M05B, M05BA or M05BA08";
            case HCPCS -> "a letter and 4 digits";
            case CPT -> "4 digits and a digit or letter";
            case LOINC -> "up to 7 digits, a hyphen and a check digit";
            case NDC -> "9 to 11 digits, or groups of digits with hyphens";
            case LOCAL -> "any text";
        };
    }
}
