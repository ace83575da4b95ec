package org.osteocohort.generate.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.osteocohort.codes.CodeKey;
import org.osteocohort.codes.CodeRow;
import org.osteocohort.codes.CodeSetReader;
import org.osteocohort.codes.CodeSets;
import org.osteocohort.codes.Role;
import org.osteocohort.codes.Vocabulary;
import org.osteocohort.generate.design.Ailment;
import org.osteocohort.generate.design.BodySide;
import org.osteocohort.generate.design.Bone;
import org.osteocohort.generate.design.Drug;
import org.osteocohort.generate.design.Nature;

/** The codes that a designed fact is written down in mean that fact in the code sets of the study. */
class ChartCodesTest {
    private static final CodeSets CODE_SETS =
            new CodeSets(CodeSetReader.read(Path.of("jobs", "pediatric-osteoporosis", "codes"), List.of())
                    .rows());

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "HUMERUS,              TRAUMATIC,    FRACTURE_LONG_BONE,             FRACTURE_LONG_BONE",
                "FOREARM,              TRAUMATIC,    FRACTURE_LONG_BONE,             FRACTURE_LONG_BONE",
                "FEMUR,                TRAUMATIC,    FRACTURE_LONG_BONE,             FRACTURE_LONG_BONE",
                "LOWER_LEG,            TRAUMATIC,    FRACTURE_LONG_BONE,             FRACTURE_LONG_BONE",
                "ANKLE,                TRAUMATIC,    FRACTURE_ANKLE_OPTIONAL,        FRACTURE_ANKLE_OPTIONAL",
                "VERTEBRA_COMPRESSED,  TRAUMATIC,    FRACTURE_VERTEBRAL_COMPRESSION, FRACTURE_VERTEBRAL_COMPRESSION",
                "VERTEBRA_UNSPECIFIED, TRAUMATIC,    FRACTURE_VERTEBRAL_UNSPECIFIED, FRACTURE_VERTEBRAL_UNSPECIFIED",
                "VERTEBRA_BURST,       TRAUMATIC,    FRACTURE_VERTEBRAL_BURST_OTHER, -",
                "CLAVICLE,             TRAUMATIC,    FRACTURE_OTHER_SITE,            FRACTURE_OTHER_SITE",
                "HAND,                 TRAUMATIC,    FRACTURE_OTHER_SITE,            FRACTURE_OTHER_SITE",
                "FOOT,                 TRAUMATIC,    FRACTURE_OTHER_SITE,            FRACTURE_OTHER_SITE",
                "RIB,                  TRAUMATIC,    FRACTURE_OTHER_SITE,            FRACTURE_OTHER_SITE",
                "FINGER,               TRAUMATIC,    FRACTURE_NEVER_COUNTED,         -",
                "TOE,                  TRAUMATIC,    FRACTURE_NEVER_COUNTED,         -",
                "SKULL,                TRAUMATIC,    FRACTURE_NEVER_COUNTED,         FRACTURE_NEVER_COUNTED",
                "NOSE,                 TRAUMATIC,    FRACTURE_NEVER_COUNTED,         FRACTURE_NEVER_COUNTED",
                "HUMERUS,              PATHOLOGIC,   FRACTURE_LONG_BONE_PATHOLOGIC,  FRACTURE_LONG_BONE_PATHOLOGIC",
                "FOREARM,              PATHOLOGIC,   FRACTURE_LONG_BONE_PATHOLOGIC,  FRACTURE_LONG_BONE_PATHOLOGIC",
                "FEMUR,                PATHOLOGIC,   FRACTURE_LONG_BONE_PATHOLOGIC,  FRACTURE_LONG_BONE_PATHOLOGIC",
                "LOWER_LEG,            PATHOLOGIC,   FRACTURE_LONG_BONE_PATHOLOGIC,  FRACTURE_LONG_BONE_PATHOLOGIC",
                "VERTEBRA_COMPRESSED,  PATHOLOGIC,   FRACTURE_VERTEBRAL_COMPRESSION, FRACTURE_VERTEBRAL_COMPRESSION",
                "HUMERUS,              OSTEOPOROTIC, FRACTURE_LONG_BONE_PATHOLOGIC,  FRACTURE_LONG_BONE_PATHOLOGIC",
                "VERTEBRA_COMPRESSED,  OSTEOPOROTIC, FRACTURE_VERTEBRAL_COMPRESSION, FRACTURE_VERTEBRAL_COMPRESSION",
                "FEMUR,                NEOPLASTIC,   FRACTURE_NEVER_COUNTED,         -",
                "LOWER_LEG,            STRESS,       FRACTURE_NEVER_COUNTED,         FRACTURE_NEVER_COUNTED",
                "CLAVICLE,             BIRTH_INJURY, -,                              FRACTURE_NEVER_COUNTED",
            })
    void everyFractureCodeHasTheRoleOfItsBone(Bone bone, Nature nature, Role icd10, Role icd9) {
        FractureCodes codes = FractureCodes.of(bone);
        for (int choice = 0; choice < 12; choice++) {
            for (BodySide side : BodySide.values()) {
                if (icd10 != null) {
                    String code = codes.stem(nature, choice).code(side, 'A');
                    assertThat(fractureRoles(Vocabulary.ICD10CM, code)).as(code).containsExactly(icd10);
                }
                if (icd9 != null) {
                    String code = codes.icd9(nature, choice);
                    assertThat(fractureRoles(Vocabulary.ICD9CM, code)).as(code).containsExactly(icd9);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Bone.class)
    void aftercareAndLateEffectsInIcd9AreHistoryOnly(Bone bone) {
        FractureCodes codes = FractureCodes.of(bone);
        for (String code :
                List.of("V54.1" + codes.aftercareDigit(), "V54.2" + codes.aftercareDigit(), codes.lateEffect())) {
            assertThat(fractureRoles(Vocabulary.ICD9CM, code)).as(code).containsExactly(Role.HISTORY_ONLY_NOT_INCIDENT);
        }
    }

    @ParameterizedTest
    @EnumSource(Ailment.class)
    void everyAilmentIsTheCauseThatItSays(Ailment ailment) {
        SortedSet<String> expected = new TreeSet<>();
        if (ailment.cause()) {
            expected.add(ailment.item());
        }
        assertThat(causes(Vocabulary.ICD10CM, ailment.icd10())).isEqualTo(expected);
        assertThat(causes(Vocabulary.ICD9CM, ailment.icd9())).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Drug.class)
    void everyIngredientIsTheMedicationOrTreatmentThatItsProductSays(Drug drug) {
        SortedSet<String> items = new TreeSet<>();
        for (Term ingredient : DrugTerms.product(drug).ingredients()) {
            for (CodeRow row : CODE_SETS.match(new CodeKey(Vocabulary.RXNORM, ingredient.code()))) {
                if (row.role() == Role.MED_CAUSE || row.role() == Role.TREATMENT) {
                    items.add(row.item());
                }
            }
        }
        SortedSet<String> expected = new TreeSet<>(drug.item().medications());
        expected.addAll(drug.item().treatments());
        switch (drug.way()) {
            case ORAL, INFUSION, SUBCUTANEOUS -> assertThat(items).isEqualTo(expected);
            case INHALED, TOPICAL, EYE -> assertThat(expected).isEmpty();
        }
    }

    @Test
    void theLookAlikeOfTheCurbDiffersFromItByItsVocabularyOnly() {
        assertThat(Vocabulary.normalized(Ailment.ANTITRYPSIN_DEFICIENCY.icd10()))
                .isEqualTo(Vocabulary.normalized("E880.1"));
    }

    private static List<Role> fractureRoles(Vocabulary vocabulary, String code) {
        return CODE_SETS.match(new CodeKey(vocabulary, code)).stream()
                .map(CodeRow::role)
                .filter(role -> role.family() == Role.Family.FRACTURE)
                .toList();
    }

    private static SortedSet<String> causes(Vocabulary vocabulary, String code) {
        SortedSet<String> items = new TreeSet<>();
        for (CodeRow row : CODE_SETS.match(new CodeKey(vocabulary, code))) {
            switch (row.role()) {
                case SECONDARY_CAUSE, SECONDARY_CAUSE_EXTENSION, LIFESTYLE_CAUSE -> items.add(row.item());
                default -> {}
            }
        }
        return items;
    }
}
