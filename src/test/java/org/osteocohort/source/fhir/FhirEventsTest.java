package org.osteocohort.source.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.osteocohort.source.fhir.FhirLines.events;
import static org.osteocohort.source.fhir.FhirLines.faults;
import static org.osteocohort.source.fhir.FhirLines.picture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FhirEventsTest {
    private static final String ICD10 = "http://hl7.org/fhir/sid/icd-10-cm";

    private static String condition(String parts) {
        return """
                {"resourceType":"Condition","id":"c1","subject":{"reference":"Patient/1"},%s}""".formatted(parts);
    }

    private static String coded(String system, String code) {
        return """
                "code":{"coding":[{"system":"%s","code":"%s"}]}""".formatted(system, code);
    }

    @Test
    void aConditionIsAnEvent() {
        assertThat(events("""
                        {"resourceType":"Condition","id":"c1","meta":{"versionId":"2"},\
                        "clinicalStatus":{"coding":[{"code":"resolved"}]},\
                        "verificationStatus":{"coding":[{"code":"confirmed"}]},\
                        "category":[{"coding":[{"code":"encounter-diagnosis"}]}],\
                        "code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"S52.501A"}]},\
                        "subject":{"reference":"Patient/1"},"encounter":{"reference":"Encounter/e1"},\
                        "onsetDateTime":"2020-03-04T23:50:00-05:00"}""", """
                        patient_id | domain | date | end_date | vocabulary | code | matched_by | resolution | visit_id \
                        | inpatient | table | source_id""")).isEqualTo(picture("""
                        patient_id | domain    | date       | end_date | vocabulary | code     | matched_by | resolution  | visit_id | inpatient | table     | source_id
                        North:1    | CONDITION | 2020-03-04 | -        | ICD10CM    | S52.501A | -          | SOURCE_CODE | e1       | false     | Condition | c1"""));
    }

    @Test
    void whatNoCodeSetRowSpeaksForIsLeftOut() {
        assertThat(events(condition(coded(ICD10, "R05") + ",\"onsetDateTime\":\"2020-03-04\""), "code"))
                .isEqualTo("code");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"onsetDateTime\":\"2020-03-04\",\"recordedDate\":\"2020-05-06\"            | 2020-03-04",
                "\"onsetDateTime\":\"2020-03-04T00:30:00+02:00\"                             | 2020-03-04",
                "\"onsetDateTime\":\"2020-03-04T23:30:00Z\"                                  | 2020-03-04",
                "\"onsetPeriod\":{\"start\":\"2020-03-04\",\"end\":\"2020-06-01\"}           | 2020-03-04",
                "\"onsetAge\":{\"value\":7},\"recordedDate\":\"2020-05-06T10:00:00-04:00\"   | 2020-05-06",
                "\"onsetString\":\"in spring\",\"recordedDate\":\"2020-05-06\"               | 2020-05-06",
            })
    void aConditionIsDatedByItsOnsetElseByItsEntry(String dates, String date) {
        assertThat(events(condition(coded(ICD10, "S52.501A") + "," + dates), "date"))
                .isEqualTo("date\n" + date);
    }

    @Test
    void anEventThatCannotBePlacedToTheDayIsPutAway() {
        String line = condition(coded(ICD10, "S52.501A") + ",%s\"note\":[]") + "\n";
        String lines = line.formatted("\"onsetDateTime\":\"2020\",\"recordedDate\":\"2020-05-06\",")
                + line.formatted("\"onsetDateTime\":\"2020-03\",")
                + line.formatted("\"onsetPeriod\":{\"start\":\"2020\"},")
                + line.formatted("\"onsetDateTime\":\"2020-02-30\",\"recordedDate\":\"2020-05-06\",")
                + line.formatted("\"recordedDate\":\"yesterday\",")
                + line.formatted("");
        assertThat(events(lines, "date")).isEqualTo("date");
        assertThat(faults(lines)).isEqualTo(picture("""
                file             | line | type      | element       | rule
                some file.ndjson | 1    | Condition | onsetDateTime | imprecise
                some file.ndjson | 2    | Condition | onsetDateTime | imprecise
                some file.ndjson | 3    | Condition | onsetPeriod   | imprecise
                some file.ndjson | 4    | Condition | onsetDateTime | not_a_date
                some file.ndjson | 5    | Condition | recordedDate  | not_a_date
                some file.ndjson | 6    | Condition | onsetDateTime | missing"""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "http://hl7.org/fhir/sid/icd-10-cm             | S52.501A | ICD10CM",
                "https://hl7.org/fhir/sid/icd-10-cm/           | S52.501A | ICD10CM",
                "http://hl7.org/fhir/sid/icd-10-cm!2024        | S52.501A | ICD10CM",
                "urn:oid:2.16.840.1.113883.6.90                | S52501A  | ICD10CM",
                "http://hl7.org/fhir/sid/icd-9-cm              | 813.42   | ICD9CM",
                "http://terminology.hl7.org/CodeSystem/icd9cm  | 813.42   | ICD9CM",
                "urn:oid:2.16.840.1.113883.6.103               | 813.42   | ICD9CM",
                "http://terminology.hl7.org/CodeSystem/icd9    | 813.42   | ICD9CM",
                "http://snomed.info/sct                        | 65966004 | SNOMEDCT",
                "http://snomed.info/sct/731000124108           | 65966004 | SNOMEDCT",
                "urn:oid:1.2.840.114350.1.13.0.1.7.4           | TBLH_Z   | LOCAL",
            })
    void vocabulariesAreToldByAnyOfTheirAddresses(String system, String code, String vocabulary) {
        assertThat(events(
                        condition(coded(system.replace('!', '|'), code) + ",\"onsetDateTime\":\"2020-03-04\""),
                        "vocabulary | code"))
                .isEqualTo("vocabulary | code\n" + vocabulary + " | " + code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://www.ama-assn.org/go/cpt                                  | 77080   | CPT",
                "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets         | J3489   | HCPCS",
                "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets        | 77080   | CPT",
                "http://terminology.hl7.org/CodeSystem/HCPCS-all-codes           | J3489   | HCPCS",
                "urn:oid:2.16.840.1.113883.6.285                                 | J3489   | HCPCS",
                "http://www.cms.gov/Medicare/Coding/ICD10                        | BR0GZZ1 | ICD10PCS",
                "http://hl7.org/fhir/sid/icd-9-cm                                | 88.98   | ICD9PROC",
            })
    void aProcedureIsCodedInItsOwnVocabularies(String system, String code, String vocabulary) {
        assertThat(events("""
                        {"resourceType":"Procedure","id":"p1","status":"completed","subject":{"reference":"Patient/1"},\
                        "performedPeriod":{"start":"2020-03-04T08:00:00Z","end":"2020-03-05"},%s}""".formatted(coded(system, code)), "domain | date | end_date | vocabulary"))
                .isEqualTo("domain | date | end_date | vocabulary\nPROCEDURE | 2020-03-04 | - | " + vocabulary);
    }

    @Test
    void ofSeveralCodingsTheIcdCodeJudgesAndOneEventComesOut() {
        String line = """
                {"resourceType":"Condition","id":"%s","subject":{"reference":"Patient/1"},"onsetDateTime":"2020-03-04",\
                "code":{"text":"broken arm","coding":[%s]}}
                """;
        String snomed = """
                {"system":"http://snomed.info/sct","code":"65966004"}""";
        String icd = """
                {"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"S52.501D"}""";
        String cough = """
                {"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"R05"}""";
        String unknown = """
                {"system":"http://example.org/own","code":"77"},{"code":"78"}""";
        assertThat(events(
                        line.formatted("both", snomed + "," + icd)
                                + line.formatted("icdSaysNo", snomed + "," + cough)
                                + line.formatted("twoIcd", cough + "," + icd)
                                + line.formatted("own", unknown + "," + snomed),
                        "source_id | vocabulary | code"))
                .isEqualTo(picture("""
                        source_id | vocabulary | code
                        both      | ICD10CM    | S52.501D
                        twoIcd    | ICD10CM    | S52.501D
                        own       | SNOMEDCT   | 65966004"""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "confirmed        | 1",
                "unconfirmed      | 1",
                "provisional      | 1",
                "refuted          | 0",
                "entered-in-error | 0",
            })
    void aConditionThatWasRefutedWasNone(String verification, int events) {
        String line = condition(coded(ICD10, "S52.501A") + """
                ,"onsetDateTime":"2020-03-04","verificationStatus":{"coding":[{"code":"%s"}]}""".formatted(verification));
        assertThat(events(line, "code").lines().skip(1)).hasSize(events);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Procedure                | completed        | 1",
                "Procedure                | in-progress      | 1",
                "Procedure                | stopped          | 1",
                "Procedure                | preparation      | 0",
                "Procedure                | not-done         | 0",
                "Procedure                | entered-in-error | 0",
                "Observation              | final            | 1",
                "Observation              | preliminary      | 1",
                "Observation              | amended          | 1",
                "Observation              | registered       | 0",
                "Observation              | cancelled        | 0",
                "Observation              | entered-in-error | 0",
                "MedicationRequest        | active           | 1",
                "MedicationRequest        | stopped          | 1",
                "MedicationRequest        | on-hold          | 1",
                "MedicationRequest        | draft            | 0",
                "MedicationRequest        | cancelled        | 0",
                "MedicationRequest        | entered-in-error | 0",
                "MedicationDispense       | completed        | 1",
                "MedicationDispense       | stopped          | 1",
                "MedicationDispense       | preparation      | 0",
                "MedicationDispense       | in-progress      | 0",
                "MedicationDispense       | declined         | 0",
                "MedicationAdministration | completed        | 1",
                "MedicationAdministration | stopped          | 1",
                "MedicationAdministration | not-done         | 0",
                "MedicationStatement      | active           | 1",
                "MedicationStatement      | not-taken        | 0",
                "MedicationStatement      | intended         | 0",
            })
    void whatDidNotHappenIsNoEvent(String type, String status, int events) {
        String line = """
                {"resourceType":"%s","id":"x","status":"%s","subject":{"reference":"Patient/1"},\
                "code":{"coding":[{"code":"TBLH_Z"}]},\
                "medicationCodeableConcept":{"coding":[{"code":"TBLH_Z"}]},\
                "performedDateTime":"2020-03-04","effectiveDateTime":"2020-03-04","authoredOn":"2020-03-04",\
                "whenHandedOver":"2020-03-04"}""".formatted(type, status);
        assertThat(events(line, "code").lines().skip(1)).hasSize(events);
    }

    @Test
    void anObservationHasItsNumberAndUnit() {
        String line = """
                {"resourceType":"Observation","id":"%s","status":"final","subject":{"reference":"Patient/1"},\
                "code":{"coding":[{"system":"http://loinc.org","code":"85394-5"}]},%s}
                """;
        assertThat(events(
                        line.formatted("ucum", """
                                "effectiveInstant":"2020-03-04T01:00:00+09:00",\
                                "valueQuantity":{"value":-2.5,"unit":"Z score","code":"{Z-Score}"}""")
                                + line.formatted("unity", """
                                "effectivePeriod":{"start":"2020-03-05","end":"2020-03-06"},\
                                "valueQuantity":{"value":-2,"unit":"SD","code":"1"}""")
                                + line.formatted("words", """
                                "effectiveDateTime":"2020-03-06","valueString":"-2.1" """)
                                + line.formatted("concept", """
                                "effectiveDateTime":"2020-03-07","valueCodeableConcept":{"text":"low"}""")
                                + line.formatted("absent", """
                                "effectiveDateTime":"2020-03-08","dataAbsentReason":{"text":"unknown"}""")
                                + line.formatted("whole", """
                                "effectiveDateTime":"2020-03-09","valueInteger":-3"""),
                        "source_id | domain | date | value | unit"))
                .isEqualTo(picture("""
                        source_id | domain      | date       | value | unit
                        ucum      | MEASUREMENT | 2020-03-04 | -2.5  | {Z-Score}
                        unity     | MEASUREMENT | 2020-03-05 | -2.0  | SD
                        words     | MEASUREMENT | 2020-03-06 | -     | -
                        concept   | MEASUREMENT | 2020-03-07 | -     | -
                        absent    | MEASUREMENT | 2020-03-08 | -     | -
                        whole     | MEASUREMENT | 2020-03-09 | -3.0  | -"""));
    }

    @Test
    void eachComponentOfAScanIsAnEvent() {
        assertThat(events("""
                        {"resourceType":"Observation","id":"dxa","status":"final","subject":{"reference":"Patient/1"},\
                        "effectiveDateTime":"2020-03-04","encounter":{"reference":"Encounter/e1"},\
                        "code":{"coding":[{"system":"http://loinc.org","code":"38269-7"}]},\
                        "component":[\
                        {"code":{"coding":[{"system":"http://loinc.org","code":"85394-5"}]},\
                        "valueQuantity":{"value":-2.4,"unit":"SD"}},\
                        {"code":{"text":"machine"},"valueString":"Hologic"},\
                        {"code":{"coding":[{"system":"urn:own","code":"tblh_z"}]},\
                        "valueQuantity":{"value":-1.1}}]}""", "source_id | date | visit_id | vocabulary | code | value"))
                .isEqualTo(picture("""
                        source_id | date       | visit_id | vocabulary | code    | value
                        dxa#0     | 2020-03-04 | e1       | LOINC      | 85394-5 | -2.4
                        dxa#2     | 2020-03-04 | e1       | LOCAL      | tblh_z  | -1.1"""));
    }

    @Test
    void theSitesOwnCodeComesBeforeTheGeneralOne() {
        assertThat(events("""
                        {"resourceType":"Observation","id":"o","subject":{"reference":"Patient/1"},\
                        "effectiveDateTime":"2020-03-04","code":{"coding":[\
                        {"system":"http://loinc.org","code":"85394-5"},{"system":"urn:own","code":"TBLH_Z"}]}}""", "code")).isEqualTo("code\nTBLH_Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Patient/1                                 | North:1",
                "https://x.example/fhir/Patient/1          | North:1",
                "Patient/1/_history/3                      | North:1",
                "urn:uuid:0f-1                             | North:0f-1",
                "1                                         | North:1",
                "Patient?identifier=urn:mrn%7C77           | North:?urn:mrn~77",
                "Patient?identifier=urn:mrn~77             | North:?urn:mrn~77",
            })
    void aPatientIsNamedInManyWays(String reference, String patientId) {
        String line = """
                {"resourceType":"Condition","id":"c","subject":{"reference":"%s"},"onsetDateTime":"2020-03-04",%s}""".formatted(reference.replace('~', '|'), coded(ICD10, "S52.501A"));
        assertThat(events(line, "patient_id")).isEqualTo("patient_id\n" + patientId.replace('~', '|'));
    }

    @Test
    void groupsDevicesAndNobodyAreNoPatients() {
        String line = """
                {"resourceType":"Observation","id":"o",%s"effectiveDateTime":"2020-03-04",\
                "code":{"coding":[{"code":"TBLH_Z"}]}}
                """;
        assertThat(events(
                        line.formatted("\"subject\":{\"reference\":\"Group/1\"},")
                                + line.formatted("\"subject\":{\"reference\":\"Device/1\"},")
                                + line.formatted("\"subject\":{\"display\":\"somebody\"},")
                                + line.formatted("\"subject\":{\"identifier\":{\"value\":\"9\"}},")
                                + line.formatted(""),
                        "patient_id"))
                .isEqualTo("patient_id\nNorth:?9");
    }
}
