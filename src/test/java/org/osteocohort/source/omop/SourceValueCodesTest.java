package org.osteocohort.source.omop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osteocohort.ehr.CodeResolution;
import org.osteocohort.ehr.EventDomain;
import org.osteocohort.source.vocabulary.JudgedCode;
import org.osteocohort.testkit.CodeRows;

class SourceValueCodesTest {
    private static final SourceValueCodes CODES = new SourceValueCodes(CodeRows.of("""
            ICD10CM  | S52      | prefix
            ICD10CM  | E88      | prefix
            ICD10CM  | V54      | prefix
            ICD9CM   | V54      | prefix
            ICD9CM   | E880     | prefix
            ICD9CM   | 733.1    | prefix
            ICD9CM   | 805      | prefix
            ICD9PROC | 88.98    | exact
            ICD10PCS | BR0GZZ1  | exact
            CPT      | 77080    | exact
            HCPCS    | J3489    | exact
            LOINC    | 24966-4  | exact
            SNOMEDCT | 65966004 | descendants
            RXNORM   | 8640     | ingredient  | prednisone
            RXNORM   | 3264     | ingredient  | dexamethasone
            ATC      | H02AB    | class
            LOCAL    | TBLH_Z   | exact"""));
    private static final LocalDate LAST_DAY_OF_ICD9 = LocalDate.of(2015, 9, 30);
    private static final LocalDate FIRST_DAY_OF_ICD10 = LocalDate.of(2015, 10, 1);

    private static String judged(EventDomain domain, String value, LocalDate date) {
        return CODES.judge(domain, value, date)
                .map(code -> code.vocabulary() + " " + code.code())
                .orElse("nothing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "CONDITION;   S52.501A;                             ICD10CM S52.501A",
                "CONDITION;   s52501a;                              ICD10CM s52501a",
                "CONDITION;   733.13;                               ICD9CM 733.13",
                "CONDITION;   73313;                                ICD9CM 73313",
                "CONDITION;   '80500   ';                           ICD9CM 80500",
                "CONDITION;   65966004;                             SNOMEDCT 65966004",
                "CONDITION;   ICD10CM:S52.501A;                     ICD10CM S52.501A",
                "CONDITION;   ICD-10-CM: S52.501A;                  ICD10CM S52.501A",
                "CONDITION;   ICD9CM|733.1;                         ICD9CM 733.1",
                "CONDITION;   Fracture of radius | 1234 | S52.501A; ICD10CM S52.501A",
                "CONDITION;   ICD9:S52.501A;                        nothing",
                "CONDITION;   77080;                                nothing",
                "CONDITION;   I10;                                  nothing",
                "PROCEDURE;   77080;                                CPT 77080",
                "PROCEDURE;   DXA scan | 77080;                     CPT 77080",
                "PROCEDURE;   J3489;                                HCPCS J3489",
                "PROCEDURE;   BR0GZZ1;                              ICD10PCS BR0GZZ1",
                "PROCEDURE;   88.98;                                ICD9PROC 88.98",
                "PROCEDURE;   ICD9:88.98;                           ICD9PROC 88.98",
                "MEASUREMENT; 24966-4;                              LOINC 24966-4",
                "MEASUREMENT; tblh_z;                               LOCAL tblh_z",
                "MEASUREMENT; 77080;                                nothing",
                "OBSERVATION; V54.0XXA;                             ICD10CM V54.0XXA",
                "OBSERVATION; 24966-4;                              LOINC 24966-4",
                "OBSERVATION; 77080;                                CPT 77080",
                "DRUG;        8640;                                 RXNORM 8640",
                "DRUG;        312617;                               nothing",
                "DRUG;        J3489;                                HCPCS J3489",
                "DRUG;        H02AB07;                              ATC H02AB07",
            })
    void aCodeIsReadByItsShape(EventDomain domain, String value, String expected) {
        assertThat(judged(domain, value, FIRST_DAY_OF_ICD10)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // The dot decides: three digits before it are ICD-9, two are ICD-10.
        "E880.9, 2015-10-01, ICD9CM E880.9",
        "E88.09, 2015-09-30, ICD10CM E88.09",
        // Without a dot, and in V codes, the day decides.
        "E8809,  2015-09-30, ICD9CM E8809",
        "E8809,  2015-10-01, ICD10CM E8809",
        "V54.1,  2015-09-30, ICD9CM V54.1",
        "V54.1,  2015-10-01, ICD10CM V54.1",
    })
    void aCodeOfBothIcdsIsToldByDotOrDate(String value, LocalDate date, String expected) {
        assertThat(judged(EventDomain.CONDITION, value, date)).isEqualTo(expected);
    }

    @Test
    void anAmbiguousCodeWithoutDateIsNeither() {
        assertThat(judged(EventDomain.CONDITION, "E8809", null)).isEqualTo("nothing");
        assertThat(judged(EventDomain.CONDITION, "S52.501A", null)).isEqualTo("ICD10CM S52.501A");
        assertThat(judged(EventDomain.CONDITION, "ICD9CM:E8809", null)).isEqualTo("ICD9CM E8809");
    }

    @Test
    void aDrugNameIsFoundByItsIngredient() {
        JudgedCode judged = CODES.judge(EventDomain.DRUG, "prednisone 5 MG Oral Tablet", LAST_DAY_OF_ICD9)
                .orElseThrow();
        assertThat(judged.resolution()).isEqualTo(CodeResolution.NAME);
        assertThat(judged.matchedBy()).isEqualTo("RXNORM|8640");
        assertThat(judged.strengthMilligrams()).isEqualTo(5.0);
        assertThat(judged.formRoute()).hasToString("ORAL");
    }

    @Test
    void severalIngredientsAreAllNamedInOrder() {
        assertThat(CODES.judge(EventDomain.DRUG, "prednisone / dexamethasone", null))
                .hasValueSatisfying(judged -> assertThat(judged.matchedBy()).isEqualTo("RXNORM|3264 RXNORM|8640"));
    }

    @Test
    void aDrugNameMeansNothingInOtherTables() {
        assertThat(judged(EventDomain.CONDITION, "prednisone", LAST_DAY_OF_ICD9))
                .isEqualTo("nothing");
    }

    @Test
    void aMissingValueIsNothing() {
        assertThat(judged(EventDomain.CONDITION, null, LAST_DAY_OF_ICD9)).isEqualTo("nothing");
        assertThat(CODES.local(null)).isEmpty();
        assertThat(judged(EventDomain.CONDITION, " | ", LAST_DAY_OF_ICD9)).isEqualTo("nothing");
    }

    @Test
    void aCodeOfTheSitesOwnIsToldFromOtherValuesHoweverOftenTheyCome() {
        for (int time = 0; time < 3; time++) {
            assertThat(isLocal("TBLH_Y")).isFalse();
            assertThat(isLocal("tblh_z")).isTrue();
            assertThat(isLocal("Z-score | TBLH_Z")).isTrue();
        }
    }

    private static boolean isLocal(String value) {
        return CODES.isLocal(UTF8String.fromString(value));
    }
}
