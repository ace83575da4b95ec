package org.osteocohort.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Known answers of R, one case a row; made by {@code src/test/r/statistics-cases.R}. */
class StatisticsCasesTest {
    private static final String FILE = "statistics-cases.csv";

    /** Of the number itself: a small proportion is checked as strictly as a large rate. */
    private static final double RELATIVE_ERROR = 1e-10;

    private static final double TRACE_OF_ZERO = 1e-15;

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("cases")
    void isAsInR(String statistic, CaseNumbers inputs, CaseNumbers expected) {
        CaseNumbers actual = StatisticsCase.answer(statistic, inputs);

        assertThat(actual.names()).isEqualTo(expected.names());
        for (String name : expected.names()) {
            assertSame(name, actual.list(name), expected.list(name));
        }
    }

    @Test
    void theTableHoldsAtLeastSixtyCases() {
        assertThat(cases().count()).isGreaterThanOrEqualTo(60);
    }

    private static void assertSame(String name, List<Double> actual, List<Double> expected) {
        assertThat(actual).as(name).hasSameSizeAs(expected);
        for (int place = 0; place < expected.size(); place++) {
            Double number = expected.get(place);
            if (number == null) {
                assertThat(actual.get(place)).as(name).isNull();
            } else {
                double error = Math.abs(number) * RELATIVE_ERROR + TRACE_OF_ZERO;
                assertThat(actual.get(place)).as(name).isBetween(number - error, number + error);
            }
        }
    }

    static Stream<Object[]> cases() {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setCommentMarker('#')
                .get();
        List<Object[]> cases = new ArrayList<>();
        try (Reader text =
                new InputStreamReader(StatisticsCasesTest.class.getResourceAsStream(FILE), StandardCharsets.UTF_8)) {
            for (CSVRecord row : format.parse(text)) {
                cases.add(new Object[] {
                    row.get("statistic"), CaseNumbers.parse(row.get("inputs")), CaseNumbers.parse(row.get("expected"))
                });
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return cases.stream();
    }
}
