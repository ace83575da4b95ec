package org.osteocohort.source.deidentification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osteocohort.job.Deidentification.Profile;

class SeenValuesTest {
    private static final String DAY = "a day where safe-harbor allows the year only";
    private static final String MONTH = "a month where safe-harbor allows the year only";
    private static final String PROSE = "Child seen today. Mother reports pain in the arm";

    private static SeenValues seen(Profile profile, String... values) {
        SeenValues seen = new SeenValues(profile);
        Stream.of(values).forEach(seen::see);
        return seen;
    }

    @Test
    void kindsAreCountedAndValuesNotKept() {
        SeenValues seen = seen(Profile.SHIFTED, "123-45-6789", "S52.5", "a@example.org", "b@example.org");
        assertThat(seen.count()).isEqualTo(4);
        assertThat(seen.kinds()).isEqualTo(Map.of("a social security number", 1, "an e-mail address", 2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2016-05-25           | day
            2016-05-25T10:00:00Z | day
            20160525             | day
            25MAY2016            | day
            25-may-2016          | day
            25MAY2016:10:00:00   | day
            5/25/2016            | day
            2016-05              | month
            2016                 | -
            2016-01-01           | -
            2016-07-01           | -
            2016-01-01T00:00:00Z | -
            20160701             | -
            01JAN2016            | -
            01JUL2016:00:00:00   | -
            unknown              | -
            """)
    void ofDatesSafeHarborAllowsTheYear(String value, String part) {
        SeenValues safeHarbor = new SeenValues(Profile.SAFE_HARBOR);
        safeHarbor.seeDate(value);
        assertThat(safeHarbor.kinds())
                .isEqualTo(
                        switch (part) {
                            case "day" -> Map.of(DAY, 1);
                            case "month" -> Map.of(MONTH, 1);
                            default -> Map.of();
                        });
        SeenValues limited = new SeenValues(Profile.LIMITED_DATA_SET);
        limited.seeDate(value);
        assertThat(limited.kinds()).isEmpty();
    }

    @Test
    void aDayInAColumnOfAnotherKindIsADayAllTheSame() {
        assertThat(seen(Profile.SAFE_HARBOR, "2016-05-25").kinds()).isEqualTo(Map.of(DAY, 1));
    }

    @Test
    void eightDigitsOutsideOfColumnsOfDatesMayBeAnything() {
        assertThat(seen(Profile.SAFE_HARBOR, "20160525", "2016-05").kinds()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SAFE_HARBOR, 89, 0",
        "SAFE_HARBOR, 90, 1",
        "SHIFTED, 300, 1",
        "LIMITED_DATA_SET, 90, 0",
        "SAFE_HARBOR, old, 0"
    })
    void agesOverEightyNineAreForTheLimitedDataSetOnly(Profile profile, String age, int found) {
        SeenValues seen = new SeenValues(profile);
        seen.seeAge(age);
        assertThat(seen.kinds().getOrDefault("an age over 89", 0)).isEqualTo(found);
    }

    private static String[] prose(int number) {
        return IntStream.range(0, number).mapToObj(note -> PROSE + note).toArray(String[]::new);
    }

    @Test
    void tenDifferentTextsOfSeveralSentencesAreFreeText() {
        assertThat(seen(Profile.SHIFTED, prose(9)).kinds()).isEmpty();
        assertThat(seen(Profile.SHIFTED, prose(10)).kinds()).isEqualTo(Map.of("free text", 10));
    }

    @Test
    void theQuestionsOfAFormComeAgain() {
        String[] twice = Stream.of(prose(10), prose(10)).flatMap(Stream::of).toArray(String[]::new);
        assertThat(seen(Profile.SHIFTED, twice).kinds()).isEmpty();
        twice[0] = "S52.5";
        assertThat(seen(Profile.SHIFTED, twice).kinds()).isEqualTo(Map.of("free text", 19));
    }

    @Test
    void oneCellOfAThousandCharactersMayBeAName() {
        assertThat(seen(Profile.SHIFTED, "x".repeat(1000)).kinds()).isEmpty();
        assertThat(seen(Profile.SHIFTED, "x".repeat(1001)).kinds()).isEqualTo(Map.of("free text", 1));
    }

    @Test
    void tenLongTextsAreFreeText() {
        String[] ten = Stream.generate(() -> "x".repeat(151)).limit(10).toArray(String[]::new);
        assertThat(seen(Profile.SHIFTED, ten).kinds()).isEqualTo(Map.of("free text", 10));
        ten[0] = "x";
        assertThat(seen(Profile.SHIFTED, ten).kinds()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amoxicillin 250 MG / clavulanate 125 MG Oral Tablet",
                "Closed fracture of distal end of radius, initial encounter",
                "1 ML etanercept 50 MG/ML Prefilled Syringe [Enbrel]",
                "St. John Hospital. North"
            })
    void namesOfDrugsAndDiseasesAreNoSentences(String name) {
        String[] many = IntStream.range(0, 12).mapToObj(number -> name + number).toArray(String[]::new);
        assertThat(seen(Profile.SHIFTED, many).kinds()).isEmpty();
    }
}
