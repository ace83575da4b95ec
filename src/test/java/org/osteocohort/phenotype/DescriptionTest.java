package org.osteocohort.phenotype;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osteocohort.fracture.FractureKind;
import org.osteocohort.fracture.FractureSite;
import org.osteocohort.fracture.TraumaTier;
import org.osteocohort.testkit.ShippedStudy;

/** The texts in the resources beside this test were read and approved; a change of wording is approved there again. */
class DescriptionTest {
    private static final Criterion BROKEN_ARMS = new FractureCount(
            3,
            Set.of(FractureKind.LONG_BONE),
            Set.of(FractureSite.FOREARM, FractureSite.HUMERUS),
            2,
            365,
            Set.of(TraumaTier.UNKNOWN, TraumaTier.LOW),
            Set.of(),
            false,
            false,
            true,
            CountUnit.BONE,
            730);

    @ParameterizedTest
    @ValueSource(strings = {"iscd-2019", "iscd-2007", "urmc-seed", "ward-broad", "dx-code"})
    void theShippedDefinitionsReadAsApproved(String file) throws IOException {
        try (InputStream approved = DescriptionTest.class.getResourceAsStream(file + ".txt")) {
            assertThat(approved).as("approved text of " + file).isNotNull();
            assertThat(ShippedStudy.phenotype(file).describe())
                    .isEqualTo(new String(approved.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"iscd-2019", "iscd-2007", "urmc-seed", "ward-broad", "dx-code"})
    void noLineIsTooWideForATerminal(String file) {
        assertThat(ShippedStudy.phenotype(file).describe().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void everyPartOfAFractureCountIsTold() {
        assertThat(BROKEN_ARMS.describe(new Glossary()))
                .isEqualTo(Clause.of("3 or more confirmed not pathological long bone broken bones of the humerus or"
                        + " forearm before the 2nd birthday, from day 365 of life on, all within 730 days (about 2"
                        + " years), only after an accident of unknown energy or a low-energy accident"));
    }

    @Test
    void aNameIsDefinedOnceAfterTheNamesThatUseIt() {
        Criterion arms = new Named("broken_arms", BROKEN_ARMS);
        Criterion grounds = new Named("grounds", new AnyOf(List.of(arms, new LeftTruncated())));
        Phenotype phenotype = new Phenotype(
                "TEST",
                "title",
                "source",
                List.of(),
                Map.of("episodeGapDays", 90),
                List.of(new ClassRule(CaseClass.PROBABLE, "way", new AllOf(List.of(grounds, new Not(arms))))),
                Map.of("flag", new Not(new AllOf(List.of(arms, arms)))));

        assertThat(phenotype.describe()).isEqualTo("""
                TEST: title
                Source: source

                A child is PROBABLE:
                  - path way: all of:
                    - "grounds"
                    - not "broken arms"

                Otherwise the child is NOT_MET. The surest class is given; within it, the path that was complete
                first.

                Remarks, which change no class:
                  - flag: not all of:
                    - "broken arms"
                    - "broken arms"

                What the names in quotation marks mean:
                  - "grounds": at least one of:
                    - "broken arms"
                    - observation began too late in life for early fractures to be on record
                  - "broken arms": 3 or more confirmed not pathological long bone broken bones of the humerus or
                    forearm before the 2nd birthday, from day 365 of life on, all within 730 days (about 2 years),
                    only after an accident of unknown energy or a low-energy accident

                Rules of its own for telling fractures apart, in place of those of the study:
                  - episodeGapDays = 90
                """);
    }

    @ParameterizedTest
    @CsvSource({"1, 1st", "2, 2nd", "3, 3rd", "10, 10th", "11, 11th", "12, 12th", "13, 13th", "19, 19th", "21, 21st"})
    void birthdaysAreCountedAsPeopleDo(int years, String ordinal) {
        assertThat(Words.beforeBirthday(years)).isEqualTo("before the " + ordinal + " birthday");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 days",
        "1, 1 day",
        "59, 59 days",
        "60, 60 days (about 2 months)",
        "183, 183 days (about 6 months)",
        "365, 365 days (about 1 year)",
        "730, 730 days (about 2 years)"
    })
    void longSpansAreToldInMonthsAndYearsToo(int days, String words) {
        assertThat(Words.days(days)).isEqualTo(words);
    }
}
