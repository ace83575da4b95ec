package org.osteocohort.source.deidentification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osteocohort.job.Deidentification.Profile;

class ZipAreasTest {
    private static final String FEW_PEOPLE = "a ZIP code area of 20,000 people or fewer";

    /** The list of the guidance. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "036", "059", "063", "102", "203", "556", "692", "790", "821", "823", "830", "831", "878", "879", "884",
                "890", "893"
            })
    void areasOfFewPeopleAreNotTold(String area) {
        assertThat(ZipAreas.tells(area, Profile.SAFE_HARBOR)).contains(FEW_PEOPLE);
        assertThat(ZipAreas.tells(area, Profile.SHIFTED)).contains(FEW_PEOPLE);
        assertThat(ZipAreas.tells(area, Profile.LIMITED_DATA_SET)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "146,    -",
        "14600,  -",
        "146**,  -",
        "146XX,  -",
        "000,    -",
        "0,      -",
        "64,     -",
        "146.0,  -",
        "36,     few",
        "63.0,   few",
        "03600,  few",
        "036**,  few",
        "14620,  place",
        "03601,  place",
        "14620-1234, place",
        "Rochester, place"
    })
    void threeDigitsMayBeTold(String zip, String told) {
        assertThat(ZipAreas.tells(zip, Profile.SAFE_HARBOR).orElse("-"))
                .isEqualTo(
                        switch (told) {
                            case "few" -> FEW_PEOPLE;
                            case "place" -> "a place of living";
                            default -> "-";
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "zip3, true",
        "ZIP3, true",
        "patient_zip3, true",
        "Zip 3, true",
        "zip_3, true",
        "zipcode3, true",
        "zip, false",
        "zip32, false",
        "unzip3, false",
        "zip5, false"
    })
    void aColumnOfThreeDigitsIsToldByItsName(String column, boolean expected) {
        assertThat(ZipAreas.isColumn(column)).isEqualTo(expected);
    }
}
