package org.osteocohort.source.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.osteocohort.source.fhir.FhirLines.counts;
import static org.osteocohort.source.fhir.FhirLines.draw;
import static org.osteocohort.source.fhir.FhirLines.faults;
import static org.osteocohort.source.fhir.FhirLines.picture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FhirPatientsTest {
    private static String patient(String parts) {
        return """
                {"resourceType":"Patient","id":"1",%s}
                """.formatted(parts);
    }

    private static String extension(String name, String parts) {
        return """
                "extension":[{"url":"http://hl7.org/fhir/us/core/StructureDefinition/us-core-%s",%s}]""".formatted(name, parts);
    }

    @Test
    void aPatientIsTakenAsFarAsKnown() {
        String lines = patient("""
                "gender":"female","birthDate":"2010-04-09","extension":[\
                {"url":"http://hl7.org/fhir/us/core/StructureDefinition/us-core-race","extension":[\
                {"url":"ombCategory","valueCoding":{"system":"urn:oid:2.16.840.1.113883.6.238","code":"2106-3"}},\
                {"url":"text","valueString":"Caucasian"}]},\
                {"url":"http://hl7.org/fhir/us/core/StructureDefinition/us-core-ethnicity","extension":[\
                {"url":"text","valueString":"not hispanic or latino"}]}]""")
                + patient("\"birthDate\":\"2010-04\"")
                + patient("\"gender\":\"other\",\"birthDate\":\"2010\"")
                + patient("\"birthDate\":\"2010-04-31\"");
        assertThat(draw(
                        lines,
                        "patient",
                        "patient_id | site | subject_id | sex | birth_date | birth_date_precision | race | ethnicity"))
                .isEqualTo(picture("""
                        patient_id | site  | subject_id | sex     | birth_date | birth_date_precision | race  | ethnicity
                        North:1    | North | 1          | FEMALE  | 2010-04-09 | DAY                  | White | Not Hispanic or Latino
                        North:1    | North | 1          | UNKNOWN | 2010-04-01 | MONTH                | -     | -
                        North:1    | North | 1          | UNKNOWN | 2010-01-01 | YEAR                 | -     | -
                        North:1    | North | 1          | UNKNOWN | -          | -                    | -     | -"""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1002-5 | American Indian or Alaska Native",
                "2028-9 | Asian",
                "2054-5 | Black or African American",
                "2076-8 | Native Hawaiian or Other Pacific Islander",
                "2106-3 | White",
                "2131-1 | -",
                "UNK    | -",
            })
    void racesHaveTheWordsOfOmop(String code, String race) {
        String line = patient(extension("race", """
                "extension":[{"url":"ombCategory","valueCoding":{"code":"%s"}}]""".formatted(code)));
        assertThat(draw(line, "patient", "race")).isEqualTo("race\n" + race);
    }

    @Test
    void twoRacesAreNotOne() {
        String line = patient(extension("race", """
                "extension":[{"url":"ombCategory","valueCoding":{"code":"2106-3"}},\
                {"url":"ombCategory","valueCoding":{"code":"2028-9"}}]"""));
        assertThat(draw(line, "patient", "race")).isEqualTo("race\n-");
    }

    @ParameterizedTest
    @CsvSource({"F,male,FEMALE", "M,female,MALE", "UNK,male,MALE", "OTH,other,UNKNOWN"})
    void theSexAtBirthComesFirst(String atBirth, String gender, String sex) {
        String line = patient("\"gender\":\"%s\",".formatted(gender)
                + extension("birthsex", "\"valueCode\":\"%s\"".formatted(atBirth)));
        assertThat(draw(line, "patient", "sex")).isEqualTo("sex\n" + sex);
    }

    @Test
    void datesOfAPatientThatCannotBeReadArePutAway() {
        assertThat(faults(patient("\"birthDate\":\"2010-04-31\"") + patient("\"deceasedDateTime\":\"2021-05\"")))
                .isEqualTo(picture("""
                        file             | line | type    | element          | rule
                        some file.ndjson | 1    | Patient | birthDate        | not_a_date
                        some file.ndjson | 2    | Patient | deceasedDateTime | imprecise"""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"deceasedDateTime\":\"2021-05-06T01:00:00+10:00\" | 1",
                "\"deceasedDateTime\":\"2021-05\"                   | 0",
                "\"deceasedBoolean\":true                           | 0",
                "\"deceasedBoolean\":false                          | 0",
            })
    void aDeathHasADayOrIsNotPlaced(String deceased, int deaths) {
        assertThat(draw(patient(deceased), "death_date", "patient_id").lines().skip(1))
                .hasSize(deaths);
    }

    @Test
    void visitsAreToldByClassAndObservationByTheFirstAndLastEncounter() {
        String line = """
                {"resourceType":"Encounter","id":"%s","status":"%s","class":%s,"subject":{"reference":"Patient/1"},%s}
                """;
        String lines = line.formatted("stay", "finished", "{\"code\":\"IMP\"}", """
                        "period":{"start":"2020-03-04T23:00:00-05:00","end":"2020-03-09T10:00:00-05:00"}""")
                + line.formatted("list", "finished", "[{\"coding\":[{\"code\":\"EMER\"}]}]", """
                        "period":{"start":"2020-02-01"}""")
                + line.formatted("concept", "arrived", "{\"coding\":[{\"code\":\"OBSENC\"}]}", """
                        "period":{"start":"2020-02-02","end":"2020-02-01"}""")
                + line.formatted("office", "finished", "{\"code\":\"AMB\"}", """
                        "period":{"start":"2019-01-01","end":"2019-01-01"}""")
                + line.formatted("planned", "planned", "{\"code\":\"AMB\"}", """
                        "period":{"start":"2030-01-01"}""")
                + line.formatted("never", "entered-in-error", "{\"code\":\"IMP\"}", """
                        "period":{"start":"2000-01-01"}""")
                + line.formatted("vague", "finished", "{\"code\":\"IMP\"}", """
                        "period":{"start":"2001-01"}""");
        assertThat(draw(lines, "visit", "patient_id | visit_id | kind | start | end"))
                .isEqualTo(picture("""
                        patient_id | visit_id | kind      | start      | end
                        North:1    | stay     | INPATIENT | 2020-03-04 | 2020-03-09
                        North:1    | list     | EMERGENCY | 2020-02-01 | -
                        North:1    | concept  | INPATIENT | 2020-02-02 | 2020-02-02"""));
        assertThat(faults(lines)).isEqualTo(picture("""
                file             | line | type      | element | rule
                some file.ndjson | 7    | Encounter | period  | imprecise"""));
        assertThat(draw(lines, "observation", "patient_id | start | end | contact"))
                .isEqualTo(picture("""
                        patient_id | start      | end        | contact
                        North:1    | 2019-01-01 | 2020-03-09 | true"""));
    }

    @ParameterizedTest
    @CsvSource({
        "IMP,INPATIENT",
        "ACUTE,INPATIENT",
        "NONAC,INPATIENT",
        "SS,INPATIENT",
        "I,INPATIENT",
        "EMER,EMERGENCY",
        "E,EMERGENCY"
    })
    void classesOfEitherTableAreKnown(String encounterClass, String kind) {
        String line = """
                {"resourceType":"Encounter","id":"e","class":{"code":"%s"},"subject":{"reference":"Patient/1"},\
                "period":{"start":"2020-03-04"}}""".formatted(encounterClass);
        assertThat(draw(line, "visit", "kind")).isEqualTo("kind\n" + kind);
    }

    @Test
    void linesThatAreNoResourceAreSurvived() {
        String lines = "\uFEFF" + patient("\"gender\":\"male\"") + "\n   \n" + """
                {"exportId":"x","eventId":"kickoff"}
                {"resourceType":"Immunization","id":"i","patient":{"reference":"Patient/1"}}
                {"resourceType":"Immunization","id":"cut
                {"resourceType":"Condition","id":"cut
                {"resourceType":"Bundle","entry":[]}
                {"resourceType":"Patient","gender":"male"}
                not json
                []
                {"resourceType":"MedicationOrder","id":"o","patient":{"reference":"Patient/1"}}
                {"gender":"male","id":"2","resourceType":"Patient"}
                """;
        assertThat(counts(lines)).isEqualTo("patient 2, observation 0, visit 0, death_date 0, event 0");
        assertThat(faults(lines)).isEqualTo(picture("""
                file             | line | type            | element      | rule
                some file.ndjson | 4    | line            | resourceType | missing
                some file.ndjson | 7    | line            | -            | malformed
                some file.ndjson | 8    | Bundle          | -            | other_version
                some file.ndjson | 9    | Patient         | id           | missing
                some file.ndjson | 10   | line            | -            | malformed
                some file.ndjson | 11   | line            | resourceType | missing
                some file.ndjson | 12   | MedicationOrder | -            | other_version"""));
    }
}
