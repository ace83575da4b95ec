package org.osteocohort.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    private static final List<String> NAMES = List.of("start", "end", "minAgeYears", "maxAgeYears", "site", "sites");

    @ParameterizedTest
    @CsvSource({
        "strat,         start",
        "stat,          start",
        "startt,        start",
        "START,         start",
        "stop,          ''",
        "ende,          end",
        "emd,           end",
        "ond,           end",
        "and so,        ''",
        "min_age_years, minAgeYears",
        "min-age-year,  minAgeYears",
        "mxnAgeYears,   minAgeYears",
        "sitess,        sites",
        "x,             ''",
        "'',            ''"
    })
    void theNearestNameIsFoundWhenItIsNearEnough(String written, String nearest) {
        assertThat(NearestName.to(written, NAMES).orElse("")).isEqualTo(nearest);
    }
}
