package org.osteocohort.page.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntervalLinesTest {
    private static final Series SERIES = new Series(
            "female",
            "series-1",
            List.of(
                    Estimate.shown(20, 10, 30, "2019"),
                    Estimate.shown(22, 12, 32, "2020"),
                    Estimate.hidden("2021: hidden"),
                    Estimate.none("2022: no estimate"),
                    Estimate.shown(0, 0, 5, "2023")));

    private static JsonNode options(double top) throws Exception {
        List<String> years = List.of("2019", "2020", "2021", "2022", "2023");
        return new ObjectMapper().readTree(IntervalLines.of(years, List.of(SERIES), top));
    }

    private static JsonNode series(int place) throws Exception {
        return options(32).get("series").get(place);
    }

    @Test
    void aHiddenNumberIsAFieldOverTheWholeRangeAndNothingElse() throws Exception {
        JsonNode field = series(0);
        assertThat(field.get("data")).hasToString("[null,null,{\"name\":\"2021: hidden\",\"value\":1},null,null]");
        assertThat(field.get("itemStyle").get("color").asText()).isEqualTo("url(#hatched)");
        JsonNode whole = options(32).get("yAxis").get(field.get("yAxisIndex").asInt());
        assertThat(whole.get("min").asInt()).isZero();
        assertThat(whole.get("max").asInt()).isEqualTo(1);
    }

    @Test
    void theLineBreaksAtAHiddenNumberAndAtNoneAndAZeroIsDrawn() throws Exception {
        JsonNode line = series(3);
        assertThat(line.get("connectNulls").asBoolean()).isFalse();
        assertThat(line.get("data").get(2).isNull()).isTrue();
        assertThat(line.get("data").get(3).isNull()).isTrue();
        assertThat(line.get("data").get(4).get("value").asDouble()).isZero();
    }

    @Test
    void theBandStandsOnTheLowerEnds() throws Exception {
        assertThat(series(1).get("data")).hasToString("[10.0,12.0,null,null,0.0]");
        assertThat(series(2).get("data")).hasToString("[20.0,20.0,null,null,5.0]");
        assertThat(series(1).get("stack")).isEqualTo(series(2).get("stack"));
    }

    @Test
    void onlyAnEstimateWithoutNeighbourHasALineForItsInterval() throws Exception {
        assertThat(series(3).get("markLine").get("data")).hasToString("[[{\"coord\":[4,0.0]},{\"coord\":[4,5.0]}]]");
    }

    @Test
    void theAxisEndsAtANumberThatReadsWell() throws Exception {
        assertThat(options(32).get("yAxis").get(0).get("max").asInt()).isEqualTo(40);
        assertThat(options(40).get("yAxis").get(0).get("max").asInt()).isEqualTo(40);
        assertThat(options(0.7).get("yAxis").get(0).get("max").asDouble()).isEqualTo(0.8);
        assertThat(options(0.7).get("yAxis").get(0).get("interval").asDouble()).isEqualTo(0.2);
    }

    @Test
    void whatAMarkSaysIsTextAndNeverHtml() throws Exception {
        assertThat(options(32).get("tooltip").get("renderMode").asText()).isEqualTo("richText");
    }
}
