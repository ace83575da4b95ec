package org.osteocohort.source.drug;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osteocohort.ehr.DrugRoute;

class DrugRouteCodesTest {
    @ParameterizedTest
    @CsvSource({
        "26643006, ORAL",
        "' 127490009 ', ORAL",
        "47625008, PARENTERAL",
        "34206005, PARENTERAL",
        "447694001, NOT_SYSTEMIC",
        "6064005, NOT_SYSTEMIC"
    })
    void aRouteIsReadFromItsConcept(String code, DrugRoute route) {
        assertThat(DrugRouteCodes.route(code)).contains(route);
    }

    @Test
    void rectalAndUnknownRoutesTellNothing() {
        assertThat(DrugRouteCodes.route("37161004")).isEmpty();
        assertThat(DrugRouteCodes.route("oral")).isEmpty();
        assertThat(DrugRouteCodes.route(null)).isEmpty();
    }
}
