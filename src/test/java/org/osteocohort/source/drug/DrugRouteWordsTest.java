package org.osteocohort.source.drug;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osteocohort.ehr.DrugRoute;

class DrugRouteWordsTest {
    @ParameterizedTest
    @CsvSource({
        "prednisone 5 MG Oral Tablet, ORAL",
        "vitamin D 1000 UNT Soft Gel Capsule, ORAL",
        "hydrocortisone 10 MG/ML Topical Cream, NOT_SYSTEMIC",
        "budesonide 0.25 MG/ML Inhalation Suspension, NOT_SYSTEMIC",
        "60 ACTUAT fluticasone 0.11 MG/ACTUAT Metered Dose Inhaler, NOT_SYSTEMIC",
        "mometasone 0.05 MG/ACTUAT Nasal Spray, NOT_SYSTEMIC",
        "prednisolone 10 MG/ML Ophthalmic Suspension, NOT_SYSTEMIC",
        "ciprofloxacin / dexamethasone Otic Suspension, NOT_SYSTEMIC",
        "triamcinolone 1 MG/ML Oral Paste, NOT_SYSTEMIC",
        "methylprednisolone 40 MG/ML Injection, PARENTERAL",
        "dexamethasone 4 MG/ML Injectable Solution, PARENTERAL"
    })
    void aDoseFormTellsTheRoute(String name, DrugRoute route) {
        assertThat(DrugRouteWords.doseForm(name)).contains(route);
    }

    @ParameterizedTest
    @CsvSource({"prednisone", "antibiotic 5 MG", "IV push kit", "prednisone 5 MG", "hydrocortisone rectal"})
    void aNameWithoutADoseFormTellsNothing(String name) {
        assertThat(DrugRouteWords.doseForm(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PO, ORAL",
        "by mouth, ORAL",
        "PO/NG, ORAL",
        "IN G-TUBE, ORAL",
        "IV, PARENTERAL",
        "IV DRIP, PARENTERAL",
        "subcutaneous, PARENTERAL",
        "IM, PARENTERAL",
        "NEB, NOT_SYSTEMIC",
        "oral inhalation, NOT_SYSTEMIC",
        "BOTH EYES, NOT_SYSTEMIC",
        "intra-articular, NOT_SYSTEMIC",
        "top, NOT_SYSTEMIC",
        "In, NOT_SYSTEMIC"
    })
    void aRouteFieldMayBeAbbreviated(String text, DrugRoute route) {
        assertThat(DrugRouteWords.route(text)).contains(route);
    }

    @ParameterizedTest
    @CsvSource({"PR", "TD", "as directed", "in the morning", "other"})
    void aRouteThatSettlesNothingStaysOpen(String text) {
        assertThat(DrugRouteWords.route(text)).isEmpty();
    }

    @Test
    void nothingWrittenTellsNothing() {
        assertThat(DrugRouteWords.route(null)).isEmpty();
        assertThat(DrugRouteWords.doseForm(null)).isEmpty();
    }
}
