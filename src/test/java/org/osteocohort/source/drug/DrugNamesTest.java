package org.osteocohort.source.drug;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.osteocohort.codes.CodeKey;
import org.osteocohort.testkit.CodeRows;

class DrugNamesTest {
    private static final DrugNames NAMES = new DrugNames(CodeRows.of("""
            RXNORM |  8640 | ingredient | prednisone
            RXNORM |  8638 | ingredient | prednisolone
            RXNORM |  6902 | ingredient | methylprednisolone
            RXNORM |  3264 | ingredient | dexamethasone
            RXNORM |  5492 | ingredient | hydrocortisone (physiologic replacement must be excluded)
            RXNORM |  2878 | ingredient | cortisone
            RXNORM | 19831 | ingredient | budesonide: inhaled, not systemic
            RXNORM | 77655 | ingredient | zoledronic acid
            RXNORM |  1895 | ingredient | calcium
            RXNORM |  1897 | ingredient | calcium carbonate
            RXNORM | 11253 | ingredient | vitamin D (any)
            RXNORM | 25480 | ingredient | gabapentin | off
            ATC    |   H02 | class      | corticosteroids"""));

    private static List<String> in(String name) {
        return NAMES.ingredientsIn(name).stream().map(CodeKey::code).toList();
    }

    @Test
    void anIngredientIsFoundByItsWholeWordInAnyCase() {
        assertThat(in("prednisone 5 MG Oral Tablet")).containsExactly("8640");
        assertThat(in("PREDNISONE")).containsExactly("8640");
        assertThat(in("Methylprednisolone 4 MG Oral Tablet")).containsExactly("6902");
        assertThat(in("Hydrocortisone 10 MG/ML Topical Cream")).containsExactly("5492");
        assertThat(in("Dexamphetamine 5 MG Oral Tablet")).isEmpty();
    }

    @Test
    void remarksInTheDescriptionAreNoPartOfTheName() {
        assertThat(in("budesonide 0.25 MG/ML Inhalation Suspension")).containsExactly("19831");
        assertThat(in("replacement inhaled")).isEmpty();
    }

    @Test
    void aNameOfTwoWordsNeedsBothInOrder() {
        assertThat(in("100 ML zoledronic acid 0.05 MG/ML Injection")).containsExactly("77655");
        assertThat(in("folic acid 1 MG Oral Tablet")).isEmpty();
    }

    @Test
    void everyIngredientOfACombinationIsFound() {
        assertThat(in("calcium carbonate 1250 MG / vitamin D 200 UNT Oral Tablet"))
                .containsExactly("11253", "1897");
    }

    @Test
    void aSaltIsNotTheIngredient() {
        assertThat(in("Atorvastatin calcium 10 MG Oral Tablet")).isEmpty();
        assertThat(in("calcium chloride 100 MG/ML Injection")).isEmpty();
        assertThat(in("calcium carbonate 500 MG Chewable Tablet")).containsExactly("1897");
        assertThat(in("Calcium 600 MG Oral Tablet")).containsExactly("1895");
        assertThat(in("calcium")).containsExactly("1895");
    }

    @Test
    void rowsThatAreSwitchedOffOrNoIngredientsNameNothing() {
        assertThat(in("gabapentin 300 MG Oral Capsule")).isEmpty();
        assertThat(in("corticosteroids")).isEmpty();
    }
}
