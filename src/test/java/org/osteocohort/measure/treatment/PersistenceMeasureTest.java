package org.osteocohort.measure.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.osteocohort.testkit.AssessmentPicture;
import org.osteocohort.testkit.MeasurePicture;
import org.osteocohort.testkit.RowPicture;

class PersistenceMeasureTest {
    private static List<PersistenceRow> rows(AssessmentPicture children, String treatment) {
        return MeasurePicture.rows(new PersistenceMeasure(MeasurePicture.twoYears()), children).stream()
                .filter(row -> row.caseClass().equals("any") && row.treatment().equals(treatment))
                .filter(row -> row.sex().equals("all") && row.ageGroup().equals("all"))
                .toList();
    }

    /** All begin on 2020-01-11, ten days after the index date. */
    private static AssessmentPicture children(String eras) {
        return AssessmentPicture.children("""
                        id      | sex  | birth      | observed
                        keeps   | male | 2010-05-10 | 2015-01-01..2023-12-31
                        stops   | male | 2010-05-10 | 2015-01-01..2023-12-31
                        changes | male | 2010-05-10 | 2015-01-01..2023-12-31
                        leaves  | male | 2010-05-10 | 2015-01-01..2020-07-09
                        """).verdicts("""
                        id      | phenotype | class     | index
                        keeps   | ISCD_2019 | CONFIRMED | 2020-01-01
                        stops   | ISCD_2019 | PROBABLE  | 2020-01-01
                        changes | ISCD_2019 | SUSPECTED | 2020-01-01
                        leaves  | ISCD_2019 | CONFIRMED | 2020-01-01
                        """).tags("""
                        id      | role      | item                           | start | end | records
                        keeps   | treatment | bisphosphonate.zoledronic_acid | -     | -   | 2020-01-11
                        stops   | treatment | bisphosphonate.zoledronic_acid | -     | -   | 2020-01-11
                        changes | treatment | bisphosphonate.alendronate     | -     | -   | 2020-01-11
                        leaves  | treatment | bisphosphonate.zoledronic_acid | -     | -   | 2020-01-11
                        """).eras(eras);
    }

    private static final String ERAS = """
            id      | item                           | start      | end        | days
            keeps   | bisphosphonate.zoledronic_acid | 2020-01-11 | 2023-12-31 | 100
            stops   | bisphosphonate.zoledronic_acid | 2020-01-11 | 2020-04-09 | 90
            changes | bisphosphonate.alendronate     | 2020-01-11 | 2020-04-10 | 90
            changes | bisphosphonate.pamidronate     | 2020-04-11 | 2023-12-31 | 90
            leaves  | bisphosphonate.zoledronic_acid | 2020-01-11 | 2023-12-31 | 100
            """;

    @Test
    void coveredAreThoseWithTheDrugAmongThoseStillObserved() {
        assertThat(RowPicture.of(
                        PersistenceRow.TABLE,
                        rows(children(ERAS), "bisphosphonate.any"),
                        "day | initiators | observed | covered | discontinued"))
                .isEqualTo(RowPicture.plain("""
                        day | initiators | observed | covered | discontinued
                        30  | 4 | 4 | 4 | 0
                        90  | 4 | 4 | 3 | 1
                        180 | 4 | 4 | 3 | 1
                        365 | 4 | 3 | 2 | 1
                        730 | 4 | 3 | 2 | 1
                        """));
    }

    @Test
    void aChangeOfAgentEndsTheAgentAndNotTheTreatment() {
        assertThat(rows(children(ERAS), "bisphosphonate.alendronate"))
                .extracting(PersistenceRow::discontinued)
                .containsExactly(0L, 0L, 1L, 1L, 1L);
        assertThat(rows(children(ERAS), "bisphosphonate.any").get(4).discontinuation())
                .isCloseTo(1 / 4.0, within(1e-12));
    }

    @Test
    void theLastDayOfObservationIsObserved() {
        // 2020-07-09 is day 180 of the child who leaves.
        assertThat(rows(children(ERAS), "bisphosphonate.zoledronic_acid"))
                .extracting(PersistenceRow::observed)
                .containsExactly(3L, 3L, 3L, 2L, 2L);
    }
}
