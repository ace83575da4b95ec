package org.osteocohort.source.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osteocohort.job.Deidentification;
import org.osteocohort.job.Deidentification.Profile;
import org.osteocohort.job.Extract;
import org.osteocohort.job.ExtractFormat;
import org.osteocohort.job.FileFormat;
import org.osteocohort.job.OnFailure;
import org.osteocohort.problem.Problem;

/** One resource each, by its type and one element, and what is told of it. */
class IdentifierCheckTest {
    private static List<String> told(Profile profile, String... lines) {
        IdentifierCheck check = new IdentifierCheck(new Extract(
                "north",
                ExtractFormat.FHIR,
                Path.of("/extract"),
                FileFormat.DETECTED,
                null,
                null,
                new Deidentification(profile, null),
                OnFailure.STOP,
                null));
        for (String line : lines) {
            check.look("a.ndjson", line);
        }
        return check.problems().stream()
                .map(Problem::toString)
                .map(text -> text.replaceAll("^a.ndjson: element |; the extract is declared .*", ""))
                .toList();
    }

    private static String resource(String type, String element) {
        return "{\"resourceType\":\"" + type + "\",\"id\":\"1\"," + element.replace('\'', '"') + "}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            Patient     | 'name':[{'family':'x'}]                                    | Patient.name holds a name
            Patient     | 'telecom':[{'system':'phone'}]                             | Patient.telecom holds a way to reach a person
            Patient     | 'address':[{'line':['x'],'state':'NY'}]                    | Patient.address.line holds an address
            Patient     | 'photo':[{'url':'x'}]                                      | Patient.photo holds a picture
            Patient     | 'contact':[{'name':{'family':'x'}}]                        | Patient.contact holds a way to reach a person
            Patient     | 'text':{'div':'<div>x</div>'}                              | Patient.text.div holds a narrative
            Patient     | 'identifier':[{'type':{'coding':[{'code':'MR'}]}}]         | Patient.identifier holds a number of a person
            Patient     | 'identifier':[{'system':'http://hl7.org/fhir/sid/us-ssn'}] | Patient.identifier holds a number of a person
            Patient     | 'identifier':[{'system':'urn:oid:2.16.840.1.113883.4.1'}]  | Patient.identifier holds a number of a person
            Patient     | 'extension':[{'url':'http://x/patient-mothersMaidenName'}] | Patient.extension holds a name
            Patient     | 'address':[{'extension':[{'url':'http://x/geolocation'}]}] | Patient.address.extension holds a position on the map
            Encounter   | 'subject':{'reference':'Patient/1','display':'x'}          | Encounter.subject.display holds a name
            Condition   | 'note':[{'text':'x'}]                                      | Condition.note holds free text
            Observation | 'component':[{'valueAttachment':{'contentType':'x'}}]      | Observation.component.valueAttachment holds an attachment
            Condition   | 'contained':[{'resourceType':'Patient','name':[{}]}]       | Condition.contained.name holds a name
            Medication  | 'text':{'div':'<div>x</div>'}                              | Medication.text.div holds a narrative
            """)
    void elementsThatNoProfileAllows(String type, String element, String told) {
        String expected = told + ", in 1 of the first 1 resources of type " + type;
        assertThat(told(Profile.LIMITED_DATA_SET, resource(type, element))).containsExactly(expected);
        assertThat(told(Profile.SHIFTED, resource(type, element))).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            Patient     | 'identifier':[{'system':'https://site/pseudonym','value':'A17'}]
            Patient     | 'address':[{'state':'NY','postalCode':'146'}]
            Patient     | 'text':{'status':'empty','div':'<div></div>'}
            Patient     | 'generalPractitioner':[{'display':'x'}]
            Patient     | 'birthDate':'2010-05-25'
            Encounter   | 'participant':[{'individual':{'display':'Dr. x'}}]
            Condition   | 'code':{'coding':[{'system':'http://snomed.info/sct','code':'1','display':'x'}]}
            Condition   | 'contained':[{'resourceType':'Practitioner','name':[{}]}]
            Practitioner | 'name':[{'family':'x'}]
            Observation | 'valueAge':{'value':91,'code':'mo'}
            """)
    void elementsThatAShiftedExtractMayHold(String type, String element) {
        assertThat(told(Profile.SHIFTED, resource(type, element))).isEmpty();
    }

    @Test
    void onlyALimitedDataSetMayTellThePlaceOfLiving() {
        String line = resource("Patient", "'address':[{'city':'x','postalCode':'14620'}]");
        assertThat(told(Profile.LIMITED_DATA_SET, line)).isEmpty();
        assertThat(told(Profile.SHIFTED, line))
                .containsExactly(
                        "Patient.address.city holds a place of living, in 1 of the first 1 resources of type Patient",
                        "Patient.address.postalCode holds a place of living, in 1 of the first 1 resources of type"
                                + " Patient");
    }

    @Test
    void theDigitsOfAnAreaOfFewPeopleAreAPlaceOfLiving() {
        assertThat(told(Profile.SAFE_HARBOR, resource("Patient", "'address':[{'postalCode':'036'}]")))
                .containsExactly(
                        "Patient.address.postalCode holds a ZIP code area of 20,000 people or fewer, in 1 of the"
                                + " first 1 resources of type Patient");
    }

    @Test
    void valuesOfAllOtherElementsAreLookedThrough() {
        assertThat(told(
                        Profile.LIMITED_DATA_SET,
                        resource("Observation", "'valueString':'call 585-555-0199'"),
                        resource("Observation", "'valueString':'normal'")))
                .containsExactly("Observation.valueString holds what looks like a phone number, in 1 of the first 2"
                        + " values");
    }

    @Test
    void safeHarborAllowsYearsAndAgesUpToEightyNine() {
        assertThat(told(
                        Profile.SAFE_HARBOR,
                        resource("Patient", "'birthDate':'2010-05'"),
                        resource("Patient", "'birthDate':'1925-01-01'"),
                        resource("Condition", "'onsetAge':{'value':91,'code':'a'}"),
                        resource("Encounter", "'period':{'start':'2016-05-25T10:00:00Z','end':'2016'}")))
                .containsExactly(
                        "Condition.onsetAge holds what looks like an age over 89, in 1 of the first 1 values",
                        "Encounter.period.start holds what looks like a day where safe-harbor allows the year only,"
                                + " in 1 of the first 1 values",
                        "Patient.birthDate holds what looks like a month where safe-harbor allows the year only, in 1"
                                + " of the first 2 values",
                        "Patient.birthDate holds what tells an age over 89, in 1 of the first 2 values");
    }

    @Test
    void everyElementIsToldOnceWithTheNumberOfItsResources() {
        String named = resource("Patient", "'name':[{'family':'x'},{'family':'y'}]");
        assertThat(told(Profile.SHIFTED, named, named, resource("Patient", "'gender':'male'")))
                .containsExactly("Patient.name holds a name, in 2 of the first 3 resources of type Patient");
    }

    @Test
    void whatIsNoResourceIsLeftToTheReader() {
        assertThat(told(Profile.SHIFTED, "", "{", "[1]", "{\"id\":\"1\",\"name\":\"x\"}"))
                .isEmpty();
    }
}
