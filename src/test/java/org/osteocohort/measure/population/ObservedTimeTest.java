package org.osteocohort.measure.population;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.testkit.AssessmentPicture;
import org.osteocohort.testkit.MeasurePicture;

class ObservedTimeTest {
    /** A study of 2020 and 2021, of children from birth to the day before the nineteenth birthday. */
    @ParameterizedTest(name = "born {0}, observed {1}: {2} days")
    @CsvSource({
        "2002-05-10, 2021-05-09..2021-05-09, 1",
        "2002-05-10, 2021-05-10..2021-05-10, 0",
        "2002-05-10, 2021-05-09..2021-05-10, 1",
        "2021-05-10, 2021-05-09..2021-05-09, 0",
        "2021-05-10, 2021-05-10..2021-05-10, 1",
        "2010-05-10, 2019-12-31..2020-01-01, 1",
        "2010-05-10, 2021-12-31..2022-01-01, 1",
    })
    void daysOfTheStudyAndOfThePopulationsAgeAreContributed(String birth, String observed, int days) {
        Assessment child = AssessmentPicture.children("""
                        id | sex  | birth | observed
                        a  | male | %s    | %s
                        """.formatted(birth, observed))
                .assessments()
                .get(0);
        assertThat(ObservedTime.contributed(child.history(), MeasurePicture.twoYears())
                        .count())
                .isEqualTo(days);
    }
}
