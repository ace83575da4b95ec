package org.osteocohort.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osteocohort.ehr.Sex;
import org.osteocohort.problem.BadJobException;

class ReferenceFilesTest {
    static final Path FIXTURES = Path.of("src", "test", "resources", "org", "osteocohort", "density");
    private static final BoneReference REFERENCE = BoneReference.read(FIXTURES.resolve("synthetic-bone-reference.csv"));
    private static final HeightAdjustment ADJUSTMENT =
            HeightAdjustment.read(FIXTURES.resolve("synthetic-height-adjustment.csv"));

    @TempDir
    private Path folder;

    @Test
    void aReferenceGivesTheZScoreBetweenItsAges() {
        OptionalDouble zScore = REFERENCE.zScore(DensitySite.LUMBAR_SPINE, Sex.FEMALE, null, 10, 0.56);

        assertThat(zScore.orElseThrow()).isCloseTo(-2, within(1e-12));
    }

    @Test
    void aReferenceIsSilentOnOtherSitesSexesAndAges() {
        assertThat(REFERENCE.zScore(DensitySite.FOREARM, Sex.FEMALE, null, 10, 0.56))
                .isEmpty();
        assertThat(REFERENCE.zScore(DensitySite.LUMBAR_SPINE, Sex.MALE, null, 10, 0.56))
                .isEmpty();
        assertThat(REFERENCE.zScore(DensitySite.LUMBAR_SPINE, Sex.FEMALE, null, 4.99, 0.56))
                .isEmpty();
        assertThat(REFERENCE.zScore(DensitySite.LUMBAR_SPINE, Sex.FEMALE, null, 15.01, 0.56))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "Black or African American, -2.5",
                "White,                      0",
                "Asian,                      0",
                "none,                       none",
                "Other,                      none",
                "Black and White,            none",
            })
    void aReferenceByAncestryNeedsARaceThatTells(String race, Double zScore) {
        OptionalDouble found = REFERENCE.zScore(DensitySite.HIP, Sex.FEMALE, race, 10, 0.60);

        if (zScore == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found.orElseThrow()).isCloseTo(zScore, within(1e-12));
        }
    }

    @Test
    void everyMistakeOfAReferenceIsTold() throws IOException {
        Path file = file("""
                reference,device,site,sex,ancestry,ageYears,L,M,S
                A,X,lumbar_spine,F,ANY,5,1,0.5,0.1
                A,X,lumbar_spine,F,ANY,5,1,0.5,0.1
                A,X,lumbar_spine,F,ANY,4,1,0.5,0.1
                A,X,shoulder,girl,ANY,6,1,0.5,0.1
                A,X,hip,F,ANY,six,1,-0.5,0
                A,Y,hip,F,ANY,6,1,0.5,0.1
                A,X,hip,F,ANY,7,1,0.5
                """);

        assertThatThrownBy(() -> BoneReference.read(file))
                .isInstanceOf(BadJobException.class)
                .message()
                .satisfies(message -> assertThat(
                                message.replace(file.toString(), "file").lines())
                        .containsExactly(
                                "file line 3: ageYears is not above the age before it in the same site, sex and"
                                        + " ancestry",
                                "file line 4: ageYears is not above the age before it in the same site, sex and"
                                        + " ancestry",
                                "file line 5: site is 'shoulder', expected one of [LUMBAR_SPINE,"
                                        + " TOTAL_BODY_LESS_HEAD, HIP, FEMUR, FOREARM, UNSPECIFIED]",
                                "file line 5: sex is 'girl', expected one of [F, M]",
                                "file line 6: ageYears is 'six', expected a number",
                                "file line 6: M is '-0.5', expected a number above zero",
                                "file line 6: S is '0', expected a number above zero",
                                "file line 7: the file mixes A on X and A on Y, expected one reference",
                                "file line 8: the line has 8 fields, not 9"));
    }

    @Test
    void aMissingColumnAMissingFileAndAnEmptyOneAreTold() throws IOException {
        assertThatThrownBy(() -> BoneReference.read(file("reference,device,site,sex,ageYears,L,M\n")))
                .hasMessageContaining("the header lacks ancestry, S");
        assertThatThrownBy(() -> HeightAdjustment.read(folder.resolve("absent.csv")))
                .hasMessageContaining("absent.csv: the file cannot be read");
        assertThatThrownBy(() -> HeightAdjustment.read(file("site,sex,ageYearsFrom,ageYearsTo,intercept,slope\n")))
                .hasMessageContaining("the file holds no row");
    }

    @Test
    void aFileThatIsNoCsvIsTold() throws IOException {
        Path file = file("reference,device,site,sex,ancestry,ageYears,L,M,S\n\"A\"B,X,hip,F,ANY,5,1,0.5,0.1\n");

        assertThatThrownBy(() -> BoneReference.read(file))
                .isInstanceOf(BadJobException.class)
                .hasMessageContaining("the file cannot be read as CSV in UTF-8");
    }

    @Test
    void coefficientsHoldFromTheFirstAgeToBeforeTheLast() {
        assertThat(ADJUSTMENT
                        .adjusted(DensitySite.LUMBAR_SPINE, Sex.FEMALE, 5, -2.2, -2)
                        .orElseThrow())
                .isCloseTo(-1.4, within(1e-12));
        assertThat(ADJUSTMENT.adjusted(DensitySite.LUMBAR_SPINE, Sex.FEMALE, 4.99, -2.2, -2))
                .isEmpty();
        assertThat(ADJUSTMENT
                        .adjusted(DensitySite.LUMBAR_SPINE, Sex.FEMALE, 10, -2.2, -2)
                        .orElseThrow())
                .isCloseTo(-1.3, within(1e-12));
        assertThat(ADJUSTMENT.adjusted(DensitySite.LUMBAR_SPINE, Sex.FEMALE, 20, -2.2, -2))
                .isEmpty();
        assertThat(ADJUSTMENT.adjusted(DensitySite.LUMBAR_SPINE, Sex.MALE, 10, -2.2, -2))
                .isEmpty();
        assertThat(ADJUSTMENT.adjusted(DensitySite.HIP, Sex.FEMALE, 10, -2.2, -2))
                .isEmpty();
    }

    @Test
    void agesOfCoefficientsThatOverlapOrAreEmptyAreTold() throws IOException {
        Path file = file("""
                site,sex,ageYearsFrom,ageYearsTo,intercept,slope
                hip,M,5,10,0,0.5
                hip,M,9,12,0,0.5
                hip,M,12,12,0,0.5
                hip,F,9,12,0,
                """);

        assertThatThrownBy(() -> HeightAdjustment.read(file))
                .message()
                .satisfies(message -> assertThat(
                                message.replace(file.toString(), "file").lines())
                        .containsExactly(
                                "file line 3: the ages overlap those of another line of the same site and sex",
                                "file line 4: ageYearsFrom is not below ageYearsTo",
                                "file line 5: slope is '', expected a number"));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("reference.csv"), text);
    }
}
