package org.osteocohort.generate.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.osteocohort.generate.chart.Term;
import org.osteocohort.generate.chart.TermVocabulary;

/** Terms as CodeableConcepts. */
final class Coding {
    static final String SNOMED = "http://snomed.info/sct";

    private Coding() {}

    /** The term as recorded and, when the site has mapped it, its standard term beside it. */
    static void concept(ObjectNode concept, Term term, boolean mapped) {
        ArrayNode codings = concept.putArray("coding");
        add(codings, term);
        if (mapped && term.mapsTo() != null) {
            add(codings, term.mapsTo());
        }
        concept.put("text", term.name());
    }

    private static void add(ArrayNode codings, Term term) {
        codings.addObject()
                .put("system", system(term.vocabulary()))
                .put("code", term.code())
                .put("display", term.name());
    }

    /** A concept of one coding without words. */
    static void code(ObjectNode concept, String system, String code) {
        concept.putArray("coding").addObject().put("system", system).put("code", code);
    }

    private static String system(TermVocabulary vocabulary) {
        return switch (vocabulary) {
            case ICD10CM -> "http://hl7.org/fhir/sid/icd-10-cm";
            case ICD9CM -> "http://hl7.org/fhir/sid/icd-9-cm";
            case SNOMED -> SNOMED;
            case RXNORM -> "http://www.nlm.nih.gov/research/umls/rxnorm";
            case CPT4 -> "http://www.ama-assn.org/go/cpt";
            case HCPCS -> "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets";
            case LOINC -> "http://loinc.org";
            case NDC -> "http://hl7.org/fhir/sid/ndc";
            case LOCAL -> "https://hospital.example/codes";
        };
    }
}
