package org.osteocohort.source;

import org.apache.spark.unsafe.types.UTF8String;

/**
 * The identifier of a child in a study of several sites: {@code <site>:<source id>}. Rows of one child come after each
 * other, so that it is nearly always that of the row before.
 */
final class ChildOfSite implements DirectCall.Rewording {
    private static final long serialVersionUID = 1L;

    private final String site;

    /** In one piece, for several threads. */
    private transient Known last;

    private record Known(UTF8String sourceId, UTF8String patientId) {}

    ChildOfSite(String site) {
        this.site = site;
    }

    @Override
    public UTF8String reword(UTF8String sourceId) {
        Known known = last;
        if (known == null || !known.sourceId().equals(sourceId)) {
            known = new Known(sourceId.copy(), UTF8String.fromString(site + ":" + sourceId));
            last = known;
        }
        return known.patientId();
    }

    /** Those of one site answer the same, so that Spark asks one of them only where it can. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ChildOfSite same && same.site.equals(site);
    }

    @Override
    public int hashCode() {
        return site.hashCode();
    }
}
