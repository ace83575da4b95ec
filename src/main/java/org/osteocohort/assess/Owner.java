package org.osteocohort.assess;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Whose rows are assessed together: a child's; or those of nobody in one file. In the order in which they come: by the
 * bytes of the texts, which is Spark's order.
 *
 * @param patientId null when the rows are of nobody
 * @param site null of a child
 * @param file null of a child
 */
record Owner(String patientId, String site, String file) implements Comparable<Owner> {
    private static final Comparator<String> TEXTS = Comparator.nullsFirst(Owner::compareBytes);
    private static final Comparator<Owner> ORDER = Comparator.comparing(Owner::patientId, TEXTS)
            .thenComparing(Owner::site, TEXTS)
            .thenComparing(Owner::file, TEXTS);

    static Owner child(String patientId) {
        return new Owner(patientId, null, null);
    }

    static Owner nobody(String site, String file) {
        return new Owner(null, site, file);
    }

    private static int compareBytes(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int compareTo(Owner other) {
        return ORDER.compare(this, other);
    }
}
