package org.osteocohort.page.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
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

    private static String values(JsonNode series) {
        return StreamSupport.stream(series.get("data").spliterator(), false)
                .map(point -> point.get("value").toString())
                .collect(Collectors.joining(" "));
    }

    /** Of two groups the first has the even places, the second the odd ones, for marks, fields and intervals alike. */
    @Test
    void groupsStandSideBySide() throws Exception {
        Series male = new Series(
                "male", "series-2", List.of(Estimate.shown(20, 10, 30, "0-9"), Estimate.hidden("10-18: hidden")));
        Series female = new Series(
                "female", "series-1", List.of(Estimate.hidden("0-9: hidden"), Estimate.shown(20, 10, 30, "10-18")));
        JsonNode options =
                new ObjectMapper().readTree(IntervalLines.of(List.of("0-9", "10-18"), List.of(female, male), 30));
        assertThat(options.get("xAxis").get(1).get("data")).hasSize(4);
        JsonNode series = options.get("series");
        assertThat(series).allMatch(one -> one.get("xAxisIndex").asInt() == 1);
        assertThat(series.get(0).get("data")).hasToString("[{\"name\":\"0-9: hidden\",\"value\":1},null,null,null]");
        assertThat(values(series.get(3))).isEqualTo("[0,null] [2,20.0]");
        assertThat(series.get(4).get("data")).hasToString("[null,null,null,{\"name\":\"10-18: hidden\",\"value\":1}]");
        assertThat(values(series.get(7))).isEqualTo("[1,20.0] [3,null]");
        assertThat(series.get(7).get("markLine").get("data"))
                .hasToString("[[{\"coord\":[1,10.0]},{\"coord\":[1,30.0]}]]");
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
        assertThat(values(line)).isEqualTo("[0,20.0] [1,22.0] [2,null] [3,null] [4,0.0]");
    }

    @Test
    void theBandStandsOnTheLowerEnds() throws Exception {
        assertThat(values(series(1))).isEqualTo("[0,10.0] [1,12.0] [2,null] [3,null] [4,0.0]");
        assertThat(values(series(2))).isEqualTo("[0,20.0] [1,20.0] [2,null] [3,null] [4,5.0]");
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
