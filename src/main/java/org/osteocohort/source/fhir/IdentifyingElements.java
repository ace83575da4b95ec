package org.osteocohort.source.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.osteocohort.job.Deidentification.Profile;
import org.osteocohort.source.deidentification.IdentifierShapes;
import org.osteocohort.source.deidentification.ZipAreas;

/** The elements in which the standard keeps what identifies a person, whatever stands in them. */
final class IdentifyingElements {
    private static final String ATTACHMENT = "an attachment";
    private static final String NARRATIVE = "a narrative";

    /** Whom a resource describes; a name elsewhere is that of a hospital, a drug or a doctor. */
    private static final Set<String> PEOPLE = Set.of("Patient", "RelatedPerson", "Person");

    private static final Map<String, String> OF_PEOPLE = Map.of(
            "name", IdentifierShapes.NAME,
            "telecom", IdentifierShapes.CONTACT,
            "photo", "a picture",
            "contact", IdentifierShapes.CONTACT);

    private static final Map<String, String> OF_ALL =
            Map.of("note", IdentifierShapes.FREE_TEXT, "comment", IdentifierShapes.FREE_TEXT);

    /** Ends of the addresses of extensions. */
    private static final Map<String, String> EXTENSIONS = Map.of(
            "/patient-mothersMaidenName", IdentifierShapes.NAME,
            "/geolocation", IdentifierShapes.POSITION);

    /** Types of identifiers in HL7's table 0203: numbers of persons, of their documents and of their accounts. */
    private static final Set<String> NUMBERS_OF_PERSONS =
            Set.of("SS", "MR", "MRT", "DL", "PPN", "NI", "SB", "MI", "HC", "MB", "MA", "MC", "AN", "PN");

    /** Parts of the addresses by which systems of such numbers are named. */
    private static final Set<String> SYSTEMS_OF_NUMBERS = Set.of("ssn", "passport", "mrn", "driver", "113883.4.1");

    private static final Pattern ADDRESS_ELEMENT = Pattern.compile("address|valueAddress");
    private static final Set<String> PLACES = Set.of("city", "district");

    private static final Pattern MARKUP = Pattern.compile("<[^>]*>");

    private final Profile profile;

    IdentifyingElements(Profile profile) {
        this.profile = profile;
    }

    /**
     * What an element holds that identifies a person; empty when it need not.
     *
     * @param type of the resource
     * @param parent the name of the element in which it stands; empty at the top
     */
    Optional<String> kind(String type, String parent, String name, JsonNode value) {
        boolean ofPerson = PEOPLE.contains(type);
        if (ofPerson && parent.isEmpty() && OF_PEOPLE.containsKey(name)) {
            return Optional.of(OF_PEOPLE.get(name));
        }
        if (OF_ALL.containsKey(name)) {
            return Optional.of(OF_ALL.get(name));
        }
        if (name.equals("div")) {
            boolean says = !MARKUP.matcher(value.asText()).replaceAll("").isBlank();
            return says ? Optional.of(NARRATIVE) : Optional.empty();
        }
        if (name.equals("display") && (parent.equals("subject") || parent.equals("patient"))) {
            return Optional.of(IdentifierShapes.NAME);
        }
        boolean ofAddress = ADDRESS_ELEMENT.matcher(parent).matches() && (ofPerson || !parent.equals("address"));
        Optional<String> place = ofAddress ? place(name, value) : Optional.empty();
        return place.or(() -> ofObject(name, value));
    }

    private Optional<String> place(String name, JsonNode value) {
        if (name.equals("line") || name.equals("text")) {
            return Optional.of(IdentifierShapes.ADDRESS);
        }
        if (name.equals("postalCode")) {
            return ZipAreas.tells(value.asText().strip(), profile);
        }
        boolean told = profile == Profile.LIMITED_DATA_SET;
        return PLACES.contains(name) && !told ? Optional.of(IdentifierShapes.PLACE) : Optional.empty();
    }

    private static Optional<String> ofObject(String name, JsonNode value) {
        if (!value.isObject()) {
            return Optional.empty();
        }
        if (value.has("data") || value.has("contentType")) {
            return Optional.of(ATTACHMENT);
        }
        if (name.equals("identifier")) {
            return isNumberOfPerson(value) ? Optional.of(IdentifierShapes.NUMBER) : Optional.empty();
        }
        String url = Json.text(value, "url");
        return EXTENSIONS.entrySet().stream()
                .filter(extension -> url != null && url.endsWith(extension.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean isNumberOfPerson(JsonNode identifier) {
        for (JsonNode coding : Json.list(identifier.path("type"), "coding")) {
            String code = Json.text(coding, "code");
            if (code != null && NUMBERS_OF_PERSONS.contains(code)) {
                return true;
            }
        }
        String system = Json.text(identifier, "system");
        String lowerCase = system == null ? "" : system.toLowerCase(Locale.ROOT);
        return SYSTEMS_OF_NUMBERS.stream()
                .anyMatch(part ->
                        lowerCase.endsWith(part) || lowerCase.contains(part + "/") || lowerCase.contains("-" + part));
    }
}
