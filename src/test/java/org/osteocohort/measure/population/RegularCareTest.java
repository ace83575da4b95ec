package org.osteocohort.measure.population;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.testkit.AssessmentPicture;
import org.osteocohort.testkit.MeasurePicture;

class RegularCareTest {
    /** A child born on 10 May 2000, and a study to the end of 2021. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "once, 2005-03-01, false",
        "two visits a year apart, '2005-03-01, 2006-03-01', true",
        "two visits a day less than a year apart, '2005-03-01, 2006-02-28', false",
        "the first of them before the first birthday, '2001-05-09, 2002-05-09', false",
        "the first of them on it, '2001-05-10, 2002-05-10', true",
        "the last of them before the 21st birthday, '2020-05-09, 2021-05-09', true",
        "the last of them on it, '2020-05-10, 2021-05-10', false",
        "the last of them after the study, '2015-03-01, 2022-01-01', false",
        "three years with a long gap, '2005-03-01, 2006-03-01, 2008-03-01', true",
        "more than three years with a long gap, '2005-03-01, 2006-03-01, 2008-03-02', false",
        "more than three years and at most 18 months between, '2005-03-01, 2006-09-01, 2008-03-01, 2009-09-01', true",
        "a day more than 18 months between, '2005-03-01, 2006-09-01, 2008-03-02, 2009-09-02', false"
    })
    void twoVisitsAYearApartAndNoLongGap(String name, String days, boolean regular) {
        Assessment child = AssessmentPicture.children("""
                        id | sex  | birth      | observed
                        a  | male | 2000-05-10 | 2000-05-10..2021-12-31
                        """)
                .visits("id | outpatient\na | " + days)
                .assessments()
                .get(0);
        assertThat(RegularCare.holds(child.history(), MeasurePicture.frame("2000-01-01", "2021-12-31")))
                .isEqualTo(regular);
    }
}
