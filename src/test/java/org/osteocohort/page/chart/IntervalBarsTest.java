package org.osteocohort.page.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntervalBarsTest {
    private static JsonNode options(List<Double> expected, Estimate... estimates) throws Exception {
        List<String> rows = Arrays.stream(estimates).map(Estimate::words).toList();
        Series series = new Series("", "series-1", List.of(estimates));
        return new ObjectMapper().readTree(IntervalBars.of(rows, series, 1, expected));
    }

    private static final Estimate SHOWN = Estimate.shown(0.5, 0.2, 0.6, "shown");
    private static final Estimate HIDDEN = Estimate.hidden("hidden");

    @Test
    void theIntervalStandsOnItsLowerEndAndWhatIsHiddenHasNone() throws Exception {
        JsonNode series = options(Arrays.asList(null, null), SHOWN, HIDDEN).get("series");
        assertThat(series.get(0).get("data")).hasToString("[null,{\"name\":\"hidden\",\"value\":1}]");
        assertThat(series.get(1).get("data")).hasToString("[0.2,null]");
        assertThat(series.get(1).get("itemStyle").get("opacity").asInt()).isZero();
        assertThat(series.get(2).get("data")).hasToString("[0.39999999999999997,null]");
        assertThat(series.get(3).get("data")).hasToString("[{\"name\":\"shown\",\"value\":[0.5,0]},null]");
    }

    /** Agreement worse than by chance is below zero, and so may be an end of its interval. */
    @Test
    void whatIsBelowZeroIsOnTheAxis() throws Exception {
        JsonNode options = options(Arrays.asList((Double) null), Estimate.shown(-0.1, -0.3, 0.1, "below"));
        assertThat(options.get("xAxis").get(0).get("min").asDouble()).isEqualTo(-0.4);
        assertThat(options.get("series").get(1).get("stackStrategy").asText()).isEqualTo("all");
        assertThat(options(Arrays.asList((Double) null), SHOWN)
                        .get("xAxis")
                        .get(0)
                        .get("min")
                        .asDouble())
                .isZero();
    }

    @Test
    void anExpectationIsAMarkOfItsRow() throws Exception {
        JsonNode series = options(Arrays.asList(null, 0.8), SHOWN, HIDDEN).get("series");
        assertThat(series.get(4).get("data")).hasToString("[[0.8,1]]");
        assertThat(options(Arrays.asList(null, null), SHOWN, HIDDEN).get("series"))
                .hasSize(4);
    }
}
