package org.osteocohort.page.section;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osteocohort.measure.treatment.TreatmentCoverageRow;
import org.osteocohort.page.view.Figure;
import org.osteocohort.page.view.Section;
import org.osteocohort.testkit.PageTables;

class CoverageSectionTest {
    private static final Section SECTION =
            CoverageSection.of(PageTables.of(TreatmentCoverageRow.TABLE, """
                            phenotype | case_class | treatment | window_name | window_start_day | window_end_day | denominator_name | denominator | treated | untreated | not_in_observation | not_eligible | unknown | expectation | gap | estimate | ci_low | ci_high | value_status
                            ISCD_2019 | confirmed | bisphosphonate.any | one_year   | 0   | 365 | all_in_cohort | 100 | 40 | 30 | 12 | 11 | -  | most | 0.1 | 0.4 | 0.3 | 0.5 | suppressed
                            ISCD_2019 | confirmed | calcium_supplement | one_year   | 0   | 365 | all_in_cohort | 100 | 50 | 30 | 20 | 0  | 0  | -    | -   | 0.5 | 0.4 | 0.6 | released
                            ISCD_2019 | confirmed | bisphosphonate.any | two_years  | 0   | 730 | all_in_cohort | 100 | 50 | 30 | 20 | 0  | 0  | most | 0.0 | 0.5 | 0.4 | 0.6 | released
                            DX_CODE   | confirmed | pt_evaluation      | evaluation | -90 | 365 | all_in_cohort | 50  | 20 | 30 | 0  | 0  | 0  | all  | 0.6 | 0.4 | 0.3 | 0.5 | released
                            """), List.of("ISCD_2019", "DX_CODE"));
    private static final List<Figure> FIGURES =
            List.of(SECTION.groups().get(0).figures().get(0), SECTION.figures().get(0));

    private static JsonNode series(int figure) throws Exception {
        return new ObjectMapper()
                .readTree(FIGURES.get(figure).panels().get(0).options())
                .get("series");
    }

    @Test
    void eachTreatmentIsToldInTheWindowThatSuitsIt() {
        assertThat(FIGURES.get(0).table().lines())
                .extracting(line -> line.get(0).text() + " " + line.get(1).text())
                .containsExactly("Bisphosphonate, any 0 to 365", "Calcium supplement 0 to 365");
    }

    @Test
    void theStatesOfEachDefinitionAreThereAndTheFirstAreOpen() {
        assertThat(SECTION.groups())
                .extracting(group -> group.title() + " " + group.open())
                .containsExactly("ISCD 2019 true", "DX CODE false");
    }

    @Test
    void whatIsLeftWhenAPartIsHiddenIsHatched() throws Exception {
        JsonNode hidden = series(0).get(series(0).size() - 1);
        assertThat(hidden.get("name").asText()).isEqualTo("hidden");
        assertThat(hidden.get("itemStyle").get("color").asText()).isEqualTo("url(#hatched)");
        assertThat(hidden.get("data").get(0).get("value").asDouble()).isEqualTo(7);
        assertThat(hidden.get("data").get(1).isNull()).isTrue();
    }

    @Test
    void aHiddenPartHasNoBarAndAZeroHas() throws Exception {
        JsonNode unknown = series(0).get(4);
        assertThat(unknown.get("name").asText()).isEqualTo("unknown");
        assertThat(unknown.get("data").get(0).isNull()).isTrue();
        assertThat(unknown.get("data").get(1).get("value").asDouble()).isZero();
    }

    @Test
    void theGapIsToldOfEveryDefinitionWhereSomethingIsExpected() throws Exception {
        assertThat(FIGURES.get(1).table().lines())
                .extracting(line -> line.get(0).text() + ", " + line.get(1).text() + ": "
                        + line.get(5).text())
                .containsExactly("ISCD 2019, Bisphosphonate, any: 10.0", "DX CODE, Physical therapy evaluation: 60.0");
        JsonNode expected = series(1).get(series(1).size() - 1);
        assertThat(expected.get("data")).hasToString("[[50.0,0],[100.0,1]]");
    }
}
