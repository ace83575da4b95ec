package org.osteocohort.codes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes are compared without dots and written with them. */
class CodeKeyTest {
    @ParameterizedTest
    @CsvSource({
        "ICD10CM, s52.501a, S52501A, S52.501A",
        "ICD10CM, K50, K50, K50",
        "ICD9CM, 813.42, 81342, 813.42",
        "ICD9CM, E880.1, E8801, E880.1",
        "ICD9CM, V54.17, V5417, V54.17",
        "ICD9PROC, 88.98, 8898, 88.98",
        "ICD10PCS, BR09ZZ1, BR09ZZ1, BR09ZZ1",
        "LOINC, 85394-5, 85394-5, 85394-5",
    })
    void dotsAndCaseDoNotMatterInComparisonAndStandInWriting(
            Vocabulary vocabulary, String recorded, String compared, String written) {
        CodeKey key = new CodeKey(vocabulary, recorded);
        assertThat(key.code()).isEqualTo(compared);
        assertThat(key.written()).isEqualTo(written);
    }
}
