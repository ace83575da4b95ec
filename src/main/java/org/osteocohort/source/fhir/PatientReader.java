package org.osteocohort.source.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.osteocohort.ehr.DatePrecision;
import org.osteocohort.ehr.Sex;
import org.osteocohort.source.CanonicalRow;
import org.osteocohort.source.CanonicalRows;
import org.osteocohort.source.CensusCategories;
import org.osteocohort.source.FaultRule;

/** Reads Patient resources, with the extensions of US Core. */
final class PatientReader {
    static final String TYPE = "Patient";

    private static final String RACE = "us-core-race";
    private static final String ETHNICITY = "us-core-ethnicity";
    private static final String BIRTH_SEX = "us-core-birthsex";

    /** The codes of the census categories in the CDC's system of race and ethnicity, and their words. */
    private static final Map<String, String> RACES = withWords(Map.of(
            "2028-9", CensusCategories.ASIAN,
            "2054-5", CensusCategories.BLACK,
            "2106-3", CensusCategories.WHITE,
            "2076-8", CensusCategories.PACIFIC_ISLANDER,
            "1002-5", CensusCategories.NATIVE_AMERICAN));

    private static final Map<String, String> ETHNICITIES =
            withWords(Map.of("2135-2", CensusCategories.HISPANIC, "2186-5", CensusCategories.NOT_HISPANIC));

    private final Subjects subjects;

    PatientReader(Subjects subjects) {
        this.subjects = subjects;
    }

    void read(JsonNode patient, String id, Findings findings) {
        String patientId = subjects.patientId(id);
        String birthDate = Json.text(patient, "birthDate");
        Optional<FhirDate> birth = FhirDate.of(birthDate);
        if (birthDate != null && birth.isEmpty()) {
            findings.fault(patientId, TYPE, "birthDate", FaultRule.NOT_A_DATE);
        }
        Row row = CanonicalRow.part(CanonicalRows.PATIENT_TYPE)
                .with("site", subjects.site())
                .with("subject_id", id)
                .with("sex", sex(patient).name())
                .with("birth_date", birth.map(FhirDate::date).orElse(null))
                .with(
                        "birth_date_precision",
                        birth.map(FhirDate::precision).map(DatePrecision::name).orElse(null))
                .with("race", category(patient, RACE, RACES))
                .with("ethnicity", category(patient, ETHNICITY, ETHNICITIES))
                .row();
        findings.row(patientId, TYPE, CanonicalRows.PATIENT, row);
        readDeath(patient, patientId, findings);
    }

    private static void readDeath(JsonNode patient, String patientId, Findings findings) {
        if (Json.text(patient, "deceasedDateTime") == null) {
            // That a child has died, without a day, ends nothing that could be counted.
            return;
        }
        EventDate death = EventDate.of(patient, List.of("deceasedDateTime"));
        LocalDate day = death.date();
        if (day == null) {
            findings.fault(patientId, TYPE, death.column(), death.fault());
        } else {
            findings.row(patientId, TYPE, CanonicalRows.DEATH_DATE, day);
        }
    }

    /** The sex at birth where it is known: bone grows by it, and reference data go by it. */
    private static Sex sex(JsonNode patient) {
        String atBirth = Json.list(patient, "extension").stream()
                .filter(extension -> isNamed(extension, BIRTH_SEX))
                .map(extension -> Json.text(extension, "valueCode"))
                .findFirst()
                .orElse("");
        return switch (atBirth) {
            case "F" -> Sex.FEMALE;
            case "M" -> Sex.MALE;
            default -> administrative(Json.text(patient, "gender"));
        };
    }

    private static Sex administrative(String gender) {
        return switch (gender == null ? "" : gender) {
            case "female" -> Sex.FEMALE;
            case "male" -> Sex.MALE;
            default -> Sex.UNKNOWN;
        };
    }

    /** The one category that an extension names by code or by words; null when it names none or several. */
    private static String category(JsonNode patient, String name, Map<String, String> categories) {
        Set<String> found = new HashSet<>();
        for (JsonNode extension : Json.list(patient, "extension")) {
            if (isNamed(extension, name)) {
                for (JsonNode value : extension.findValues("code")) {
                    add(value, categories, found);
                }
                if (found.isEmpty()) {
                    extension.findValues("display").forEach(value -> add(value, categories, found));
                    extension.findValues("valueString").forEach(value -> add(value, categories, found));
                }
            }
        }
        return found.size() == 1 ? found.iterator().next() : null;
    }

    private static void add(JsonNode value, Map<String, String> categories, Set<String> found) {
        String category = categories.get(value.asText().strip());
        if (category != null) {
            found.add(category);
        }
    }

    private static boolean isNamed(JsonNode extension, String name) {
        String url = Json.text(extension, "url");
        return url != null && url.endsWith("/" + name);
    }

    private static Map<String, String> withWords(Map<String, String> codes) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        codes.forEach((code, words) -> {
            all.put(code, words);
            all.put(words, words);
        });
        return all;
    }
}
