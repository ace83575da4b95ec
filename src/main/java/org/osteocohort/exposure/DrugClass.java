package org.osteocohort.exposure;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osteocohort.codes.CodeKey;
import org.osteocohort.ehr.DrugRoute;

/**
 * Drugs that one set of rules holds for.
 *
 * @param items the items of the study that the class speaks for; each gets eras of its own
 * @param gapDays days from the end of a record to the start of the next that are bridged, at most
 * @param chronicUse null when the class knows no chronic use
 * @param repeatedCourses null when the class does not count courses
 * @param replacement null when the class has no use as a replacement
 * @param notAnExposure names of ingredients that never count
 * @param oneItemPerRecord whether a record that matches several items counts for the closest one only; so a class of
 *     drugs in the code sets is not also counted beside its own member
 */
record DrugClass(
        String name,
        List<String> items,
        int gapDays,
        ChronicUseRule chronicUse,
        RepeatedCoursesRule repeatedCourses,
        ReplacementRule replacement,
        Set<String> notAnExposure,
        boolean oneItemPerRecord,
        List<DrugIngredient> ingredients)
        implements Serializable {

    /**
     * @param suppliedDays days of supply that make use chronic, each day counted once over all ingredients of the item
     * @param windowDays length of the window in which they must lie, in days, its last day included
     * @param countBridgedDays whether the days of bridged gaps count as supplied
     */
    record ChronicUseRule(int suppliedDays, int windowDays, boolean countBridgedDays) implements Serializable {}

    /**
     * @param courses number of courses that make them repeated
     * @param routes routes of the records that make up a course
     */
    record RepeatedCoursesRule(int courses, Set<DrugRoute> routes) implements Serializable {
        RepeatedCoursesRule {
            routes = Set.copyOf(routes);
        }
    }

    /**
     * @param ingredients names of the ingredients that replace what a body lacks
     * @param diagnoses code set keys, and the prefixes of such keys, that tell of the lack
     */
    record ReplacementRule(Set<String> ingredients, List<CodeKey> diagnoses) implements Serializable {
        ReplacementRule {
            ingredients = Set.copyOf(ingredients);
            diagnoses = List.copyOf(diagnoses);
        }

        boolean toldBy(CodeKey key) {
            return diagnoses.stream()
                    .anyMatch(diagnosis -> diagnosis.vocabulary() == key.vocabulary()
                            && key.code().startsWith(diagnosis.code()));
        }
    }

    DrugClass {
        items = List.copyOf(items);
        notAnExposure = Set.copyOf(notAnExposure);
        ingredients = List.copyOf(ingredients);
    }

    /** The first ingredient of the rules that one of the keys names. */
    Optional<DrugIngredient> ingredient(Collection<CodeKey> keys) {
        return ingredients.stream()
                .filter(ingredient -> ingredient.codes().stream().anyMatch(keys::contains))
                .findFirst();
    }

    int gapDays(DrugIngredient ingredient) {
        return ingredient.gapDays() == null ? gapDays : ingredient.gapDays();
    }
}
