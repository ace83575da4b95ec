package org.osteocohort.source.vocabulary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.ehr.EventDomain;

/** Tells from the shape of a bare code which vocabularies it may come from, the likeliest first. */
public final class CodeShapes {
    /** On this day the United States went from ICD-9-CM to ICD-10-CM. */
    public static final LocalDate FIRST_DAY_OF_ICD10 = LocalDate.of(2015, 10, 1);

    private static final Pattern ICD10 = Pattern.compile("[A-Z][0-9][0-9A-Z](\\.[0-9A-Z]{1,4}|[0-9A-Z]{0,4})");
    private static final Pattern ICD9 =
            Pattern.compile("([0-9]{3}|V[0-9]{2})(\\.[0-9]{1,2}|[0-9]{0,2})|E[0-9]{3}(\\.[0-9]|[0-9]?)");
    private static final Pattern ICD9_PROCEDURE = Pattern.compile("[0-9]{2}(\\.[0-9]{1,2}|[0-9]{1,2})");
    private static final Pattern ICD10_PROCEDURE = Pattern.compile("[0-9A-HJ-NP-Z]{7}");
    private static final Pattern CPT = Pattern.compile("[0-9]{5}|[0-9]{4}[A-Z]");
    private static final Pattern HCPCS = Pattern.compile("[A-Z][0-9]{4}");
    private static final Pattern LOINC = Pattern.compile("[0-9]{1,7}-[0-9]");
    private static final Pattern SNOMED = Pattern.compile("[0-9]{6,18}");
    private static final Pattern RXNORM = Pattern.compile("[0-9]{2,7}");
    private static final Pattern ATC = Pattern.compile("[A-Z][0-9]{2}[A-Z]{2}[0-9]{2}");
    private static final Pattern NDC = Pattern.compile("[0-9]{4,5}-?[0-9]{3,4}-?[0-9]{1,2}");

    private CodeShapes() {}

    public static List<Vocabulary> vocabularies(EventDomain domain, String code, LocalDate date) {
        String upper = code.toUpperCase(Locale.ROOT);
        List<Vocabulary> fitting = new ArrayList<>();
        switch (domain) {
            case CONDITION -> {
                fitting.addAll(diagnosis(upper, date));
                add(fitting, SNOMED, upper, Vocabulary.SNOMEDCT);
            }
            case PROCEDURE -> {
                add(fitting, CPT, upper, Vocabulary.CPT);
                add(fitting, HCPCS, upper, Vocabulary.HCPCS);
                add(fitting, ICD10_PROCEDURE, upper, Vocabulary.ICD10PCS);
                add(fitting, ICD9_PROCEDURE, upper, Vocabulary.ICD9PROC);
                add(fitting, SNOMED, upper, Vocabulary.SNOMEDCT);
            }
            // Laboratories number their tests with five digits too, so no CPT here.
            case MEASUREMENT -> add(fitting, LOINC, upper, Vocabulary.LOINC);
            case OBSERVATION -> {
                add(fitting, HCPCS, upper, Vocabulary.HCPCS);
                add(fitting, CPT, upper, Vocabulary.CPT);
                fitting.addAll(diagnosis(upper, date));
                add(fitting, LOINC, upper, Vocabulary.LOINC);
                add(fitting, SNOMED, upper, Vocabulary.SNOMEDCT);
            }
            case DRUG -> {
                add(fitting, RXNORM, upper, Vocabulary.RXNORM);
                add(fitting, HCPCS, upper, Vocabulary.HCPCS);
                add(fitting, ATC, upper, Vocabulary.ATC);
                add(fitting, NDC, upper, Vocabulary.NDC);
            }
        }
        return fitting;
    }

    /**
     * ICD-9 or ICD-10. Most codes fit one only, some by the place of their dot (E880.9, E88.09). A V code, or an E code
     * without a dot, may fit both; then the date decides, and without a date it is neither.
     */
    private static List<Vocabulary> diagnosis(String code, LocalDate date) {
        boolean nine = ICD9.matcher(code).matches();
        boolean ten = ICD10.matcher(code).matches();
        if (nine && ten) {
            if (date == null) {
                return List.of();
            }
            return List.of(date.isBefore(FIRST_DAY_OF_ICD10) ? Vocabulary.ICD9CM : Vocabulary.ICD10CM);
        }
        if (nine) {
            return List.of(Vocabulary.ICD9CM);
        }
        return ten ? List.of(Vocabulary.ICD10CM) : List.of();
    }

    private static void add(List<Vocabulary> fitting, Pattern shape, String code, Vocabulary vocabulary) {
        if (shape.matcher(code).matches()) {
            fitting.add(vocabulary);
        }
    }
}
