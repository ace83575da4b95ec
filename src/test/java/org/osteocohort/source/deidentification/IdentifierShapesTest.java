package org.osteocohort.source.deidentification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osteocohort.job.Deidentification.Profile;

class IdentifierShapesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SSN                     | a number of a person
            DRIVERS                 | a number of a person
            PASSPORT                | a number of a person
            FIRST                   | a name
            LAST                    | a name
            MAIDEN                  | a name
            mother_last_name        | a name
            ADDRESS                 | an address
            LAT                     | an address
            home_phone              | a way to reach a person
            note_text               | free text
            """)
    void columnsThatNoProfileAllows(String column, String kind) {
        assertThat(Profile.values())
                .allSatisfy(profile ->
                        assertThat(IdentifierShapes.ofColumn(column, profile)).contains(kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZIP", "city", "COUNTY", "BIRTHPLACE", "zip9"})
    void onlyALimitedDataSetMayTellThePlaceOfLiving(String column) {
        assertThat(IdentifierShapes.ofColumn(column, Profile.LIMITED_DATA_SET)).isEmpty();
        assertThat(IdentifierShapes.ofColumn(column, Profile.SHIFTED)).contains("a place of living");
        assertThat(IdentifierShapes.ofColumn(column, Profile.SAFE_HARBOR)).contains("a place of living");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "person_id",
                "person_source_value",
                "first_date",
                "last_menstrual_period",
                "zip3",
                "state",
                "raw_rx_med_name",
                "condition_source_value",
                "facility_location",
                "multiple_birth"
            })
    void columnsOfTheFormatsAreNoIdentifiers(String column) {
        assertThat(IdentifierShapes.ofColumn(column, Profile.SAFE_HARBOR)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            123-45-6789                     | a social security number
            his number is 123-45-6789.      | a social security number
            canary@example.org              | an e-mail address
            write to a.b@mail.example.org   | an e-mail address
            (585) 555-0199                  | a phone number
            call 585-555-0199 after five    | a phone number
            +1 585.555.0199                 | a phone number
            see https://example.org/u/1     | a web address
            192.168.10.20                   | an IP address
            MRN: 0012345                    | a medical record number
            43.12345, -77.61234             | a position on the map
            """)
    void valuesThatIdentify(String value, String kind) {
        assertThat(IdentifierShapes.ofValue(value)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "S52.501A",
                "2016-05-25",
                "2016-05-25T10:00:00-05:00",
                "00093-5851-01",
                "65862-0560",
                "85394-5",
                "77080",
                "3edac2e3-d223-6fae-d515-daf96ef6bc76",
                "12-3456-7890-12",
                "urn:oid:2.16.840.1.113883.6.96",
                "prednisone 5 MG Oral Tablet",
                "{21 (methylprednisolone 4 MG Oral Tablet) } Pack",
                "9007199254740993"
            })
    void codesDaysAndPseudonymsDoNot(String value) {
        assertThat(IdentifierShapes.ofValue(value)).isEmpty();
    }
}
