package org.osteocohort.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osteocohort.codes.CodeKey;
import org.osteocohort.ehr.ClinicalEvent;
import org.osteocohort.ehr.CodeResolution;
import org.osteocohort.ehr.DatePrecision;
import org.osteocohort.ehr.DrugRecordKind;
import org.osteocohort.ehr.DrugRoute;
import org.osteocohort.ehr.DrugSupply;
import org.osteocohort.ehr.EventDomain;
import org.osteocohort.ehr.NumericResult;
import org.osteocohort.ehr.ObservationPeriod;
import org.osteocohort.ehr.PatientHistory;
import org.osteocohort.ehr.Sex;
import org.osteocohort.ehr.Visit;
import org.osteocohort.ehr.VisitKind;

class HistoriesTest {
    private static final PatientHistory HISTORY = Histories.parse("""
            born 2010-02-28 female, observed 2010-02-28 to 2022-12-31, observed 2024-01-01 to 2024-06-30, died 2024-06-30
            date       | code             | value | unit      | days | quantity | strength | route | visit | kind      | via
            2016-03-01 | ICD10CM S52.501A |       |           |      |          |          |       | V1
            2016-05-01 | LOINC 85394-5    | -2.1  | {Z-Score}
            2017-01-01 | NDC 0054-4728    |       |           | 30   | 60       | 5        | oral  |       | dispensed | RXNORM 8640; ATC H02AB07

            visit | kind      | start      | end
            V1    | inpatient | 2016-03-01 | 2016-03-04
            V2    | emergency | 2016-06-01 |
            """);

    @Test
    void theFirstLineTellsTheChild() {
        assertThat(HISTORY.patient().patientId()).isEqualTo("site:1");
        assertThat(HISTORY.patient().sex()).isEqualTo(Sex.FEMALE);
        assertThat(HISTORY.patient().birthDate()).isEqualTo("2010-02-28");
        assertThat(HISTORY.patient().birthDatePrecision()).isEqualTo(DatePrecision.DAY);
        assertThat(HISTORY.patient().deathDate()).isEqualTo("2024-06-30");
        assertThat(HISTORY.observation())
                .containsExactly(
                        new ObservationPeriod(LocalDate.parse("2010-02-28"), LocalDate.parse("2022-12-31")),
                        new ObservationPeriod(LocalDate.parse("2024-01-01"), LocalDate.parse("2024-06-30")));
    }

    @Test
    void anImpreciseBirthDateIsHeldAsItsFirstDay() {
        assertThat(Histories.parse("born 2010-05 male").patient().birthDate()).isEqualTo("2010-05-01");
        assertThat(Histories.parse("born 2010-05 male").patient().birthDatePrecision())
                .isEqualTo(DatePrecision.MONTH);
        assertThat(Histories.parse("born 2010").patient().birthDatePrecision()).isEqualTo(DatePrecision.YEAR);
        assertThat(Histories.parse("born unknown male").patient().birthDate()).isNull();
    }

    @Test
    void blankCellsAreNullAndTheVocabularyTellsTheDomain() {
        ClinicalEvent fracture = HISTORY.events().get(0);
        ClinicalEvent measurement = HISTORY.events().get(1);

        assertThat(fracture.domain()).isEqualTo(EventDomain.CONDITION);
        assertThat(fracture.supply()).isNull();
        assertThat(fracture.result()).isNull();
        assertThat(fracture.visitId()).isEqualTo("V1");
        assertThat(measurement.domain()).isEqualTo(EventDomain.MEASUREMENT);
        assertThat(measurement.result()).isEqualTo(new NumericResult(-2.1, "{Z-Score}"));
    }

    @Test
    void aDrugHasItsSupplyAndWhatItWasResolvedTo() {
        ClinicalEvent drug = HISTORY.events().get(2);

        assertThat(drug.domain()).isEqualTo(EventDomain.DRUG);
        assertThat(drug.supply()).isEqualTo(new DrugSupply(DrugRecordKind.DISPENSED, DrugRoute.ORAL, 30, 60.0, 5.0));
        assertThat(drug.matchedBy()).containsExactly(CodeKey.parse("RXNORM|8640"), CodeKey.parse("ATC|H02AB07"));
        assertThat(drug.resolution()).isEqualTo(CodeResolution.ANCESTOR);
    }

    @Test
    void visitsStandInATableOfTheirOwn() {
        assertThat(HISTORY.visits())
                .isEqualTo(List.of(
                        new Visit(
                                "V1",
                                VisitKind.INPATIENT,
                                LocalDate.parse("2016-03-01"),
                                LocalDate.parse("2016-03-04")),
                        new Visit(
                                "V2",
                                VisitKind.EMERGENCY,
                                LocalDate.parse("2016-06-01"),
                                LocalDate.parse("2016-06-01"))));
    }

    @Test
    void anotherOrderIsTheSameHistoryAndCopiesAreNot() {
        assertThat(Histories.shuffled(HISTORY, 7)).isEqualTo(HISTORY);
        assertThat(Histories.duplicated(HISTORY).events()).hasSize(6);
    }

    @Test
    void aRowLongerThanItsHeaderFails() {
        assertThatThrownBy(() -> Histories.parse("""
                        born 2010-02-28 female
                        date | code
                        2016-03-01 | ICD10CM S52 | 7
                        """)).hasMessageContaining("more cells than columns");
    }
}
