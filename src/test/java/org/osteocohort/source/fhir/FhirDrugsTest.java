package org.osteocohort.source.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.osteocohort.source.fhir.FhirLines.events;
import static org.osteocohort.source.fhir.FhirLines.picture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FhirDrugsTest {
    private static final String PREDNISONE = """
            "medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm",\
            "code":"312617","display":"prednisone 5 MG Oral Tablet"}]}""";

    private static String drug(String type, String id, String parts) {
        return """
                {"resourceType":"%s","id":"%s","subject":{"reference":"Patient/1"},%s}
                """.formatted(type, id, parts);
    }

    @Test
    void theFourKindsOfRecordsAreKeptApart() {
        String lines = drug("MedicationRequest", "order", PREDNISONE + """
                        ,"intent":"order","status":"active","authoredOn":"2020-03-04T10:00:00-05:00",\
                        "dosageInstruction":[{"route":{"text":"PO"},"timing":{"repeat":{"boundsPeriod":\
                        {"start":"2020-03-04","end":"2020-04-02"}}}}],"dispenseRequest":{"numberOfRepeatsAllowed":2,\
                        "quantity":{"value":60,"unit":"tablet"},"expectedSupplyDuration":{"value":30,"code":"d"}}""")
                + drug("MedicationDispense", "pharmacy", PREDNISONE + """
                        ,"status":"completed","whenPrepared":"2020-03-03","whenHandedOver":"2020-03-04",\
                        "quantity":{"value":28},"daysSupply":{"value":2,"unit":"weeks"},\
                        "context":{"reference":"Encounter/e1"}""")
                + drug("MedicationAdministration", "ward", PREDNISONE + """
                        ,"status":"completed","effectivePeriod":{"start":"2020-03-04","end":"2020-03-04"},\
                        "dosage":{"route":{"coding":[{"code":"47625008","display":"Intravenous route"}]},\
                        "dose":{"value":40,"unit":"mg"}},"context":{"reference":"EpisodeOfCare/9"}""")
                + drug("MedicationStatement", "told", PREDNISONE + """
                        ,"status":"active","dateAsserted":"2020-03-04\"""")
                + drug("MedicationRequest", "brought", PREDNISONE + """
                        ,"reportedBoolean":true,"authoredOn":"2020-03-05\"""");
        assertThat(events(lines, """
                        source_id | domain | record_kind | date | end_date | route | days_supply | quantity | strength_milligrams | visit_id""")).isEqualTo(picture("""
                        source_id | domain | record_kind  | date       | end_date   | route      | days_supply | quantity | strength_milligrams | visit_id
                        order     | DRUG   | ORDERED      | 2020-03-04 | 2020-04-02 | ORAL       | 30          | 60.0     | 5.0                 | -
                        pharmacy  | DRUG   | DISPENSED    | 2020-03-04 | -          | ORAL       | 14          | 28.0     | 5.0                 | e1
                        ward      | DRUG   | ADMINISTERED | 2020-03-04 | 2020-03-04 | PARENTERAL | -           | 40.0     | 1.0                 | -
                        told      | DRUG   | REPORTED     | 2020-03-04 | -          | ORAL       | -           | -        | 5.0                 | -
                        brought   | DRUG   | REPORTED     | 2020-03-05 | -          | ORAL       | -           | -        | 5.0                 | -"""));
    }

    @ParameterizedTest
    @CsvSource({"order,1", "original-order,1", "filler-order,1", "instance-order,1", "proposal,0", "plan,0", "option,0"
    })
    void whatWasOnlyPlannedWasNotOrdered(String intent, int events) {
        String line = drug("MedicationRequest", "x", PREDNISONE + """
                ,"authoredOn":"2020-03-04","intent":"%s\"""".formatted(intent));
        assertThat(events(line, "code").lines().skip(1)).hasSize(events);
    }

    @Test
    void anOrderNotToGiveIsNone() {
        String line =
                drug("MedicationRequest", "x", PREDNISONE + ",\"authoredOn\":\"2020-03-04\",\"doNotPerform\":true");
        assertThat(events(line, "code")).isEqualTo("code");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"value\":30}                                    | 30",
                "{\"value\":30,\"unit\":\"Days\"}                  | 30",
                "{\"value\":30,\"unit\":\"day\",\"code\":\"d\"}    | 30",
                "{\"value\":2,\"unit\":\"wk\"}                     | 14",
                "{\"value\":1,\"code\":\"mo\"}                     | 30",
                "{\"value\":12,\"code\":\"h\"}                     | -",
                "{\"value\":0,\"code\":\"d\"}                      | -",
                "{\"unit\":\"d\"}                                  | -",
            })
    void aSupplyLastsDays(String duration, String days) {
        String line = drug(
                "MedicationDispense",
                "x",
                PREDNISONE + ",\"whenHandedOver\":\"2020-03-04\",\"daysSupply\":" + duration);
        assertThat(events(line, "days_supply")).isEqualTo("days_supply\n" + days);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"text\":\"IV\"}                                                  | PARENTERAL",
                "{\"coding\":[{\"code\":\"26643006\"}]}                             | ORAL",
                "{\"coding\":[{\"code\":\"46713006\",\"display\":\"Nasal route\"}]} | NOT_SYSTEMIC",
                "{\"coding\":[{\"code\":\"PO\"}]}                                   | ORAL",
                "{\"coding\":[{\"code\":\"x\",\"display\":\"Inhalation\"}]}         | NOT_SYSTEMIC",
                "{\"text\":\"as told\"}                                             | ORAL",
            })
    void theRecordedRouteComesBeforeTheDoseForm(String route, String expected) {
        String line = drug(
                "MedicationRequest",
                "x",
                PREDNISONE + ",\"authoredOn\":\"2020-03-04\",\"dosageInstruction\":" + "[{\"route\":" + route + "}]");
        assertThat(events(line, "route")).isEqualTo("route\n" + expected);
    }

    @Test
    void aDrugIsToldByCodeOrNameOnce() {
        String date = ",\"authoredOn\":\"2020-03-04\"";
        String lines = drug("MedicationRequest", "product", PREDNISONE + date)
                + drug("MedicationRequest", "ingredient", """
                        "medicationCodeableConcept":{"coding":[{"system":"urn:oid:2.16.840.1.113883.6.88",\
                        "code":"8640"}],"text":"Prednisone 20 mg tablet"}""" + date)
                + drug("MedicationRequest", "ndcAndProduct", """
                        "medicationCodeableConcept":{"coding":[{"system":"http://hl7.org/fhir/sid/ndc",\
                        "code":"0054-0018-20","display":"prednisone"},{"system":\
                        "http://www.nlm.nih.gov/research/umls/rxnorm","code":"312617"}],\
                        "text":"prednisone 5 mg tablet"}""" + date)
                + drug("MedicationRequest", "atc", """
                        "medicationCodeableConcept":{"coding":[{"system":"http://www.whocc.no/atc","code":"H02AB07"}]}""" + date)
                + drug("MedicationRequest", "words", """
                        "medicationCodeableConcept":{"text":"prednisone 1 mg/mL oral solution"}""" + date)
                + drug("MedicationRequest", "ownCode", """
                        "medicationCodeableConcept":{"coding":[{"system":"urn:own","code":"4","display":"PREDNISONE TAB"}]}""" + date)
                + drug("MedicationRequest", "contained", """
                        "contained":[{"resourceType":"Medication","id":"m","form":{"text":"Tablet"},\
                        "code":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"8640"}]}}],\
                        "medicationReference":{"reference":"#m"}""" + date)
                + drug("MedicationRequest", "byDisplay", """
                        "medicationReference":{"display":"prednisone 5 mg"}""" + date)
                + drug("MedicationRequest", "vaccine", """
                        "medicationCodeableConcept":{"coding":[{"system":"http://hl7.org/fhir/sid/cvx","code":"8640"}]}""" + date)
                + drug("MedicationRequest", "another", """
                        "medicationCodeableConcept":{"text":"amoxicillin"}""" + date);
        assertThat(events(lines, "source_id | vocabulary | code | matched_by | resolution | route"))
                .isEqualTo(picture("""
                        source_id     | vocabulary | code    | matched_by  | resolution  | route
                        product       | RXNORM     | 312617  | RXNORM#8640 | NAME        | ORAL
                        ingredient    | RXNORM     | 8640    | -           | SOURCE_CODE | UNKNOWN
                        ndcAndProduct | RXNORM     | 312617  | RXNORM#8640 | NAME        | ORAL
                        atc           | ATC        | H02AB07 | -           | SOURCE_CODE | UNKNOWN
                        words         | RXNORM     | 8640    | RXNORM#8640 | NAME        | ORAL
                        ownCode       | RXNORM     | 8640    | RXNORM#8640 | NAME        | ORAL
                        contained     | RXNORM     | 8640    | -           | SOURCE_CODE | ORAL
                        byDisplay     | RXNORM     | 8640    | RXNORM#8640 | NAME        | UNKNOWN""").replace('#', '|'));
    }
}
