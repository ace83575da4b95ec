package org.osteocohort.source.fhir;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.osteocohort.job.Deidentification.Profile;
import org.osteocohort.job.Extract;
import org.osteocohort.problem.Problem;
import org.osteocohort.source.deidentification.BirthYears;
import org.osteocohort.source.deidentification.Refusal;
import org.osteocohort.source.deidentification.SeenValues;

/**
 * Looks whether the resources of an export are as de-identified as their owner declared: at the elements in which the
 * standard keeps names, addresses and the like, and at the first values of all others. Tells elements, kinds and counts,
 * never a value. It is a check and no proof.
 */
final class IdentifierCheck {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Elements whose text names systems, versions and other resources, never a person. */
    private static final Set<String> NO_VALUES =
            Set.of("system", "url", "reference", "profile", "implicitRules", "instantiatesUri", "meta");

    private static final String BIRTH_DATE = "birthDate";
    private static final String CONTAINED = "contained";
    private static final String AGE = "Age";
    private static final Set<String> YEARS = Set.of("a", "year", "years", "yr", "yrs");
    /** Shorter ones may be codes. */
    private static final int SHORTEST_DATE = "2020-01".length();
    /** A stable order for the messages. */
    private static final Comparator<List<String>> BY_PLACE = Comparator.comparing(List::toString);

    private final Profile profile;
    private final IdentifyingElements elements;
    private final BirthYears births;
    /** Of each place that is told, how often something of the kind was there; by file, element and kind. */
    private final Map<List<String>, Integer> found = new TreeMap<>(BY_PLACE);

    private final Map<List<String>, SeenValues> values = new TreeMap<>(BY_PLACE);
    private final Map<String, Integer> resources = new HashMap<>();
    private final Map<String, String> firstFiles = new HashMap<>();

    IdentifierCheck(Extract extract) {
        this.profile = extract.deidentification().profile();
        this.elements = new IdentifyingElements(profile);
        this.births = new BirthYears(profile, extract.extractDate());
    }

    /** Invented people have nothing to hide. */
    boolean isNeeded() {
        return profile != Profile.SYNTHETIC;
    }

    /** Looks at a line; one that is no resource, or of a type that is not read, is left to others. */
    void look(String file, String line) {
        JsonNode resource;
        try {
            resource = JSON.readTree(line);
        } catch (JsonProcessingException notJson) {
            return;
        }
        String type = resource == null ? null : Json.text(resource, ResourceReader.RESOURCE_TYPE);
        if (type != null && (ResourceReader.reads(type) || type.equals(MedicationJudge.TYPE))) {
            resources.merge(type, 1, Integer::sum);
            firstFiles.putIfAbsent(type, file);
            Set<List<String>> ofResource = new HashSet<>();
            lookWithin(new Place(type, type, type, ""), resource, ofResource);
            ofResource.forEach(place -> found.merge(place, 1, Integer::sum));
        }
    }

    /**
     * Where an element stands.
     *
     * @param root the type of the line's resource
     * @param type of the resource, which may be contained in the line's
     * @param path from the root, for messages
     * @param name of the element; empty for the resource itself
     */
    private record Place(String root, String type, String path, String name) {
        Place element(String element, JsonNode value) {
            String own = element.equals(CONTAINED) ? Json.text(value, ResourceReader.RESOURCE_TYPE) : null;
            return new Place(root, own == null ? type : own, path + "." + element, element);
        }

        /** The elements of a contained resource stand at its top. */
        String parent() {
            return name.equals(CONTAINED) ? "" : name;
        }
    }

    private void lookWithin(Place place, JsonNode node, Set<List<String>> ofResource) {
        if (node.isArray()) {
            node.forEach(member -> lookWithin(place, member, ofResource));
            return;
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            List<JsonNode> members = new ArrayList<>();
            if (field.getValue().isArray()) {
                field.getValue().forEach(members::add);
            } else {
                members.add(field.getValue());
            }
            for (JsonNode member : members) {
                lookAt(place, field.getKey(), member, ofResource);
            }
        }
    }

    private void lookAt(Place parent, String name, JsonNode value, Set<List<String>> ofResource) {
        if (NO_VALUES.contains(name)) {
            return;
        }
        Place place = parent.element(name, value);
        Optional<String> kind = elements.kind(parent.type(), parent.parent(), name, value);
        if (kind.isPresent()) {
            ofResource.add(List.of(place.root(), place.path(), kind.get()));
        } else if (value.isContainerNode()) {
            if (name.endsWith(AGE) && isYears(value)) {
                seen(place).seeAge(value.path("value").asText());
            }
            lookWithin(place, value, ofResource);
        } else if (value.isTextual()) {
            look(place, value.asText().strip());
        }
    }

    private static boolean isYears(JsonNode age) {
        String unit = Json.text(age, "code") == null ? Json.text(age, "unit") : Json.text(age, "code");
        return unit == null || YEARS.contains(unit);
    }

    private void look(Place place, String value) {
        boolean ofDate = FhirDate.of(value).isPresent();
        if (place.name().equals(BIRTH_DATE)) {
            births.born(value, firstFiles.get(place.root()), "element " + place.path());
        } else if (ofDate && value.length() >= SHORTEST_DATE) {
            births.happened(value);
        }
        if (ofDate) {
            seen(place).seeDate(value);
        } else {
            seen(place).see(value);
        }
    }

    private SeenValues seen(Place place) {
        return values.computeIfAbsent(List.of(place.root(), place.path()), key -> new SeenValues(profile));
    }

    /** What speaks against the declaration. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        found.forEach((place, count) -> problems.add(Refusal.of(
                profile,
                firstFiles.get(place.get(0)),
                "element " + place.get(1) + " holds " + place.get(2),
                count,
                resources.get(place.get(0)),
                "resources of type " + place.get(0))));
        values.forEach((place, seen) -> seen.kinds()
                .forEach((kind, count) -> problems.add(Refusal.of(
                        profile,
                        firstFiles.get(place.get(0)),
                        "element " + place.get(1) + " holds what looks like " + kind,
                        count,
                        seen.count(),
                        "values"))));
        problems.addAll(births.problems());
        return problems;
    }
}
