package org.osteocohort.measure.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.osteocohort.measure.incidence.IncidenceMeasure;
import org.osteocohort.measure.population.StudyFrame;
import org.osteocohort.measure.prevalence.PrevalenceMeasure;
import org.osteocohort.phenotype.Assessment;
import org.osteocohort.statistics.AgeBand;
import org.osteocohort.statistics.StandardPopulation;
import org.osteocohort.testkit.AssessmentPicture;
import org.osteocohort.testkit.MeasurePicture;

class StandardizedRatesTest {
    /** As many of each age from 0 to 18 years, so that the last band of four years has four fifths of the others. */
    private static final StandardPopulation EVEN =
            new StandardPopulation("even", List.of(new StandardPopulation.AgeGroup(new AgeBand(0, 18), 1)));

    private static final StudyFrame FRAME = MeasurePicture.twoYears().standardizedTo(List.of(EVEN));

    /** A girl and a boy of each band at the start of the study, all observed in its first year. */
    private static final String EVERY_STRATUM = """
            id  | sex    | birth      | observed
            g0  | female | 2018-07-01 | 2018-07-01..2020-06-30
            g5  | female | 2013-07-01 | 2018-07-01..2020-06-30
            g10 | female | 2008-07-01 | 2018-07-01..2020-06-30
            g15 | female | 2003-07-01 | 2018-07-01..2020-06-30
            b0  | male   | 2018-07-01 | 2018-07-01..2020-06-30
            b5  | male   | 2013-07-01 | 2018-07-01..2020-06-30
            b10 | male   | 2008-07-01 | 2018-07-01..2020-06-30
            """;

    private static final String LAST_BOY = "b15 | male   | 2003-07-01 | 2018-07-01..2020-06-30\n";

    private static final String CASE = """
            id | phenotype | class     | index
            g0 | ISCD_2019 | CONFIRMED | 2020-06-30
            """;

    private static StandardizedRateRow row(String measure, AssessmentPicture picture) {
        List<Assessment> children = picture.assessments();
        return StandardizedRates.of(
                        FRAME,
                        MeasurePicture.rows(new PrevalenceMeasure(FRAME), children),
                        MeasurePicture.rows(new IncidenceMeasure(FRAME), children))
                .rows()
                .stream()
                .filter(row -> row.measure().equals(measure))
                .filter(row -> row.caseClass().equals("confirmed"))
                .filter(row -> row.denominatorName().equals("observed"))
                .filter(row -> row.period().equals("study"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachStratumCountsWithItsWeight() {
        StandardizedRateRow row = row(
                "prevalence",
                AssessmentPicture.children(EVERY_STRATUM + LAST_BOY).verdicts(CASE));
        assertThat(row.standard()).isEqualTo("even");
        assertThat(row.crudeEstimate()).isCloseTo(1.0 / 8, within(1e-12));
        assertThat(row.estimate()).isCloseTo(5.0 / 19 / 2, within(1e-12));
        assertThat(row.ciMethod()).isEqualTo("fay_feuer_gamma_1997");
        assertThat(row.emptyStrata()).isEmpty();
        assertThat(row.personsNotPlaced()).isZero();
        assertThat(row.personYears()).isNull();
    }

    @Test
    void anIncidenceIsStandardizedByTheTimeOfEachStratum() {
        StandardizedRateRow row = row(
                "incidence",
                AssessmentPicture.children(EVERY_STRATUM + LAST_BOY).verdicts(CASE));
        double years = 182 / 365.25;
        assertThat(row.per()).isEqualTo(10_000);
        assertThat(row.personDays()).isEqualTo(8 * 182);
        assertThat(row.crudeEstimate()).isCloseTo(10_000 / (8 * years), within(1e-9));
        assertThat(row.estimate()).isCloseTo(10_000 * 5.0 / 19 / 2 / years, within(1e-9));
        assertThat(row.placedDenominator()).isEqualTo(8);
    }

    @Test
    void anEmptyStratumIsNamedAndNothingIsEstimated() {
        AssessmentPicture children = AssessmentPicture.children(EVERY_STRATUM).verdicts(CASE);
        for (String measure : List.of("prevalence", "incidence")) {
            StandardizedRateRow row = row(measure, children);
            assertThat(row.emptyStrata()).isEqualTo("male 15-18");
            assertThat(row.estimate()).isNull();
            assertThat(row.ciLow()).isNull();
            assertThat(row.valueStatus()).isEqualTo("not_estimable");
            assertThat(row.crudeEstimate()).isNotNull();
        }
    }

    @Test
    void whoHasNoPlaceInTheStandardIsCounted() {
        AssessmentPicture children = AssessmentPicture.children(EVERY_STRATUM
                        .replace("observed\n", "observed | precision\n")
                        .replace("2020-06-30\n", "2020-06-30 | day\n")
                + LAST_BOY.replace("\n", " | day\n")
                + "u | unknown | 2013-07-01 | 2018-07-01..2020-06-30 | day\n"
                + "i | male    | 2010-01-01 | 2018-07-01..2020-06-30 | year\n");
        StandardizedRateRow prevalence = row("prevalence", children);
        assertThat(prevalence.denominator()).isEqualTo(10);
        assertThat(prevalence.placedDenominator()).isEqualTo(8);
        assertThat(prevalence.personsNotPlaced()).isEqualTo(2);
        assertThat(row("incidence", children).personsNotPlaced()).isEqualTo(2);
    }

    @Test
    void aStandardThatLacksAnAgeOfTheStudyCannotBeUsed() {
        StandardPopulation young =
                new StandardPopulation("young", List.of(new StandardPopulation.AgeGroup(new AgeBand(0, 14), 1)));
        assertThat(StandardGrid.mistake(EVEN, MeasurePicture.twoYears())).isEqualTo(Optional.empty());
        assertThat(StandardGrid.mistake(young, MeasurePicture.twoYears()))
                .hasValueSatisfying(mistake -> assertThat(mistake).contains("young", "15-18"));
    }

    @Test
    void withoutAStandardThereIsNoRow() {
        assertThat(StandardizedRates.of(MeasurePicture.twoYears(), List.of(), List.of())
                        .rows())
                .isEmpty();
    }
}
