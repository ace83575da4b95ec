package org.osteocohort.phenotype;

import java.io.Serializable;
import java.util.List;

/**
 * A laboratory result that must be on file and within its range before idiopathic disease is believed.
 *
 * @param items any of these items will do
 * @param from lowest value of the range, null when there is none
 * @param to highest value of the range, null when it depends on age and is not judged
 * @param unit the range's unit; results in another unit are on file but not judged normal
 */
public record RequiredLab(List<String> items, Double from, Double to, String unit) implements Serializable {
    public RequiredLab {
        items = List.copyOf(items);
    }
}
