package org.osteocohort.page.section;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osteocohort.measure.cohort.CauseProfileRow;
import org.osteocohort.page.view.Figure;
import org.osteocohort.page.view.Section;
import org.osteocohort.testkit.PageTables;

class CauseSectionTest {
    private static final Section SECTION =
            CauseSection.of(PageTables.of(CauseProfileRow.TABLE, """
            phenotype | case_class | kind | item | sex | numerator | denominator | estimate | ci_low | ci_high | value_status
            ISCD_2019 | confirmed | overlap         | cause_alone          | all    | 20 | 80 | 0.25 | 0.17 | 0.36 | released
            ISCD_2019 | confirmed | overlap         | cause_and_medication | all    | 40 | 80 | 0.5  | 0.39 | 0.61 | released
            ISCD_2019 | confirmed | overlap         | medication_alone     | all    | -  | 80 | -    | -    | -    | suppressed
            ISCD_2019 | confirmed | overlap         | neither              | all    | 0  | 80 | 0.0  | 0.0  | 0.05 | released
            ISCD_2019 | confirmed | any             | secondary_cause      | all    | 60 | 80 | 0.75 | 0.64 | 0.83 | released
            ISCD_2019 | confirmed | secondary_cause | cushing_syndrome     | all    | 15 | 80 | 0.19 | 0.12 | 0.29 | released
            ISCD_2019 | confirmed | secondary_cause | cerebral_palsy       | all    | 30 | 80 | 0.38 | 0.28 | 0.48 | released
            ISCD_2019 | confirmed | secondary_cause | cerebral_palsy       | female | 29 | 40 | 0.73 | 0.57 | 0.84 | released
            ISCD_2019 | any       | secondary_cause | cancer               | all    | 29 | 90 | 0.32 | 0.23 | 0.42 | released
            DX_CODE   | confirmed | medication      | steroids             | all    | 12 | 40 | 0.3  | 0.18 | 0.45 | released
            DX_CODE   | confirmed | medication      | anticonvulsants      | all    | -  | 40 | -    | -    | -    | suppressed
            """), List.of("ISCD_2019", "URMC_SEED", "DX_CODE"));

    private static Figure figure(int place) {
        return SECTION.groups().get(0).figures().get(place);
    }

    private static List<String> names(Figure figure) {
        return figure.table().lines().stream()
                .map(line -> line.get(0).text() + " " + line.get(3).text())
                .toList();
    }

    @Test
    void eachDefinitionWithCausesHasItsFiguresAndTheFirstIsOpen() {
        assertThat(SECTION.groups())
                .extracting(group -> group.title() + " " + group.open() + " "
                        + group.figures().stream().map(Figure::title).toList())
                .containsExactly(
                        "ISCD 2019 true [Causes and medications together, Secondary causes]",
                        "DX CODE false [Medications]");
    }

    @Test
    void theOverlapTellsFourWaysOfWhichEachChildHasOne() throws Exception {
        assertThat(names(figure(0)))
                .containsExactly(
                        "Any secondary cause 75.0",
                        "Cause and medication 50.0",
                        "Cause, no medication 25.0",
                        "Medication, no cause hidden",
                        "Neither 0.0");
        JsonNode series =
                new ObjectMapper().readTree(figure(0).panels().get(0).options()).get("series");
        assertThat(series.get(0).get("data"))
                .hasToString("[null,null,null,{\"name\":\"Medication, no cause: hidden\",\"value\":1},null]");
        assertThat(series.get(3).get("data").get(4).get("value").get(0).asDouble())
                .as("zero is drawn as zero")
                .isZero();
    }

    /** What is hidden is somebody, so that a cause of nobody does not lead when all others are hidden. */
    @Test
    void whatIsHiddenStandsBeforeAZeroAndWhatWasNotEstimatedLast() {
        assertThat(names(CauseSection.of(PageTables.of(CauseProfileRow.TABLE, """
                                phenotype | case_class | kind | item | sex | numerator | denominator | estimate | value_status
                                ISCD_2019 | confirmed | etiology | genetic      | all | 0 | 80 | 0.0 | released
                                ISCD_2019 | confirmed | etiology | undetermined | all | - | 0  | -   | not_estimable
                                ISCD_2019 | confirmed | etiology | secondary    | all | - | 80 | -   | suppressed
                                """), List.of("ISCD_2019"))
                        .groups()
                        .get(0)
                        .figures()
                        .get(0)))
                .containsExactly("Secondary hidden", "Genetic 0.0", "Undetermined –");
    }

    /** A hidden share may be anything, so that its field reaches the whole. */
    @Test
    void theAxisHoldsAllThatAHiddenShareMayBe() throws Exception {
        assertThat(end(figure(1))).as("nothing is hidden").isEqualTo(50);
        assertThat(end(SECTION.groups().get(1).figures().get(0))).isEqualTo(100);
    }

    private static int end(Figure figure) throws Exception {
        return new ObjectMapper()
                .readTree(figure.panels().get(0).options())
                .get("xAxis")
                .get(0)
                .get("max")
                .asInt();
    }

    @Test
    void causesAreOfAllConfirmedCasesTheCommonestFirst() {
        assertThat(names(figure(1))).containsExactly("Cerebral palsy 38.0", "Cushing's syndrome 19.0");
    }
}
