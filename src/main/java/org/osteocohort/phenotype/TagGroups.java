package org.osteocohort.phenotype;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osteocohort.codes.Role;
import org.osteocohort.exposure.MedicationTags;
import org.osteocohort.tag.TagEngine;
import org.osteocohort.yaml.YamlObject;

/** The groups of tags that definitions and rules name; under any other name no tag is ever found. */
final class TagGroups {
    private static final Set<String> KNOWN = known();

    private TagGroups() {}

    private static Set<String> known() {
        TreeSet<String> known = Arrays.stream(Role.values())
                .flatMap(role -> TagEngine.group(role).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        known.add(MedicationTags.GROUP);
        return known;
    }

    /** The groups under a key, one or several; a name that is no group is noted as a mistake. */
    static Set<String> named(YamlObject object, String key) {
        List<String> names = object.texts(key);
        for (int position = 0; position < names.size(); position++) {
            String name = names.get(position);
            if (!name.isEmpty() && !KNOWN.contains(name)) {
                object.problem(key, position, name, "one of " + String.join(", ", KNOWN));
            }
        }
        return new LinkedHashSet<>(names);
    }
}
