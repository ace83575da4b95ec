package org.osteocohort.source.coded;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.ehr.EventDomain;
import org.osteocohort.source.vocabulary.CodeBook;
import org.osteocohort.source.vocabulary.CodeShapes;
import org.osteocohort.source.vocabulary.JudgedCode;

/**
 * What a row stands for by what is written in it: a site's own code first, since nothing else tells its density results;
 * then the code in its vocabulary; for drugs without a code the name.
 */
final class WrittenCodes implements Serializable {
    private static final long serialVersionUID = 1L;

    private final CodeBook book;

    WrittenCodes(CodeBook book) {
        this.book = book;
    }

    /**
     * A row's codes and names, any of which may be null.
     *
     * @param vocabulary null when the source does not name it
     * @param date decides between ICD-9 and ICD-10 where the vocabulary is not named and the code fits both
     */
    record Written(
            EventDomain domain,
            Vocabulary vocabulary,
            String code,
            LocalDate date,
            String localCode,
            String localName,
            String drugName) {
        boolean mayBeLocal() {
            return domain == EventDomain.MEASUREMENT || domain == EventDomain.OBSERVATION;
        }
    }

    /** What the row stands for; empty when no code set row speaks for it. */
    Optional<JudgedCode> judge(Written row) {
        Optional<JudgedCode> local = row.mayBeLocal() && book.covers(Vocabulary.LOCAL) ? local(row) : Optional.empty();
        return local.or(() -> row.code() == null ? drugNamed(row) : standard(row));
    }

    /** Whether the row is of a drug of which neither code nor name tells what it is. */
    boolean isUnmappedDrug(Written row) {
        if (row.domain() != EventDomain.DRUG) {
            return false;
        }
        return row.code() == null
                ? row.drugName() == null
                : vocabularies(row).stream()
                        .noneMatch(vocabulary -> book.knowsDrug(vocabulary, row.code(), row.drugName()));
    }

    private Optional<JudgedCode> local(Written row) {
        return local(row.code()).or(() -> local(row.localCode())).or(() -> local(row.localName()));
    }

    private Optional<JudgedCode> local(String code) {
        return code == null ? Optional.empty() : book.judge(Vocabulary.LOCAL, code, null);
    }

    private Optional<JudgedCode> standard(Written row) {
        for (Vocabulary vocabulary : vocabularies(row)) {
            Optional<JudgedCode> judged = book.judge(vocabulary, row.code(), row.drugName());
            if (judged.isPresent()) {
                return judged;
            }
        }
        return Optional.empty();
    }

    private static List<Vocabulary> vocabularies(Written row) {
        return row.vocabulary() == null
                ? CodeShapes.vocabularies(row.domain(), row.code(), row.date())
                : List.of(row.vocabulary());
    }

    private Optional<JudgedCode> drugNamed(Written row) {
        boolean named = row.domain() == EventDomain.DRUG && row.drugName() != null;
        return named ? book.drugNamed(row.drugName()) : Optional.empty();
    }
}
