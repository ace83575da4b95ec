package org.osteocohort.source.drug;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrugStrengthTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "prednisone 5 MG Oral Tablet; 5",
                "prednisolone 1 MG/ML Oral Solution; 1",
                "prednisolone 15 mg/5 mL Oral Solution; 3",
                "prednisolone 15 MG per 5 ML; 15",
                "mycophenolate mofetil 0.5 G Oral Tablet; 500",
                "calcitriol 250 MCG Oral Capsule; 0.25",
                "1 ML methylprednisolone 40 MG/ML Injection; 40",
                "methotrexate 2,500 MG Injection; 2500",
                "{21 (methylprednisolone 4 MG Oral Tablet) } Pack; 4",
                "budesonide 0.09 MG/ACTUAT Inhaler; 0.09",
                ".5 mg dexamethasone; 0.5",
                "prednisolone 15 MG / 5 ML Oral Solution; 3",
                "calcium carbonate 500 MG / magnesium 500 MG Oral Tablet; 500"
            })
    void theNameTellsMilligramsInADoseUnit(String name, double milligrams) {
        assertThat(DrugStrength.milligrams(name)).contains(milligrams);
    }

    @ParameterizedTest
    @CsvSource({
        "prednisone",
        "cholecalciferol 1000 UNT Oral Capsule",
        "hydrocortisone 0.01 MG/MG Topical Ointment",
        "estradiol 0.05 MG/HR Patch",
        "calcium carbonate 500 MG / magnesium 250 MG Oral Tablet",
        "calcium carbonate 600 MG / cholecalciferol 400 UNT Oral Tablet",
        "cholecalciferol 400 UNT / zinc 5 MG Oral Tablet",
        "prednisolone 15 MG/0 ML",
        "10 mgh"
    })
    void whereItIsUnclearNothingIsSaid(String name) {
        assertThat(DrugStrength.milligrams(name)).isEmpty();
    }

    @Test
    void aMissingNameHasNoStrength() {
        assertThat(DrugStrength.milligrams(null)).isEmpty();
    }
}
