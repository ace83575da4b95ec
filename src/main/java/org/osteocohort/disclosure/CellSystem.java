package org.osteocohort.disclosure;

import java.util.Collections;
import java.util.List;

/**
 * Every published number and every relation between them, in an order that depends on the numbers' names only.
 *
 * @param cells in their order
 * @param counts of the cells; null where a number came hidden
 */
record CellSystem(List<CellId> cells, List<Long> counts, List<Relation> relations) {
    CellSystem {
        cells = List.copyOf(cells);
        // Holds nulls, which List.copyOf refuses; the only maker keeps no reference.
        counts = Collections.unmodifiableList(counts);
        relations = List.copyOf(relations);
    }
}
