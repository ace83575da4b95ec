package org.osteocohort.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osteocohort.problem.BadJobException;

class StandardPopulationTest {
    private static final Path SHIPPED = Path.of("jobs/pediatric-osteoporosis/standards");
    private static final List<String> BOTH_SEXES = List.of("female", "male");
    private static final List<AgeBand> BANDS_IN_USE =
            List.of(AgeBand.of("0-4"), AgeBand.of("5-9"), AgeBand.of("10-14"), AgeBand.of("15-18"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "us-2000,       us_2000,       0-4,   69135",
        "us-2000,       us_2000,       0-0,   13818",
        "us-2000,       us_2000,       5-9,   72533",
        "us-2000,       us_2000,       10-14, 73032",
        "us-2000,       us_2000,       15-19, 72169",
        "us-2000,       us_2000,       0-19,  286869",
        "who-2000-2025, who_2000_2025, 0-4,   8.86",
        "who-2000-2025, who_2000_2025, 5-9,   8.69",
        "who-2000-2025, who_2000_2025, 10-14, 8.60",
        "who-2000-2025, who_2000_2025, 15-19, 8.47",
    })
    void theShippedStandardsHoldWhatTheirSourcesSay(String file, String name, String band, double weight) {
        StandardPopulation standard = StandardPopulation.read(SHIPPED.resolve(file + ".csv"));

        assertThat(standard.name()).isEqualTo(name);
        assertThat(standard.weights(List.of(AgeBand.of(band)), List.of("all")))
                .singleElement()
                .satisfies(row -> assertThat(row.weight()).isCloseTo(weight, within(1e-9)));
    }

    @Test
    void aBandThatCutsAnAgeGroupTakesItsShareByYearsAndEachSexHalf() {
        StandardPopulation standard = StandardPopulation.read(SHIPPED.resolve("who-2000-2025.csv"));

        assertThat(standard.weights(BANDS_IN_USE, BOTH_SEXES))
                .containsExactly(
                        new StandardWeight(new AgeBand(0, 4), "female", 8.86 / 2),
                        new StandardWeight(new AgeBand(0, 4), "male", 8.86 / 2),
                        new StandardWeight(new AgeBand(5, 9), "female", 8.69 / 2),
                        new StandardWeight(new AgeBand(5, 9), "male", 8.69 / 2),
                        new StandardWeight(new AgeBand(10, 14), "female", 8.60 / 2),
                        new StandardWeight(new AgeBand(10, 14), "male", 8.60 / 2),
                        new StandardWeight(new AgeBand(15, 18), "female", 8.47 * 4 / 5 / 2),
                        new StandardWeight(new AgeBand(15, 18), "male", 8.47 * 4 / 5 / 2));
    }

    @Test
    void aBandMayBeginAndEndWithinGroups() {
        StandardPopulation standard = StandardPopulation.read(SHIPPED.resolve("who-2000-2025.csv"));

        assertThat(standard.weights(List.of(new AgeBand(3, 10)), List.of("all")))
                .containsExactly(
                        new StandardWeight(new AgeBand(3, 10), "all", 8.86 * 2 / 5 + 8.69 * 5 / 5 + 8.60 * 1 / 5));
    }

    @Test
    void agesThatTheStandardLacksAreRefused() {
        StandardPopulation standard = StandardPopulation.read(SHIPPED.resolve("us-2000.csv"));

        assertThatThrownBy(() -> standard.weights(List.of(new AgeBand(15, 20)), BOTH_SEXES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the standard us_2000 does not have all ages of 15-20");
    }

    @Test
    void overlappingBandsAndRepeatedSexesAreRefused() {
        StandardPopulation standard = StandardPopulation.read(SHIPPED.resolve("us-2000.csv"));
        List<AgeBand> overlapping = List.of(new AgeBand(5, 9), new AgeBand(0, 5));

        assertThatThrownBy(() -> standard.weights(overlapping, BOTH_SEXES))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> standard.weights(BANDS_IN_USE, List.of("female", "female")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyMistakeOfAFileIsToldAtOnce() throws IOException {
        Path file = write("""
                # a comment
                standard,age_from,age_to,weight
                one,0,4,10
                two,5,x,10
                one,10,9,10
                one,10,14,-1
                one,16,19,1e999
                one,20
                ,20,24,5
                """);

        assertThatThrownBy(() -> StandardPopulation.read(file))
                .isInstanceOfSatisfying(
                        BadJobException.class,
                        exception -> assertThat(exception.problems())
                                .extracting(problem -> problem.toString().replace(file + " ", ""))
                                .containsExactly(
                                        "line 4: the file mixes one and two, expected one standard",
                                        "line 4: age_to is 'x', expected whole years from 0 to 150",
                                        "line 5: age_to is below age_from",
                                        "line 6: weight is '-1', expected a number above zero",
                                        "line 7: weight is '1e999', expected a number above zero",
                                        "line 7: age_from does not follow the age_to before it, "
                                                + "expected groups in order without gap or overlap",
                                        "line 8: the line has 2 fields, not 4",
                                        "line 9: standard is blank"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "standard,age_from,weight          | the header lacks age_to",
                "standard,age_from,age_to,weight   | the file holds no row",
            })
    void aFileThatIsNoStandardIsRefused(String text, String what) throws IOException {
        Path file = write(text);

        assertThatThrownBy(() -> StandardPopulation.read(file)).hasMessage(file + ": " + what);
    }

    @Test
    void aMissingFileIsToldByName() {
        Path file = folder.resolve("none.csv");

        assertThatThrownBy(() -> StandardPopulation.read(file))
                .isInstanceOf(BadJobException.class)
                .hasMessageStartingWith(file.toString());
    }

    @ParameterizedTest
    @CsvSource({"5", "5-", "9-5", "five", "-1-4"})
    void aBandThatIsNoneIsRefused(String label) {
        assertThatThrownBy(() -> AgeBand.of(label)).isInstanceOf(IllegalArgumentException.class);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("standard.csv"), text);
    }
}
