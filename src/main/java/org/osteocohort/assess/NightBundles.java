package org.osteocohort.assess;

import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.osteocohort.source.bundle.Bundles;

/** The bundles of changed children in one partition: all as they were, then all as they are. */
final class NightBundles {
    /** A column after those of {@link Bundles#SCHEMA}: whether the bundle is of the children as they are. */
    static final String NOW = "now";

    private static final int NOW_FIELD = Bundles.SCHEMA.length();

    private final Iterator<Row> bundles;
    private final Set<Owner> before = new HashSet<>();
    private Row ahead;

    /** @param bundles sorted by {@link #NOW} first */
    NightBundles(Iterator<Row> bundles) {
        this.bundles = bundles;
        advance();
    }

    /** Whose bundles {@link #asTheyWere} has given: the owners of all rows that do not count any more. */
    Set<Owner> before() {
        return before;
    }

    /** To be read to its end. */
    Iterator<Row> asTheyWere() {
        return new Side(false);
    }

    /** To be read after {@link #asTheyWere}. */
    Iterator<Row> asTheyAre() {
        return new Side(true);
    }

    private void advance() {
        ahead = bundles.hasNext() ? bundles.next() : null;
    }

    private final class Side implements Iterator<Row> {
        private final boolean now;

        Side(boolean now) {
            this.now = now;
        }

        @Override
        public boolean hasNext() {
            return ahead != null && ahead.getBoolean(NOW_FIELD) == now;
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Row bundle = ahead;
            if (!now) {
                before.add(PatientIterator.ownerOf(bundle));
            }
            advance();
            return bundle;
        }
    }
}
