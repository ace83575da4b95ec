package org.osteocohort.generate.chart;

import java.util.ArrayList;
import java.util.List;

/** Codes of everyday care. None of them is in a code set of the study, but for height, weight and body mass index. */
final class RoutineTerms {
    /** An everyday complaint in both coding systems. */
    record Complaint(Term icd9, Term icd10) {}

    static final List<Complaint> COMPLAINTS = List.of(
            complaint("465.9", "J06.9", "54150009", "upper respiratory infection"),
            complaint("465.9", "J06.9", "54150009", "upper respiratory infection"),
            complaint("465.9", "J06.9", "54150009", "upper respiratory infection"),
            complaint("382.9", "H66.90", "65363002", "otitis media"),
            complaint("382.9", "H66.90", "65363002", "otitis media"),
            complaint("462", "J02.9", "363746003", "sore throat"),
            complaint("780.60", "R50.9", "386661006", "fever"),
            complaint("786.2", "R05", "49727002", "cough"),
            complaint("079.99", "B34.9", "34014006", "viral infection"),
            complaint("008.8", "A08.4", "111843007", "viral gastroenteritis"),
            complaint("564.00", "K59.00", "14760008", "constipation"),
            complaint("789.00", "R10.9", "21522001", "abdominal pain"),
            complaint("372.30", "H10.9", "9826008", "conjunctivitis"),
            complaint("477.9", "J30.9", "61582004", "allergic rhinitis"),
            complaint("784.0", "R51", "25064002", "headache"),
            complaint("719.43", "M25.531", "56608008", "pain in the wrist"),
            complaint("845.00", "S93.401A", "44465007", "sprain of the ankle"),
            complaint("920", "S00.83XA", "82271004", "contusion of the head"),
            complaint("706.1", "L70.0", "88616000", "acne"),
            complaint("314.01", "F90.9", "406506008", "attention deficit disorder"));

    static final Complaint WELL_CHILD = complaint("V20.2", "Z00.129", null, "routine child health examination");
    static final Complaint VACCINATION = complaint("V06.8", "Z23", null, "vaccination");

    static final List<Term> WELL_VISITS = List.of(
            Term.cpt("99391", "well visit, infant"),
            Term.cpt("99392", "well visit, early childhood"),
            Term.cpt("99393", "well visit, late childhood"),
            Term.cpt("99394", "well visit, adolescent"));
    static final Term OFFICE_VISIT = Term.cpt("99213", "office visit");
    static final Term EMERGENCY_VISIT = Term.cpt("99283", "emergency department visit");
    static final List<Term> VACCINES = List.of(
            Term.cpt("90707", "measles, mumps and rubella vaccine"),
            Term.cpt("90700", "diphtheria, tetanus and pertussis vaccine"),
            Term.cpt("90670", "pneumococcal vaccine"),
            Term.cpt("90716", "varicella vaccine"),
            Term.cpt("90686", "influenza vaccine"));

    static final Term HEIGHT = Term.loinc("8302-2", "body height");
    static final Term WEIGHT = Term.loinc("29463-7", "body weight");
    static final Term BODY_MASS_INDEX = Term.loinc("39156-5", "body mass index");
    static final Term TEMPERATURE = Term.loinc("8310-5", "body temperature");
    static final Term HEMOGLOBIN = Term.loinc("718-7", "hemoglobin");

    private RoutineTerms() {}

    private static Complaint complaint(String icd9, String icd10, String snomed, String words) {
        return new Complaint(
                Term.mapped(TermVocabulary.ICD9CM, icd9, snomed, words),
                Term.mapped(TermVocabulary.ICD10CM, icd10, snomed, words));
    }

    /** Every code of everyday care, for the check that it means nothing to the study. */
    static List<Term> all() {
        List<Term> terms = new ArrayList<>(List.of(
                OFFICE_VISIT,
                EMERGENCY_VISIT,
                TEMPERATURE,
                HEMOGLOBIN,
                WELL_CHILD.icd9(),
                WELL_CHILD.icd10(),
                VACCINATION.icd9(),
                VACCINATION.icd10()));
        terms.addAll(WELL_VISITS);
        terms.addAll(VACCINES);
        COMPLAINTS.forEach(complaint -> terms.addAll(List.of(complaint.icd9(), complaint.icd10())));
        return terms;
    }
}
