package org.osteocohort.source.coded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.ehr.EventDomain;
import org.osteocohort.source.coded.WrittenCodes.Written;
import org.osteocohort.source.vocabulary.CodeBook;
import org.osteocohort.testkit.CodeRows;

class WrittenCodesTest {
    private static final LocalDate BEFORE_ICD10 = LocalDate.parse("2015-09-30");
    private static final LocalDate SINCE_ICD10 = LocalDate.parse("2015-10-01");

    private static final CodeSets CODE_SETS = CodeRows.of("""
            ICD10CM | V00    | prefix
            ICD9CM  | V00    | prefix
            LOINC   | 8302-2 | exact
            RXNORM  | 8640   | ingredient | prednisone
            LOCAL   | TBLH_Z | exact""");

    /** The row's code, in its vocabulary, found by: one text. */
    private static String judged(Written row) {
        return new WrittenCodes(CodeBook.withoutVocabulary(CODE_SETS))
                .judge(row)
                .map(judged -> judged.vocabulary() + " " + judged.code() + " " + judged.resolution())
                .orElse("nothing");
    }

    private static Written diagnosis(Vocabulary vocabulary, String code, LocalDate date) {
        return new Written(EventDomain.CONDITION, vocabulary, code, date, null, null, null);
    }

    private static Written result(String code, String localCode, String localName) {
        return new Written(EventDomain.MEASUREMENT, Vocabulary.LOINC, code, null, localCode, localName, null);
    }

    private static Written drug(String code, String name) {
        return new Written(EventDomain.DRUG, Vocabulary.RXNORM, code, null, null, null, name);
    }

    @Test
    void theNamedVocabularyDecidesWhateverTheDate() {
        assertThat(judged(diagnosis(Vocabulary.ICD9CM, "V00", SINCE_ICD10))).isEqualTo("ICD9CM V00 SOURCE_CODE");
        assertThat(judged(diagnosis(Vocabulary.ICD10CM, "V00", BEFORE_ICD10))).isEqualTo("ICD10CM V00 SOURCE_CODE");
        assertThat(judged(diagnosis(Vocabulary.SNOMEDCT, "V00", SINCE_ICD10))).isEqualTo("nothing");
    }

    @Test
    void withoutANamedVocabularyTheShapeAndTheDateDecide() {
        assertThat(judged(diagnosis(null, "V00", BEFORE_ICD10))).isEqualTo("ICD9CM V00 SOURCE_CODE");
        assertThat(judged(diagnosis(null, "V00", SINCE_ICD10))).isEqualTo("ICD10CM V00 SOURCE_CODE");
        assertThat(judged(diagnosis(null, "V00", null))).isEqualTo("nothing");
        assertThat(judged(diagnosis(null, null, SINCE_ICD10))).isEqualTo("nothing");
    }

    @Test
    void aSitesOwnCodeComesBeforeTheStandardOne() {
        assertThat(judged(result("8302-2", null, null))).isEqualTo("LOINC 8302-2 SOURCE_CODE");
        assertThat(judged(result("8302-2", "TBLH_Z", null))).isEqualTo("LOCAL TBLH_Z SOURCE_CODE");
        assertThat(judged(result(null, "other", "tblh_z"))).isEqualTo("LOCAL tblh_z SOURCE_CODE");
        assertThat(judged(result("TBLH_Z", null, null))).isEqualTo("LOCAL TBLH_Z SOURCE_CODE");
        assertThat(judged(result("718-7", "HGB", "hemoglobin"))).isEqualTo("nothing");
    }

    @Test
    void aSitesOwnCodeIsNoDiagnosis() {
        assertThat(judged(new Written(EventDomain.CONDITION, null, "TBLH_Z", null, "TBLH_Z", null, null)))
                .isEqualTo("nothing");
    }

    @Test
    void aDrugIsFoundByItsCodeOrElseByItsName() {
        assertThat(judged(drug("8640", "anything"))).isEqualTo("RXNORM 8640 SOURCE_CODE");
        assertThat(judged(drug("312617", "prednisone 5 MG Oral Tablet"))).isEqualTo("RXNORM 312617 NAME");
        assertThat(judged(drug(null, "prednisone 5 MG Oral Tablet"))).isEqualTo("RXNORM 8640 NAME");
        assertThat(judged(drug(null, "amoxicillin"))).isEqualTo("nothing");
        assertThat(judged(drug(null, null))).isEqualTo("nothing");
        assertThat(judged(result(null, null, "prednisone"))).isEqualTo("nothing");
    }
}
