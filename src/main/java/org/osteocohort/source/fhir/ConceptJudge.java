package org.osteocohort.source.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.ehr.EventDomain;
import org.osteocohort.source.vocabulary.CodeBook;
import org.osteocohort.source.vocabulary.JudgedCode;

/**
 * Decides which coding of a concept judges it, so that a resource is never counted twice. A site's own code comes first
 * where sites have such; then the codings in {@linkplain #ORDER the order} of their vocabularies, of which the first
 * that the code sets cover decides, also when it says that the resource is of no interest: a SNOMED CT coding is but the
 * translation of an ICD code that knows better.
 */
final class ConceptJudge implements Serializable {
    private static final long serialVersionUID = 1L;

    /** ICD codes carry the encounter and the side; billing codes and products say more than a broader concept. */
    private static final List<Vocabulary> ORDER = List.of(
            Vocabulary.ICD10CM,
            Vocabulary.ICD9CM,
            Vocabulary.ICD10PCS,
            Vocabulary.ICD9PROC,
            Vocabulary.CPT,
            Vocabulary.HCPCS,
            Vocabulary.LOINC,
            Vocabulary.RXNORM,
            Vocabulary.NDC,
            Vocabulary.ATC,
            Vocabulary.SNOMEDCT);

    private final CodeBook book;

    ConceptJudge(CodeBook book) {
        this.book = book;
    }

    private record Coding(Vocabulary vocabulary, String code, String display) {}

    /** What a CodeableConcept stands for; empty when the study does not ask for it. */
    Optional<JudgedCode> judge(EventDomain domain, JsonNode concept) {
        List<Coding> codings = codings(domain, concept);
        String text = Json.text(concept, "text");
        Optional<JudgedCode> own = ofVocabulary(Vocabulary.LOCAL, codings, null);
        if (own.isPresent()) {
            return own;
        }
        boolean coded = false;
        for (Vocabulary vocabulary : ORDER) {
            Optional<JudgedCode> judged = ofVocabulary(vocabulary, codings, text);
            boolean there = codings.stream().anyMatch(coding -> coding.vocabulary() == vocabulary);
            if (judged.isPresent() || there && book.covers(vocabulary)) {
                return judged;
            }
            coded = coded || there;
        }
        return domain == EventDomain.DRUG && !coded ? named(text, codings) : Optional.empty();
    }

    /** Whether neither a code nor a name of a drug's concept tells what drug it is. */
    boolean isUnmappedDrug(JsonNode concept) {
        List<Coding> codings = codings(EventDomain.DRUG, concept);
        String text = Json.text(concept, "text");
        boolean named = text != null || codings.stream().anyMatch(coding -> coding.display() != null);
        List<Coding> ofDrugs = codings.stream()
                .filter(coding -> coding.vocabulary() == Vocabulary.RXNORM || coding.vocabulary() == Vocabulary.NDC)
                .toList();
        return ofDrugs.isEmpty()
                ? !named
                : ofDrugs.stream()
                        .noneMatch(coding -> book.knowsDrug(
                                coding.vocabulary(),
                                coding.code(),
                                coding.display() == null ? text : coding.display()));
    }

    private Optional<JudgedCode> ofVocabulary(Vocabulary vocabulary, List<Coding> codings, String text) {
        for (Coding coding : codings) {
            if (coding.vocabulary() == vocabulary) {
                Optional<JudgedCode> judged = book.judge(vocabulary, coding.code(), coding.display())
                        .or(() -> text == null ? Optional.empty() : book.judge(vocabulary, coding.code(), text));
                if (judged.isPresent()) {
                    return judged;
                }
            }
        }
        return Optional.empty();
    }

    /** A drug by its name alone: the concept's text, else what stands beside a code of the site's own. */
    private Optional<JudgedCode> named(String text, List<Coding> codings) {
        Optional<JudgedCode> byText = text == null ? Optional.empty() : book.drugNamed(text);
        return byText.or(() -> codings.stream()
                .filter(coding -> coding.display() != null)
                .flatMap(coding -> book.drugNamed(coding.display()).stream())
                .findFirst());
    }

    private static List<Coding> codings(EventDomain domain, JsonNode concept) {
        List<Coding> codings = new ArrayList<>();
        for (JsonNode coding : Json.list(concept, "coding")) {
            String code = Json.text(coding, "code");
            if (code != null) {
                CodingSystems.vocabulary(Json.text(coding, "system"), code, domain)
                        .ifPresent(
                                vocabulary -> codings.add(new Coding(vocabulary, code, Json.text(coding, "display"))));
            }
        }
        return codings;
    }
}
